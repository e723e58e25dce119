/**
 * A published version: Turtle, dumps, catalogue, TDB2; switch and roll back. Knows Jena; called by serve and cli.
 *
 * <p>A release is built on the one before it: every graph's file is cut into slices ({@code TurtleText}), and what a slice came
 * to, its count and its part of the dump, is taken over when its digest is known ({@code Slicing}). Of the slices that are not
 * in both releases the difference is made, statement by statement ({@code Difference}); a copy of the database gets it in one
 * transaction, a copy of the text index loses and gets the texts of the things it concerns. Statistics, catalogue and the
 * reading back of everything are done anew each time. Nothing is shared with the release before, only copied: no file of a
 * finished release is ever opened for writing. From nothing it is built when there is none before, when more than an eighth
 * changed, when blank nodes changed, when the database has grown to twice its size after the last bulk load, and when
 * anything does not come out right on the short way.
 */
package org.jigyo.release;
