package org.jigyo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.EnvironmentException;
import org.jigyo.Kept;
import org.jigyo.graph.EarlierTurtle;
import org.jigyo.graph.Publication;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;

/**
 * The Turtle of a data folder's last publish. Its runs are kept in {@code written.tsv} with the release that holds the files,
 * so that the next publish writes out what is said otherwise.
 */
final class LastTurtle {

    private static final String NAME = "written.tsv";

    private final Path data;
    private final List<String> notices = new ArrayList<>();
    private EarlierTurtle earlier = EarlierTurtle.none();

    LastTurtle(Path data) {
        this.data = data;
        if (Files.exists(data.resolve("current"))) {
            try {
                earlier = read();
            } catch (IOException | RuntimeException e) {
                notices.add("all Turtle is written anew: " + e.getMessage());
            }
        }
    }

    EarlierTurtle earlier() {
        return earlier;
    }

    /** Why something was written anew although there is an earlier release. */
    List<String> notices() {
        List<String> all = new ArrayList<>(notices);
        all.addAll(earlier.notices());
        return all;
    }

    private EarlierTurtle read() throws IOException {
        List<String> lines = Kept.read(data.resolve(NAME));
        String id = lines.get(0);
        Release release =
                Releases.in(data).find(id).orElseThrow(() -> new IOException("release " + id + " is not there"));
        Map<String, Path> places = new HashMap<>();
        release.graphs()
                .forEach(part -> places.put(part.graph(), release.folder().resolve(part.turtle())));
        Map<String, EarlierTurtle.File> files = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t");
            if (!places.containsKey(cells[0])) {
                throw new IOException("release " + id + " lacks " + cells[0]);
            }
            files.computeIfAbsent(cells[0], graph -> new EarlierTurtle.File(places.get(graph), new ArrayList<>()))
                    .runs()
                    .add(new EarlierTurtle.Run(cells[1], Integer.parseInt(cells[2]), Long.parseLong(cells[3])));
        }
        return new EarlierTurtle(files);
    }

    /** Keeps the runs of files that are now a release's. */
    void keep(Release release, Publication written) {
        List<String> lines = new ArrayList<>(List.of(release.id()));
        written.files()
                .forEach(file -> file.runs()
                        .forEach(run ->
                                lines.add(file.graph() + "\t" + run.digest() + "\t" + run.bytes() + "\t" + run.sum())));
        try {
            Kept.write(data.resolve(NAME), lines);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write to " + data + ": " + e.getMessage(), e);
        }
    }
}
