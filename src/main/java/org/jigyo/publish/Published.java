package org.jigyo.publish;

import java.util.List;
import org.jigyo.Finding;
import org.jigyo.release.Release;

/**
 * The result of a publish.
 *
 * @param release the new current release; null if the current one stays
 * @param sheets number of sheets found at the paths and in the release
 * @param findings what a person should know
 * @param sources what became of each source
 * @param removed sheets that were removed, or would have been if there is no release
 * @param notices further information for the user
 */
public record Published(
        Release release,
        int sheets,
        List<Finding> findings,
        List<SourceChange> sources,
        List<String> removed,
        List<String> notices) {

    /** What can become of a source. */
    public enum Kind {
        ADDED,
        REPLACED,
        KEPT,
        REMOVED
    }

    /** What became of one source of a city. */
    public record SourceChange(Kind kind, String city, String file, int fiscalYear) {}

    /** Number of sources of this kind. */
    public long count(Kind kind) {
        return sources.stream().filter(change -> change.kind() == kind).count();
    }
}
