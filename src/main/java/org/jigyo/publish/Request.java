package org.jigyo.publish;

import java.nio.file.Path;
import java.util.List;
import org.jigyo.graph.GraphBase;

/**
 * A request to publish.
 *
 * @param paths files and folders to add; what they hold of a file that was published before takes its place
 * @param withdrawn what is to go from the current release: {@code CITY}, {@code CITY/EDITION} or {@code CITY/EDITION/FILE}
 * @param only whether the release is to hold nothing but the paths
 * @param removals whether sheets may go that a replaced file no longer holds
 * @param specimens whether the paths are the bundled specimens, which leave when real sheets come
 * @param base where things are named; null for where the current release names them
 * @param vocabulary folder of further Turtle files; null for those of the current release
 * @param keep how many releases to keep, the new one included
 */
public record Request(
        List<Path> paths,
        List<String> withdrawn,
        boolean only,
        boolean removals,
        boolean specimens,
        GraphBase base,
        Path vocabulary,
        int keep) {

    /** Adds files to the current release. */
    public static Request add(List<Path> paths) {
        return new Request(paths, List.of(), false, false, false, null, null, 5);
    }

    /** Publishes the bundled specimens. */
    public static Request specimens(Path folder) {
        return new Request(List.of(folder), List.of(), false, false, true, null, null, 5);
    }
}
