package org.jigyo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jigyo.Finding;
import org.jigyo.check.CheckReport;
import org.jigyo.graph.EarlierTurtle;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Publication;
import org.jigyo.graph.Registries;
import org.jigyo.release.Draft;
import org.jigyo.release.GraphFile;
import org.jigyo.sheet.Labels;
import org.jigyo.sheet.Sheet;

/**
 * Graphs that break no rule: a sheet that breaks one is held back and reported, the others are written again without it.
 *
 * @param publication what may be published; null when no sheet is left
 * @param draft its graphs
 * @param report what was found in them
 * @param heldBack how many sheets were held back
 * @param findings of writing and of checking
 */
record CheckedGraphs(Publication publication, Draft draft, CheckReport report, int heldBack, List<Finding> findings) {

    /**
     * Writes and checks.
     *
     * @param check looks into the graphs of a writing
     * @param earlier of which what is said again is taken over
     * @param folder is emptied of what a first writing left, because the second one may have fewer graphs
     */
    static CheckedGraphs write(
            List<Sheet> sheets,
            Registries registries,
            GraphBase base,
            Map<String, Labels> labels,
            Path folder,
            EarlierTurtle earlier,
            Function<Draft, CheckReport> check) {
        List<Finding> findings = new ArrayList<>();
        List<Sheet> left = new ArrayList<>(sheets);
        int before = left.size();
        for (int round = 1; !left.isEmpty(); round++) {
            Publication written =
                    EditionWriter.write(left, registries, base, labels, folder.resolve("graphs-" + round), earlier);
            Draft draft = Draft.of(graphs(written));
            CheckReport report = check.apply(draft);
            findings.addAll(report.findings());
            if (report.heldBack().isEmpty()) {
                findings.addAll(written.findings());
                return new CheckedGraphs(written, draft, report, before - left.size(), List.copyOf(findings));
            }
            // By identity: two sheets may be equal word for word.
            Set<Sheet> held = Collections.newSetFromMap(new IdentityHashMap<>());
            report.heldBack().forEach(iri -> held.add(written.sheets().get(iri)));
            if (!left.removeIf(held::contains)) {
                throw new IllegalStateException("a sheet was held back that was never written: " + report.heldBack());
            }
        }
        return new CheckedGraphs(null, null, null, before, List.copyOf(findings));
    }

    private static List<GraphFile> graphs(Publication written) {
        return written.files().stream()
                .map(file -> new GraphFile(file.graph(), file.path()))
                .toList();
    }
}
