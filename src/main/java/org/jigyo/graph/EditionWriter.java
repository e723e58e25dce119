package org.jigyo.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.registry.Assignment;
import org.jigyo.registry.Identified;
import org.jigyo.registry.Registry;
import org.jigyo.sheet.Labels;
import org.jigyo.sheet.Sheet;

/** Sheets become Turtle: one file an edition, one for its evidence, one each for vocabulary and derived links. */
public final class EditionWriter {

    private final GraphBase base;
    private final Codes codes;
    private final EarlierTurtle earlier;
    private final List<Finding> findings = new ArrayList<>();

    private EditionWriter(GraphBase base, Map<String, Labels> labels, EarlierTurtle earlier) {
        this.base = base;
        this.earlier = earlier;
        this.codes = new Codes(labels);
    }

    /** As {@link #write(List, Registry, GraphBase, Map, Path, EarlierTurtle)}, with nothing written before, for layouts without keys of their own. */
    public static Publication write(List<Sheet> sheets, Registry registry, GraphBase base, Path folder) {
        return write(sheets, registry, base, Map.of(), folder);
    }

    /** As {@link #write(List, Registry, GraphBase, Map, Path, EarlierTurtle)}, with nothing written before. */
    public static Publication write(
            List<Sheet> sheets, Registry registry, GraphBase base, Map<String, Labels> labels, Path folder) {
        return write(sheets, registry, base, labels, folder, EarlierTurtle.none());
    }

    /**
     * Writes the graphs of a run. The same sheets and registry give the same bytes, in whatever order the sheets come.
     *
     * @param sheets sheet records; what they carry as evidence goes into graphs of its own
     * @param registry keys given so far
     * @param base where things are named
     * @param labels names of a layout's own keys ({@code texts/x.key}, {@code attributes/x.key}, {@code ratings/x.key}) and of
     *     cities the program does not know ({@code city/271004})
     * @param folder an existing or new folder
     * @param earlier of which what is said again is taken over; the bytes are the same without it
     * @throws EnvironmentException when the folder is not writable
     */
    public static Publication write(
            List<Sheet> sheets,
            Registry registry,
            GraphBase base,
            Map<String, Labels> labels,
            Path folder,
            EarlierTurtle earlier) {
        return new EditionWriter(base, labels, earlier).write(sheets, registry, folder);
    }

    private Publication write(List<Sheet> sheets, Registry registry, Path folder) {
        Assignment assignment = registry.assign(sheets);
        findings.addAll(assignment.findings());
        SharedThings shared = new SharedThings(base, assignment.registry());
        Statements derived = new Statements();
        TreeMap<String, Edition> editions = new TreeMap<>();
        Map<String, Sheet> byIri = new LinkedHashMap<>();
        for (Identified identified : assignment.sheets()) {
            String name = identified.sheet().city() + "/" + identified.edition();
            Edition edition = editions.computeIfAbsent(
                    name,
                    k -> new Edition(
                            identified.sheet().city(), identified.edition(), new Statements(), new Extracts(base)));
            OneSheet one = new OneSheet(
                    base,
                    codes,
                    identified,
                    edition.statements(),
                    shared,
                    edition.extracts(),
                    OneSheet.ranks(identified.sheet()),
                    findings);
            byIri.put(one.sheetIri().stringValue(), identified.sheet());
            map(one, derived);
        }
        DerivedMapping.identities(assignment, base, derived);
        DerivedMapping.alternatives(assignment, base, derived);
        DerivedMapping.departments(assignment.registry(), shared, derived);
        TreeMap<String, List<Edition>> cities = new TreeMap<>();
        editions.values()
                .forEach(e ->
                        cities.computeIfAbsent(e.city(), k -> new ArrayList<>()).add(e));
        LatestMapping latest = new LatestMapping(base, derived, findings);
        cities.forEach(latest::map);
        List<GraphFile> files = files(editions, derived, vocabulary(shared), folder);
        return new Publication(files, assignment.registry(), byIri, List.copyOf(findings));
    }

    private static void map(OneSheet one, Statements derived) {
        EditionMapping.describe(one);
        EvaluationMapping.map(one);
        CellMapping.map(one);
        CubeMapping.map(one);
        DerivedMapping.goals(one, derived);
    }

    private Statements vocabulary(SharedThings shared) {
        shared.settleLabels();
        codes.copyTo(shared.statements());
        return shared.statements();
    }

    private List<GraphFile> files(
            Map<String, Edition> editions, Statements derived, Statements vocabulary, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EnvironmentException("cannot make the folder " + folder + ": " + e.getMessage(), e);
        }
        List<GraphFile> files = new ArrayList<>();
        for (Edition edition : editions.values()) {
            String city = edition.city();
            String key = edition.key();
            String name = city + "-" + key;
            files.add(file(edition.statements(), base.editionGraph(city, key), folder.resolve(name + ".ttl")));
            Statements evidence = edition.extracts().statements();
            if (!evidence.isEmpty()) {
                files.add(file(evidence, base.evidenceGraph(city, key), folder.resolve(name + "-evidence.ttl")));
            }
        }
        files.add(file(derived, base.sharedGraph("derived"), folder.resolve("derived.ttl")));
        files.add(file(vocabulary, base.sharedGraph("vocabulary"), folder.resolve("vocabulary.ttl")));
        return files;
    }

    private GraphFile file(Statements statements, String graph, Path path) {
        return new GraphFile(graph, path, Turtle.write(statements, path, earlier.texts(graph)));
    }
}
