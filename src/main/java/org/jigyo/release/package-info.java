/**
 * A published version: Turtle, dumps, catalogue, TDB2; switch and roll back. Knows Jena; called by serve and cli.
 *
 * <p>A release is built on the one before it: every graph's file is cut into slices ({@code TurtleText}), and what a slice came
 * to, its count and its part of the dump, is taken over when its digest is known ({@code Slicing}). Of the slices that are not
 * in both releases the difference is made, block by block and statement by statement ({@code Difference}), once for the checks
 * and the release ({@link org.jigyo.release.Draft}); a copy of the database
 * gets it ({@code Update}), a copy of the text index loses and gets the texts of the things it concerns, and what VoID counts is
 * counted on ({@code Census}). Of statistics and catalogue the queries are asked anew that name a property with which something
 * is said otherwise ({@code Answers}), over all data, without seeing what they said before; what they answer is written as far as
 * it differs. Before files of the database are copied, or asked what is published ({@code Revised}), they are
 * held against the checksums that they had when they had been read back ({@code StoredFiles}); what an update made of them is
 * read back term by term, everything else by its numbers ({@code ReadBack}, {@code StoredSums}). Nothing is shared with the
 * release before, only copied: no file of a finished release is ever opened for writing. What is kept is kept with its checksum
 * and the fingerprint of the program that made it ({@link org.jigyo.Kept}). From nothing a release is built when there is none
 * before, when the program is another one, when a kept file is not what it was, and when anything does not come out right on the
 * short way; its database is loaded anew when more than an eighth changed, when blank nodes changed, and when it has grown to
 * twice its size after the last bulk load. A release says so in its {@code notices}.
 */
package org.jigyo.release;
