package org.jigyo.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.Bundled;
import org.jigyo.Kept;

/**
 * What the CONSTRUCT queries below {@code /publication} answer, query by query, kept with the release in {@code answers.tsv}.
 * None asks with a variable for a property: while no statement comes or goes with a property that a query names, its answer
 * stays what it was, and it is not asked.
 */
final class Answers {

    private static final String NAME = "answers.tsv";
    private static final Pattern IRI = Pattern.compile("<([^<>\"{}|^`\\\\\\s]*)>");

    private final Map<String, Set<String>> earlier;
    private final Set<String> changed;
    private final Map<String, Set<String>> all = new TreeMap<>();

    private Answers(Map<String, Set<String>> earlier, Set<String> changed) {
        this.earlier = earlier;
        this.changed = changed;
    }

    /** When nothing was answered before. */
    static Answers none() {
        return new Answers(Map.of(), Set.of());
    }

    /**
     * When a release's answers are known.
     *
     * @param difference what the data say otherwise than in that release
     * @throws IOException if they are not as they were written, with the reason in words
     */
    static Answers of(Release before, Difference difference) throws IOException {
        Map<String, Set<String>> earlier = new HashMap<>();
        for (String line : Kept.read(before.folder().resolve(NAME))) {
            int tab = line.indexOf('\t');
            Set<String> answer = earlier.computeIfAbsent(line.substring(0, tab), k -> new TreeSet<>());
            // a line without a statement: the query was asked, whatever it answered
            if (line.length() > tab + 1) {
                answer.add(line.substring(tab + 1));
            }
        }
        return new Answers(earlier, difference.properties());
    }

    /**
     * The statements that the queries of a folder make.
     *
     * @param folder below {@code /publication}
     * @param base bound to {@code ?_base}
     * @param seen what of the dataset's tables the queries may see; paths see everything, and so must walk properties of which
     *     only what may be seen says anything
     * @return sorted N-Triples, which are Turtle too: the same data give the same bytes
     */
    String of(String folder, DatasetGraph dataset, String base, Predicate<Tuple<NodeId>> seen) {
        TreeSet<String> lines = new TreeSet<>();
        Bundled.files("/publication/" + folder, ".rq").forEach((file, text) -> {
            String name = folder + "/" + file;
            Query query = QueryTransformOps.replaceVars(
                    QueryFactory.create(new String(text, StandardCharsets.UTF_8)),
                    Map.of(Var.alloc("_base"), NodeFactory.createLiteralString(base)));
            boolean same = earlier.containsKey(name) && Collections.disjoint(properties(query), changed);
            all.put(name, same ? earlier.get(name) : Constructs.of(query, dataset, seen));
            lines.addAll(all.get(name));
        });
        return lines.stream().map(line -> line + " .\n").collect(Collectors.joining());
    }

    /** Everything in a query that may be a property. */
    static Set<String> properties(Query query) {
        Query spelled = query.cloneQuery();
        spelled.getPrefixMapping().clearNsPrefixMap();
        Set<String> names = new HashSet<>(Set.of(RDF.type.getURI()));
        IRI.matcher(spelled.serialize())
                .results()
                .map((MatchResult name) -> name.group(1))
                .forEach(names::add);
        return names;
    }

    void write(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        all.forEach((name, answer) -> {
            lines.add(name + "\t");
            answer.forEach(line -> lines.add(name + "\t" + line));
        });
        Kept.write(folder.resolve(NAME), lines);
    }
}
