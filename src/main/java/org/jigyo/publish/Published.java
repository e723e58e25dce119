package org.jigyo.publish;

import java.util.List;
import org.jigyo.Finding;
import org.jigyo.release.Release;

/**
 * The result of a publish.
 *
 * @param release the new current release; null when the current one stays as it is
 * @param sheets how many sheets the paths held and the release holds
 * @param findings what a person should know
 * @param sources what became of each source
 * @param removed sheets that went, or would have gone when there is no release
 * @param notices what else to tell the user
 */
public record Published(
        Release release,
        int sheets,
        List<Finding> findings,
        List<SourceChange> sources,
        List<String> removed,
        List<String> notices) {

    /** The possible fates of a source. */
    public enum Kind {
        ADDED,
        REPLACED,
        KEPT,
        REMOVED
    }

    /** The fate of one source of a city. */
    public record SourceChange(Kind kind, String city, String file, int fiscalYear) {}

    /** How many sources became this. */
    public long count(Kind kind) {
        return sources.stream().filter(change -> change.kind() == kind).count();
    }
}
