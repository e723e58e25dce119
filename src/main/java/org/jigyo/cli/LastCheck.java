package org.jigyo.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.Kept;
import org.jigyo.check.Breach;
import org.jigyo.check.CheckReport;
import org.jigyo.check.GraphCheck;
import org.jigyo.check.Revision;
import org.jigyo.graph.GraphBase;
import org.jigyo.release.Difference;
import org.jigyo.release.Draft;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.release.Revised;

/**
 * The checks of a data folder's graphs. What the last ones found is kept in {@code checked.jsonl} with the release whose graphs
 * they looked at, so that the next ones look where something changed.
 */
final class LastCheck {

    private static final String NAME = "checked.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A breach on a line of its own. */
    private record Line(
            String node, Finding.Severity severity, Finding.Code code, String shape, String message, String detail) {}

    private final Path data;
    private final GraphBase base;
    private final List<String> notices = new ArrayList<>();

    LastCheck(Path data, GraphBase base) {
        this.data = data;
        this.base = base;
    }

    /** The report that {@link GraphCheck#check(List)} makes. */
    CheckReport check(Draft draft) {
        if (Files.exists(data.resolve("current"))) {
            try {
                Optional<CheckReport> report = checkChanges(draft);
                if (report.isPresent()) {
                    return report.get();
                }
            } catch (IOException | RuntimeException e) {
                String notice = "all is checked anew: " + e.getMessage();
                if (!notices.contains(notice)) {
                    notices.add(notice);
                }
            }
        }
        return GraphCheck.check(draft.files());
    }

    private Optional<CheckReport> checkChanges(Draft draft) throws IOException {
        List<String> lines = Kept.read(data.resolve(NAME));
        String id = lines.get(0);
        Release release =
                Releases.in(data).find(id).orElseThrow(() -> new IOException("release " + id + " is not there"));
        Set<String> checked = Set.of(JSON.readValue(lines.get(1), String[].class));
        Difference difference = draft.since(release, checked);
        Revision revision = revision(difference, breaches(lines.subList(2, lines.size())));
        if (revision.subjects().isEmpty() && revision.breaches().isEmpty()) {
            return Optional.of(new CheckReport(List.of(), Set.of(), List.of()));
        }
        try (Revised graph = Revised.of(release, checked, difference)) {
            return GraphCheck.check(graph, graph.statements(), revision, base.iri() + "id/");
        }
    }

    /** Why all was looked at although there is an earlier release; empty when only what changed was. */
    List<String> notices() {
        return List.copyOf(notices);
    }

    static Revision revision(Difference difference, List<Breach> breaches) {
        Set<Node> subjects = new HashSet<>();
        Set<Node> left = new HashSet<>();
        difference.came().values().forEach(all -> all.forEach(triple -> subjects.add(triple.getSubject())));
        difference
                .gone()
                .values()
                .forEach(all -> all.forEach(triple -> {
                    subjects.add(triple.getSubject());
                    left.add(triple.getObject());
                }));
        return new Revision(subjects, left, breaches);
    }

    private static List<Breach> breaches(List<String> lines) throws IOException {
        List<Breach> breaches = new ArrayList<>();
        for (String line : lines) {
            Line l = JSON.readValue(line, Line.class);
            breaches.add(new Breach(NodeFactory.createURI(l.node), l.severity, l.code, l.shape, l.message, l.detail));
        }
        return breaches;
    }

    /** Keeps what was found in graphs that are now a release's. */
    void keep(Release release, Draft draft, CheckReport report) {
        try {
            if (!report.breaches().stream().allMatch(breach -> breach.node().isURI())) {
                Files.deleteIfExists(data.resolve(NAME));
                return;
            }
            List<String> lines = new ArrayList<>(List.of(release.id(), JSON.writeValueAsString(draft.graphs())));
            for (Breach b : report.breaches()) {
                lines.add(JSON.writeValueAsString(
                        new Line(b.node().getURI(), b.severity(), b.code(), b.shape(), b.message(), b.detail())));
            }
            Kept.write(data.resolve(NAME), lines);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write to " + data + ": " + e.getMessage(), e);
        }
    }
}
