package org.jigyo.graph;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jigyo.Finding;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.registry.Appearance;
import org.jigyo.registry.Assignment;
import org.jigyo.release.GraphFile;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.Sheet;

/** Writes the graphs of sheets in memory, each city in one batch. */
public final class EditionWriter {

    /** The projection settings of the bundled layouts. */
    private static final Map<String, Integer> PROJECTED = Layouts.bundled().stream()
            .filter(layout -> layout.context() != null && layout.context().projected() != null)
            .collect(Collectors.toMap(Layout::id, layout -> layout.context().projected()));

    private EditionWriter() {}

    public static Publication write(List<Sheet> sheets, Registries registries, GraphBase base, Path folder) {
        return write(sheets, registries, base, Map.of(), folder);
    }

    public static Publication write(
            List<Sheet> sheets, Registries registries, GraphBase base, Map<String, OwnKey> own, Path folder) {
        Codes codes = new Codes(own, PROJECTED);
        TreeMap<String, List<Sheet>> cities = new TreeMap<>();
        sheets.forEach(sheet ->
                cities.computeIfAbsent(sheet.city(), k -> new ArrayList<>()).add(sheet));
        TreeMap<String, Statements> graphs = new TreeMap<>();
        graphs.put(base.sharedGraph(CityGraphs.VOCABULARY), new Statements().addAll(Codes.shipped()));
        graphs.put(base.sharedGraph(CityGraphs.DERIVED), new Statements());
        List<Finding> findings = new ArrayList<>();
        Registries known = registries;
        for (Map.Entry<String, List<Sheet>> city : cities.entrySet()) {
            Assignment assignment = registries
                    .of(city.getKey())
                    .assign(city.getValue().stream()
                            .map(s -> Appearance.of(s, OwnKey.accounts(own)))
                            .toList());
            known = known.with(assignment.registry());
            findings.addAll(assignment.findings());
            CityGraphs mapped = new CityGraphs(base, codes, city.getKey(), assignment);
            Batch batch = mapped.map(assignment.sheets().stream()
                    .map(keys -> new CityGraphs.Keyed(keys, city.getValue().get(keys.sheet())))
                    .toList());
            findings.addAll(batch.findings());
            mapped.add(batch);
            for (Batch part : List.of(batch, mapped.rest())) {
                part.graphs()
                        .forEach((graph, statements) -> graphs.computeIfAbsent(graph, k -> new Statements())
                                .addAll(statements));
            }
        }
        List<GraphFile> files = new ArrayList<>();
        graphs.forEach((graph, statements) -> files.add(file(graph, statements, folder)));
        return new Publication(files, known, findings);
    }

    /** The graphs from other sources than sheets that are part of every release. */
    public static List<GraphFile> references(GraphBase base, Collection<String> cities, Path folder) {
        return ReferenceGraphs.shipped(base, cities).entrySet().stream()
                .map(graph -> file(graph.getKey(), graph.getValue(), folder))
                .toList();
    }

    private static GraphFile file(String graph, Statements statements, Path folder) {
        return file(graph, statements.turtle(), folder);
    }

    private static GraphFile file(String graph, byte[] body, Path folder) {
        GraphFile file = new GraphFile(graph, folder.resolve(GraphFile.nameOf(graph)));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(Turtle.head());
        text.writeBytes(body);
        try {
            Files.createDirectories(folder);
            Files.write(file.file(), text.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
