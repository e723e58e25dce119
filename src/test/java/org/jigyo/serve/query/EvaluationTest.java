package org.jigyo.serve.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.TDB2StorageBuilder;
import org.jigyo.RealSheets;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.http.TimeLimit;
import org.jigyo.workaround.ExactTerms;
import org.junit.jupiter.api.Test;

/**
 * The W3C's evaluation tests of SPARQL 1.0 and 1.1, as the server answers them, from memory and from files. Known
 * failures are listed in a file next to this class; a listed test that passes is also an error.
 */
class EvaluationTest {

    private static final int CASES = 519;

    private static final Settings SETTINGS = Settings.bundled();

    private final List<String> failures = new ArrayList<>();

    @Test
    void fromMemory() throws IOException {
        check("memory", () -> DatasetGraphFactory.createWithGraphMaker(name -> new GraphMem2Fast()));
    }

    @Test
    void fromFiles() throws IOException {
        check("files", () -> ExactTerms.in(TDB2StorageBuilder.build(Location.mem())));
    }

    private void check(String store, Supplier<DatasetGraph> empty) throws IOException {
        Path folder = RealSheets.folder().resolve("w3c/sparql");
        List<EvaluationSuite.Case> cases = EvaluationSuite.in(folder);
        Set<String> failed = new TreeSet<>();
        for (EvaluationSuite.Case test : cases) {
            try {
                if (!new Run(folder, test, empty.get()).passes()) {
                    failed.add(test.name());
                }
            } catch (RuntimeException e) {
                failures.add(test.name() + ": " + e);
                failed.add(test.name());
            }
        }
        assertThat(cases).hasSize(CASES);
        assertThat(failed).as("%s: %s", store, failures).isEqualTo(known(store));
    }

    private static Set<String> known(String store) throws IOException {
        Set<String> known = new TreeSet<>();
        try (var file = EvaluationTest.class.getResourceAsStream("known-failures.tsv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(line -> Arrays.asList(line[0].split(" ")).contains(store))
                    .forEach(line -> known.add(line[1]));
        }
        return known;
    }

    /** One test over one dataset. */
    private record Run(Path folder, EvaluationSuite.Case test, DatasetGraph dataset) {

        boolean passes() throws IOException {
            String text = "BASE <" + EvaluationSuite.BASE + test.query() + ">\n"
                    + Files.readString(folder.resolve(test.query()));
            Query query = ParsedQuery.of(text, SETTINGS.query().nesting()).query();
            Txn.executeWrite(dataset, () -> load(query));
            byte[] right = Files.readAllBytes(folder.resolve(test.result()));
            if (test.result().endsWith(".csv")) {
                return sorted(new String(answer(query, Format.CSV), StandardCharsets.UTF_8))
                        .equals(sorted(new String(right, StandardCharsets.UTF_8)));
            }
            if (query.isConstructType()) {
                return graph(answer(query, Format.NTRIPLES), Lang.NTRIPLES)
                        .isIsomorphicWith(graph(right, RDFLanguages.filenameToLang(test.result())));
            }
            if (query.isAskType()) {
                return truth(answer(query, Format.JSON), ResultSetLang.RS_JSON) == truth(right, language());
            }
            boolean tabs = test.result().endsWith(".tsv");
            ResultRows rows = ResultRows.of(
                    tabs ? answer(query, Format.TSV) : answer(query, Format.JSON),
                    tabs ? ResultSetLang.RS_TSV : ResultSetLang.RS_JSON,
                    EvaluationSuite.BASE);
            return rows.same(
                    ResultRows.of(right, language(), EvaluationSuite.BASE + test.result()),
                    ordered(query, right),
                    query.isReduced());
        }

        /** Rows given as RDF have an order only where they are numbered. */
        private boolean ordered(Query query, byte[] right) {
            return query.isOrdered()
                    && (!RDFLanguages.isTriples(language())
                            || new String(right, StandardCharsets.UTF_8).contains("index"));
        }

        private Lang language() {
            return RDFLanguages.filenameToLang(test.result());
        }

        private boolean truth(byte[] bytes, Lang lang) {
            if (RDFLanguages.isTriples(lang)) {
                return graph(bytes, lang)
                        .contains(
                                Node.ANY,
                                ResultRows.BOOLEAN,
                                NodeFactory.createLiteralDT("true", XSDDatatype.XSDboolean));
            }
            return ResultSetMgr.readBoolean(new ByteArrayInputStream(bytes), lang);
        }

        private void load(Query query) {
            test.data().forEach(file -> parse(file, dataset.getDefaultGraph()));
            Stream.of(
                            test.named().stream().map(file -> EvaluationSuite.BASE + file),
                            query.getGraphURIs().stream(),
                            query.getNamedGraphURIs().stream())
                    .flatMap(s -> s)
                    .distinct()
                    .forEach(name -> parse(
                            name.substring(EvaluationSuite.BASE.length()),
                            dataset.getGraph(NodeFactory.createURI(name))));
        }

        private void parse(String file, Graph graph) {
            RDFParser.source(folder.resolve(file))
                    .base(EvaluationSuite.BASE + file)
                    .parse(graph);
        }

        private byte[] answer(Query query, Format format) throws IOException {
            TimeLimit limit = new TimeLimit(SETTINGS.query().timeSeconds());
            Answer answer = new Execution(dataset, null, SETTINGS, limit).answer(query, null, format);
            return answer.bytes();
        }

        private Graph graph(byte[] bytes, Lang lang) {
            Graph graph = GraphFactory.createDefaultGraph();
            RDFParser.source(new ByteArrayInputStream(bytes))
                    .lang(lang)
                    .base(EvaluationSuite.BASE + test.result())
                    .parse(graph);
            return graph;
        }

        private static List<String> sorted(String text) {
            return text.lines()
                    .map(line -> line.replaceAll("_:\\w+", "_:"))
                    .sorted()
                    .toList();
        }
    }
}
