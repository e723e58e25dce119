/** A form as data. Used by extract and cli; {@code load} builds it from YAML. */
package org.jigyo.layout;
