package org.jigyo.serve.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.jigyo.release.Release;

/**
 * One release and how much it changed.
 *
 * @param known whether there was a release before it to compare with
 * @param things about which something changed
 * @param added statements
 * @param removed statements
 */
public record ChangeEntry(String id, String published, boolean known, long things, long added, long removed) {

    static ChangeEntry of(Release release) throws IOException {
        if (!Files.exists(release.changes())) {
            return new ChangeEntry(release.id(), release.published().toString(), false, 0, 0, 0);
        }
        long[] counts = new long[3];
        try (Stream<String> lines = Files.lines(release.changes())) {
            lines.forEach(line -> {
                counts[0] += line.contains("changeset/schema#subjectOfChange>") ? 1 : 0;
                counts[1] += line.contains("changeset/schema#addition>") ? 1 : 0;
                counts[2] += line.contains("changeset/schema#removal>") ? 1 : 0;
            });
        }
        return new ChangeEntry(release.id(), release.published().toString(), true, counts[0], counts[1], counts[2]);
    }
}
