package org.jigyo.serve.site;

import java.io.IOException;
import org.jigyo.release.Changes;
import org.jigyo.release.Release;

/**
 * One release and the extent of its changes.
 *
 * @param known whether there was a release before it to compare with
 * @param things number of things with changes
 * @param added number of added statements
 * @param removed number of removed statements
 */
public record ChangeEntry(String id, String published, boolean known, long things, long added, long removed) {

    static ChangeEntry of(Release release) throws IOException {
        Changes.Totals totals = Changes.totals(release).orElse(new Changes.Totals(false, 0, 0, 0));
        return new ChangeEntry(
                release.id(),
                release.published().toString(),
                totals.listed(),
                totals.things(),
                totals.added(),
                totals.removed());
    }
}
