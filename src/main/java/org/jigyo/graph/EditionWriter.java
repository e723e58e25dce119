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
import org.jigyo.registry.Identified;
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

    /** As {@link #write(List, Registries, GraphBase, Map, Path, EarlierTurtle)}, with nothing written before, for layouts without keys of their own. */
    public static Publication write(List<Sheet> sheets, Registries registries, GraphBase base, Path folder) {
        return write(sheets, registries, base, Map.of(), folder);
    }

    /** As {@link #write(List, Registries, GraphBase, Map, Path, EarlierTurtle)}, with nothing written before. */
    public static Publication write(
            List<Sheet> sheets, Registries registries, GraphBase base, Map<String, Labels> labels, Path folder) {
        return write(sheets, registries, base, labels, folder, EarlierTurtle.none());
    }

    /**
     * Writes the graphs of a run. The same sheets and registries give the same bytes, in whatever order the sheets come.
     *
     * @param sheets sheet records; what they carry as evidence goes into graphs of its own
     * @param registries keys given so far
     * @param base where things are named
     * @param labels names of a layout's own keys ({@code texts/x.key}, {@code attributes/x.key}, {@code ratings/x.key}) and of
     *     cities the program does not know ({@code city/271004})
     * @param folder an existing or new folder
     * @param earlier of which what is said again is taken over; the bytes are the same without it
     * @throws EnvironmentException when the folder is not writable
     */
    public static Publication write(
            List<Sheet> sheets,
            Registries registries,
            GraphBase base,
            Map<String, Labels> labels,
            Path folder,
            EarlierTurtle earlier) {
        return new EditionWriter(base, labels, earlier).write(sheets, registries, folder);
    }

    private Publication write(List<Sheet> sheets, Registries registries, Path folder) {
        List<Registries.City> assigned = registries.assign(sheets);
        Registries given = registries.with(assigned);
        SharedThings shared = new SharedThings(base, given);
        Statements derived = new Statements();
        TreeMap<String, Edition> editions = new TreeMap<>();
        Map<String, Sheet> byIri = new LinkedHashMap<>();
        assigned.forEach(city -> findings.addAll(city.assignment().findings()));
        for (Registries.City city : assigned) {
            for (Identified identified : city.assignment().sheets()) {
                Sheet sheet = city.sheets().get(identified.sheet());
                Edition edition = editions.computeIfAbsent(
                        sheet.city() + "/" + identified.edition(),
                        k -> new Edition(sheet.city(), identified.edition(), new Statements(), new Extracts(base)));
                OneSheet one = new OneSheet(
                        base,
                        codes,
                        sheet,
                        identified,
                        edition.statements(),
                        shared,
                        edition.extracts(),
                        OneSheet.ranks(sheet),
                        findings);
                byIri.put(one.sheetIri().stringValue(), sheet);
                map(one, derived);
            }
            DerivedMapping.identities(city.assignment(), base, derived);
            DerivedMapping.alternatives(city.assignment(), base, derived);
        }
        assigned.forEach(city -> DerivedMapping.departments(city.assignment(), shared, derived));
        TreeMap<String, List<Edition>> cities = new TreeMap<>();
        editions.values()
                .forEach(e ->
                        cities.computeIfAbsent(e.city(), k -> new ArrayList<>()).add(e));
        LatestMapping latest = new LatestMapping(base, derived, findings);
        cities.forEach(latest::map);
        List<GraphFile> files = files(editions, derived, vocabulary(shared), folder);
        return new Publication(files, given, byIri, List.copyOf(findings));
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
