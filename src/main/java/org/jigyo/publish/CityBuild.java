package org.jigyo.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Triple;
import org.jigyo.Finding;
import org.jigyo.Program;
import org.jigyo.check.CheckReport;
import org.jigyo.check.GraphCheck;
import org.jigyo.graph.Batch;
import org.jigyo.graph.CityGraphs;
import org.jigyo.graph.Codes;
import org.jigyo.graph.Statements;
import org.jigyo.graph.Turtle;
import org.jigyo.graph.Vocabulary;
import org.jigyo.registry.Appearance;
import org.jigyo.registry.Assignment;
import org.jigyo.registry.Identified;
import org.jigyo.registry.Registry;
import org.jigyo.release.Folders;
import org.jigyo.release.GraphBlocks;
import org.jigyo.release.GraphFile;
import org.jigyo.release.GraphWriter;
import org.jigyo.release.SheetDrawings;
import org.jigyo.sheet.OwnKey;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.Validation;

/**
 * Builds the part of one city: identifies its sheets, then maps, checks and writes some projects at a time, so that
 * memory holds only these and a summary of each sheet. Batches that an earlier part contains are copied from it.
 */
final class CityBuild implements AutoCloseable {

    private static final byte[] HEAD = Turtle.head();

    private final CitySetup setup;
    private final String city;
    private final List<Source> sources;
    private final CityPart before;
    private final Path folder;
    private final Checks checks;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Readings.Place> places = new ArrayList<>();
    private final List<CityPart.PublishedSheet> sheets = new ArrayList<>();
    private final Map<String, GraphWriter> writers = new TreeMap<>();
    private final TreeMap<String, String> files = new TreeMap<>();
    private final Map<String, GraphBlocks> earlier = new HashMap<>();
    private final SheetDrawings drawings;

    private CityBuild(CitySetup setup, String city, List<Source> sources, CityPart before) throws IOException {
        this.setup = setup;
        this.city = city;
        this.sources = sources;
        this.before = before != null && before.program().equals(Program.fingerprint()) ? before : null;
        this.checks = Checks.after(this.before);
        Files.createDirectories(setup.cities().resolve(city));
        this.folder = Files.createTempDirectory(setup.cities().resolve(city), ".unfinished-");
        this.drawings = SheetDrawings.into(folder);
    }

    /** A built part, with the registry that knows the keys in it. */
    record Built(CityPart part, Registry registry) {}

    /** Builds the part of a city, as {@link CityBuild#build(CitySetup, Registry, List, CityPart)} does. */
    interface Builder {
        Built build(CitySetup setup, Registry registry, List<Source> sources, CityPart before) throws IOException;
    }

    /**
     * Builds the part of a city.
     *
     * @param registry the city's keys so far
     * @param before an earlier part of the city; may be null
     * @throws IOException if a reading is damaged or the part cannot be written; the message gives the reason
     */
    static Built build(CitySetup setup, Registry registry, List<Source> sources, CityPart before) throws IOException {
        try (CityBuild build = new CityBuild(setup, registry.city(), sources, before)) {
            return build.build(registry);
        }
    }

    private Built build(Registry registry) throws IOException {
        Map<String, OwnKey> own = new TreeMap<>();
        Map<String, Integer> projected = new TreeMap<>();
        List<Appearance> appearances = appearances(own, projected);
        findings.addAll(setup.records().amendments().idle(city, appearances));
        Assignment assignment = registry.assign(appearances);
        findings.addAll(assignment.findings());
        CityGraphs graphs = new CityGraphs(setup.base(), new Codes(own, projected), city, assignment);
        for (List<Identified> projects : Batches.of(assignment.sheets())) {
            batch(graphs, projects);
        }
        rest(graphs);
        for (GraphWriter writer : writers.values()) {
            writer.close();
        }
        writers.clear();
        drawings.close();
        checks.write(folder);
        sheets.sort(
                Comparator.comparing(CityPart.PublishedSheet::edition).thenComparing(CityPart.PublishedSheet::project));
        CityPart part = new CityPart(
                city,
                Program.fingerprint(),
                setup.input(registry, sources),
                sources,
                sheets,
                files,
                List.copyOf(findings),
                folder);
        part.write();
        return new Built(part.placed(), assignment.registry());
    }

    /**
     * Summaries of all sheets; their places in the readings are stored in the same order.
     *
     * @param own receives the own keys of the city's layouts
     * @param projected receives, by layout, the number of years after which a printed budget is a projection
     */
    private List<Appearance> appearances(Map<String, OwnKey> own, Map<String, Integer> projected) throws IOException {
        List<Appearance> appearances = new ArrayList<>();
        for (Source source : sources) {
            Readings.Opened reading = setup.records().readings().open(source.reading());
            own.putAll(reading.head().keys().getOrDefault(city, Map.of()));
            projected.putAll(reading.head().projected());
            List<String> accounts = OwnKey.accounts(own);
            for (Readings.Place place : reading.places(city, source)) {
                Validation read = setup.records().get(place);
                findings.addAll(Amendments.findings(source.file(), read.sheet()));
                if (!read.heldBack()) {
                    appearances.add(Appearance.of(read.sheet(), accounts));
                    places.add(place);
                }
            }
        }
        return appearances;
    }

    /**
     * Maps, checks and writes some projects. A sheet that violates a rule is held back, and the others are mapped again
     * without it.
     */
    private void batch(CityGraphs graphs, List<Identified> projects) throws IOException {
        List<CityGraphs.Keyed> left = new ArrayList<>();
        for (Identified keys : projects) {
            left.add(new CityGraphs.Keyed(
                    keys, setup.records().get(places.get(keys.sheet())).sheet()));
        }
        while (!left.isEmpty()) {
            Batch batch = graphs.map(left);
            Texts texts = new Texts(batch);
            CheckReport report = checks.of(texts.digest(), texts::check);
            if (report.heldBack().isEmpty()) {
                findings.addAll(batch.findings());
                findings.addAll(report.findings());
                graphs.add(batch);
                texts.write();
                for (CityGraphs.Keyed keyed : left) {
                    sheets.add(sheet(keyed));
                    drawings.add(
                            keyed.keys().edition(),
                            keyed.keys().project(),
                            setup.records()
                                    .readings()
                                    .drawing(places.get(keyed.keys().sheet())));
                }
                return;
            }
            report.findings().stream()
                    .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                    .forEach(findings::add);
            List<CityGraphs.Keyed> held = new ArrayList<>();
            report.heldBack().forEach(iri -> held.add(batch.sheets().get(iri)));
            if (!left.removeAll(held)) {
                throw new IllegalStateException(
                        "internal error, held back a sheet that was never written: " + report.heldBack());
            }
        }
    }

    private static CityPart.PublishedSheet sheet(CityGraphs.Keyed keyed) {
        Sheet sheet = keyed.sheet();
        return new CityPart.PublishedSheet(
                keyed.keys().edition(),
                keyed.keys().project(),
                sheet.number(),
                sheet.name(),
                sheet.source() == null ? "" : Source.fileName(sheet.source().file()));
    }

    private void rest(CityGraphs graphs) throws IOException {
        Texts texts = new Texts(graphs.rest());
        CheckReport report = checks.of(texts.digest(), texts::check);
        findings.addAll(report.findings());
        texts.write();
    }

    private GraphWriter writer(String graph, String file) throws IOException {
        GraphWriter open = writers.get(file);
        if (open == null) {
            open = new GraphWriter(new GraphFile(graph, folder.resolve(file)), HEAD);
            writers.put(file, open);
            if (!file.equals(CityPart.COMMON)) {
                files.put(graph, file);
                if (before != null && before.graphs().containsKey(graph)) {
                    earlier.put(graph, GraphBlocks.of(before.file(graph)));
                }
            }
        }
        return open;
    }

    /** A batch as Turtle; its statements are only looked at if they are not known. */
    private final class Texts {

        private final Batch batch;
        private final Statements context;
        private final Map<String, String> digests = new TreeMap<>();
        private final Map<String, byte[]> turtle = new HashMap<>();
        private final Map<String, List<Triple>> statements = new HashMap<>();

        Texts(Batch batch) {
            this.batch = batch;
            this.context = batch.context();
            for (String graph : batch.names()) {
                turtle.put(graph, batch.graphs().get(graph).turtle());
                digests.put(graph, DigestUtils.sha256Hex(turtle.get(graph)));
            }
        }

        String digest() {
            return DigestUtils.sha256Hex(digests + DigestUtils.sha256Hex(context.turtle()));
        }

        CheckReport check() {
            List<Triple> part = new ArrayList<>();
            batch.names().forEach(graph -> part.addAll(statements(graph)));
            return GraphCheck.check(part, Triples.of(context));
        }

        private List<Triple> statements(String graph) {
            return statements.computeIfAbsent(
                    graph, k -> Triples.of(batch.graphs().get(graph)));
        }

        void write() throws IOException {
            for (String graph : batch.names()) {
                if (graph.equals(setup.base().sharedGraph(CityGraphs.VOCABULARY))) {
                    vocabulary(graph);
                } else {
                    GraphWriter writer = writer(graph, GraphFile.nameOf(graph));
                    GraphBlocks known = earlier.get(graph);
                    if (known == null || !writer.take(known, digests.get(graph))) {
                        writer.add(digests.get(graph), turtle.get(graph), statements(graph));
                    }
                }
            }
        }

        private void vocabulary(String graph) throws IOException {
            for (boolean own : new boolean[] {true, false}) {
                Statements part = Vocabulary.part(batch.graphs().get(graph), setup.base(), own);
                if (!part.isEmpty()) {
                    byte[] text = part.turtle();
                    String file = own ? GraphFile.nameOf(graph) : CityPart.COMMON;
                    writer(graph, file).add(DigestUtils.sha256Hex(text), text, Triples.of(part));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (GraphWriter writer : writers.values()) {
            writer.close();
        }
        drawings.close();
        Folders.delete(folder);
    }
}
