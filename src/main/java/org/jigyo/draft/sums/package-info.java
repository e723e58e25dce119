/** Sums among figures, and what they say of the items of rows. */
package org.jigyo.draft.sums;
