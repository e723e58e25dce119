/** A form as data, loaded from YAML; unknown keys are refused with the known ones listed. Called by extract and cli. */
package org.jigyo.layout;
