/** Compares sheet records with gold (hand-checked) records. Used by cli. */
package org.jigyo.compare;
