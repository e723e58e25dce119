package org.jigyo.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.Finding;
import org.jigyo.registry.Assignment;
import org.jigyo.registry.Doubt;
import org.jigyo.registry.Identified;
import org.jigyo.registry.Project;
import org.jigyo.sheet.Sheet;

/**
 * The graphs of one city, built some projects at a time: each edition with its evidence, derived links, and the things
 * that editions share. The same sheets and keys give the same statements, however they are grouped. Not thread-safe.
 */
public final class CityGraphs {

    /** A sheet with its keys. */
    public record Keyed(Identified keys, Sheet sheet) {}

    private final GraphBase base;
    private final Codes codes;
    private final String city;
    private final Assignment assignment;
    private final SharedThings shared;
    private final Map<String, Project> projects = new HashMap<>();
    private final Set<String> evaluations = new HashSet<>();
    private final TreeMap<String, Statements> heads = new TreeMap<>();

    /**
     * Begins a city.
     *
     * @param base base IRI
     * @param codes the code lists, which are not modified
     * @param assignment the keys of all sheets of the city
     */
    public CityGraphs(GraphBase base, Codes codes, String city, Assignment assignment) {
        this.base = base;
        this.codes = codes.fresh();
        this.city = city;
        this.assignment = assignment;
        this.shared = new SharedThings(base, assignment.registry());
        assignment.projects().forEach(p -> projects.put(p.key(), p));
        assignment.sheets().forEach(s -> evaluations.add(base.evaluation(s.project(), s.edition())));
    }

    /**
     * Maps projects with all their sheets. The result becomes part of the city only through {@link #add}.
     *
     * @param sheets all sheets of the city about these projects, in the order of their keys
     */
    public Batch map(List<Keyed> sheets) {
        Codes own = codes.fresh();
        SharedThings ownShared = new SharedThings(base, assignment.registry());
        List<Finding> findings = new ArrayList<>();
        Statements derived = new Statements();
        Statements derivedHead = new Statements();
        TreeMap<String, Edition> editions = new TreeMap<>();
        TreeMap<String, Statements> ownHeads = new TreeMap<>();
        Map<String, Keyed> byIri = new LinkedHashMap<>();
        for (Keyed keyed : sheets) {
            String key = keyed.keys().edition();
            Edition edition =
                    editions.computeIfAbsent(key, k -> new Edition(city, k, new Statements(), new Extracts(base)));
            OneSheet one = new OneSheet(
                    base,
                    own,
                    keyed.keys(),
                    keyed.sheet(),
                    edition.statements(),
                    ownHeads.computeIfAbsent(base.editionGraph(city, key), k -> new Statements()),
                    ownShared,
                    edition.extracts(),
                    OneSheet.ranks(keyed.sheet()),
                    findings,
                    null);
            byIri.put(one.sheetIri().stringValue(), keyed);
            map(one, derived);
        }
        DerivedMapping.projects(sheets, projects, base, derived);
        DerivedMapping.alternatives(sheets, evaluations, base, derived);
        new LatestMapping(new DataSets(base, own, ownShared), derived, derivedHead, ownHeads, findings)
                .map(city, List.copyOf(editions.values()));
        TreeMap<String, Statements> graphs = new TreeMap<>();
        editions.forEach((key, edition) -> {
            graphs.put(base.editionGraph(city, key), edition.statements());
            graphs.put(base.evidenceGraph(city, key), edition.extracts().statements());
        });
        graphs.put(base.sharedGraph(DERIVED), derived);
        if (!derivedHead.isEmpty()) {
            ownHeads.put(base.sharedGraph(DERIVED), derivedHead);
        }
        graphs.values().removeIf(Statements::isEmpty);
        return new Batch(graphs, ownHeads, ownShared, own, byIri, List.copyOf(findings));
    }

    /** Name of the graph of derived links. */
    public static final String DERIVED = "derived";

    /** Name of the graph of things that editions share. */
    public static final String VOCABULARY = "vocabulary";

    private static void map(OneSheet one, Statements derived) {
        EditionMapping.describe(one);
        EvaluationMapping.map(one);
        CellMapping.map(one);
        CubeMapping.map(one);
        PartMapping.map(one);
        DerivedMapping.goals(one, derived);
    }

    /** Adds a batch's statements about things shared with other batches. */
    public void add(Batch batch) {
        batch.heads()
                .forEach((graph, head) ->
                        heads.computeIfAbsent(graph, k -> new Statements()).addAll(head));
        batch.graphs().forEach((graph, statements) -> {
            if (heads.containsKey(graph) && !graph.equals(base.sharedGraph(DERIVED))) {
                Codes.labels(statements.types(), heads.get(graph));
            }
        });
        shared.addAll(batch.shared());
        codes.addAll(batch.codes());
    }

    /** The statements of the city as a whole: editions and data sets, doubts, departments, plans, accounts. */
    public Batch rest() {
        TreeMap<String, Statements> graphs = new TreeMap<>(heads);
        Statements derived = graphs.computeIfAbsent(base.sharedGraph(DERIVED), k -> new Statements());
        DerivedMapping.doubts(assignment, base, derived);
        DerivedMapping.departments(assignment, shared, derived);
        Statements vocabulary = new Statements();
        for (Statements from : List.of(shared.settled(), codes.minted())) {
            vocabulary.addAll(from);
        }
        graphs.put(base.sharedGraph(VOCABULARY), vocabulary);
        graphs.values().removeIf(Statements::isEmpty);
        return new Batch(graphs, new TreeMap<>(), doubted(), codes.fresh(), Map.of(), List.of());
    }

    /** The statements about doubted projects that rules look up. */
    private SharedThings doubted() {
        SharedThings types = new SharedThings(base, assignment.registry());
        for (Doubt doubt : assignment.doubts()) {
            for (String project : List.of(doubt.one(), doubt.other())) {
                types.statements().type(Iris.iri(base.project(project)), Iris.JG + "Project");
            }
        }
        return types;
    }

    /**
     * True for a thing of the vocabulary that belongs to no city: years, laws, and the concepts of keys that layouts declare.
     */
    static boolean common(GraphBase base, IRI thing) {
        return !thing.stringValue().startsWith(base.iri() + "id/")
                || thing.stringValue().startsWith(base.iri() + "id/fy/");
    }
}
