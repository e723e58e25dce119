/** Reads forms as cells: sections, labels and the cells relative to them. Used by extract. */
package org.jigyo.extract.grid;
