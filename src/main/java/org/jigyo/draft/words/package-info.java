/** What printed words mean: labels, years, kinds of values, and keys for what is not known. */
package org.jigyo.draft.words;
