/** Reads forms as cells: sections, labels and the cells relative to them. Called by extract. */
package org.jigyo.extract.grid;
