package org.jigyo.publish;

import java.nio.file.Path;
import java.util.List;
import org.jigyo.graph.GraphBase;

/**
 * A request to publish.
 *
 * @param paths files and folders to add; a file replaces its published version
 * @param parts folder of cities' parts that were built elsewhere, each of which replaces the city; null for none
 * @param withdrawn what to remove from the current release: {@code CITY}, {@code CITY/EDITION} or
 * {@code CITY/EDITION/FILE}
 * @param only whether the release shall contain nothing but the paths
 * @param removals whether sheets missing in the new version of their file may be removed
 * @param specimens whether the paths are the bundled specimens, which are removed when real sheets are published
 * @param base base IRI; null for that of the current release
 * @param vocabulary folder of further Turtle files; null for those of the current release
 * @param reference folder of further tables of figures; null for those of the current release
 * @param keep number of releases to keep, including the new one
 */
public record Request(
        List<Path> paths,
        Path parts,
        List<String> withdrawn,
        boolean only,
        boolean removals,
        boolean specimens,
        GraphBase base,
        Path vocabulary,
        Path reference,
        int keep) {

    /** A request to add files to the current release. */
    public static Request add(List<Path> paths) {
        return new Request(paths, null, List.of(), false, false, false, null, null, null, 5);
    }

    /** True if it adds sheets, and does not only remove some. */
    boolean adds() {
        return !paths.isEmpty() || parts != null;
    }

    /** A request to publish the bundled specimens. */
    public static Request specimens(Path folder) {
        return new Request(List.of(folder), null, List.of(), false, false, true, null, null, null, 5);
    }
}
