/** Keeps what was seen of a sheet's pages as a drawing. */
package org.jigyo.extract.draw;
