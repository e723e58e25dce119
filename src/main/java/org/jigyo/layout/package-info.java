/** A form as data. Called by extract and cli; {@code load} makes it of YAML. */
package org.jigyo.layout;
