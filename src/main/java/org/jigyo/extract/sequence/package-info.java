/**
 * Reads forms that draw all their cells in one order across pages ({@code sequence:}). Used only by {@code extract}.
 */
package org.jigyo.extract.sequence;
