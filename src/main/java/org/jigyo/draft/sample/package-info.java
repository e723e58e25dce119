/** Sheets of an unknown form as they are printed: cut from their files, with what stands beside what. */
package org.jigyo.draft.sample;
