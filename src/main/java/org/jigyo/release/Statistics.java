package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.jigyo.Kept;

/**
 * The statistics of a release: what {@code /publication/statistics/city} states of each city, and
 * {@code /publication/statistics/all} of all together. A city's statements are kept in the release's folder, so that the
 * next release only computes those of cities that changed.
 */
final class Statistics {

    /** The folder in a release, and of the queries. */
    static final String FOLDER = "statistics";

    /** The folders of the queries. */
    static final List<String> QUERIES = List.of(FOLDER + "/city", FOLDER + "/all");

    private static final Node MUNICIPALITY = NodeFactory.createURI("https://w3id.org/jigyo/ns#municipality");

    private final DatasetGraph dataset;
    private final String base;
    private final NTriples all = new NTriples();

    /**
     * @param base the base IRI of the release
     */
    Statistics(DatasetGraph dataset, String base) {
        this.dataset = dataset;
        this.base = base;
    }

    /**
     * Computes the statistics of a database.
     *
     * @param draft names the parts of its cities
     * @param folder of the release, where the statements are kept by city
     * @param before the previous release, whose statements are taken for cities that did not change; may be null
     * @return sorted N-Triples, which are also valid Turtle: the same data give the same bytes
     */
    String of(Draft draft, Path folder, Release before) throws IOException {
        Path keep = Files.createDirectories(folder.resolve(FOLDER));
        Constructs queries = Constructs.in(QUERIES.get(0));
        for (Node city : cities()) {
            String code = code(city);
            String part = draft.cities().get(code);
            String input = part == null ? "" : DigestUtils.sha256Hex(part + "\n" + draft.shared());
            List<String> lines = part == null || before == null ? List.of() : kept(before, code, input);
            if (lines.isEmpty()) {
                NTriples computed = new NTriples();
                queries.run(dataset, Map.of(Constructs.BASE, base(), Constructs.CITY, city), computed);
                lines = new ArrayList<>(List.of(input));
                lines.addAll(computed.lines());
            }
            all.addLines(lines.subList(1, lines.size()));
            if (part != null) {
                Kept.write(file(keep, code), lines);
            }
        }
        Constructs.in(QUERIES.get(1)).run(dataset, Map.of(Constructs.BASE, base()), all);
        return all.sorted();
    }

    private Node base() {
        return NodeFactory.createLiteralString(base);
    }

    private Iterable<Node> cities() {
        TreeSet<Node> cities = new TreeSet<>(java.util.Comparator.comparing(Node::toString));
        Txn.executeRead(
                dataset,
                () -> dataset.getDefaultGraph()
                        .find(Node.ANY, MUNICIPALITY, Node.ANY)
                        .forEachRemaining(triple -> cities.add(triple.getObject())));
        return cities;
    }

    private String code(Node city) {
        String prefix = base + "id/municipality/";
        return city.isURI() && city.getURI().startsWith(prefix) ? city.getURI().substring(prefix.length()) : "";
    }

    /** The kept lines of a city, of which the first is the digest of their input; empty if they are of another input. */
    private static List<String> kept(Release before, String code, String input) throws IOException {
        Path file = file(before.folder().resolve(FOLDER), code);
        if (!before.cities().containsKey(code) || !Files.exists(file)) {
            return List.of();
        }
        List<String> lines = Kept.read(file);
        return lines.get(0).equals(input) ? lines : List.of();
    }

    private static Path file(Path folder, String code) {
        return folder.resolve(code + ".tsv");
    }
}
