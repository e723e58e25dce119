/**
 * A published version: Turtle, dump, catalogue, database and text index; switching and rollback. Knows Jena; used by
 * publish, serve and cli.
 *
 * <p>A release is built in a temporary folder ({@link org.jigyo.release.Releases}, {@code Construction}) from a
 * {@link org.jigyo.release.Draft}: the graphs' files, most of them hard links to files of cities' parts. Each file
 * comes with its blocks ({@code GraphBlocks}): digest, count, and position in Turtle and dump. The database starts as a
 * copy of that of the previous release; only blocks that are not in both releases are compared statement by statement
 * ({@code Difference}) and applied in one transaction ({@code Update}). Statistics are then computed by queries for each
 * city that changed and for what compares cities ({@code Statistics}), VoID counts are changed by what was added and
 * removed ({@code Census}), the catalogue is computed, and the text index is updated for the things whose texts changed. The database is read back and compared with the files before the release becomes current.
 *
 * <p>The database is bulk-loaded instead if there is no previous release, if more than an eighth of the statements
 * changed, or if updates have doubled its size. No file of a finished release is ever opened for writing, and files are
 * compared with their checksums before they are copied ({@code StoredFiles}).
 *
 * <p>A {@link org.jigyo.release.Replica} copies finished releases of another data folder ({@code PullSource}) in place of building them.
 */
package org.jigyo.release;
