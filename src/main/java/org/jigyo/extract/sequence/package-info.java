/** Reads forms that draw all their cells in one order which pages cut ({@code sequence:}); called by {@code extract} alone. */
package org.jigyo.extract.sequence;
