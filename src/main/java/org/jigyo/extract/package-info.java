/** Reads pages with a layout into sheets and findings. Used by publish and cli. */
package org.jigyo.extract;
