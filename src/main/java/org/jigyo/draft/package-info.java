/** Proposes a layout for an unknown form from the files themselves: what repeats is label, what varies is value. */
package org.jigyo.draft;
