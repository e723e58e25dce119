package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;
import org.junit.jupiter.api.Test;

class DescriptionTest {

    private static final Query QUERY = QueryFactory.create("DESCRIBE <http://a.example/s>");
    private static final int STATEMENTS = 200;

    /** Each statement takes two milliseconds. */
    private static final class Slow extends GraphBase {
        @Override
        protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
            return WrappedIterator.create(
                    IntStream.range(0, STATEMENTS).mapToObj(Slow::statement).iterator());
        }

        private static Triple statement(int number) {
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Node subject = NodeFactory.createURI("http://a.example/s");
            return Triple.create(
                    subject,
                    NodeFactory.createURI("http://a.example/p"),
                    NodeFactory.createURI("http://a.example/o" + number));
        }
    }

    private static DatasetGraph slow() {
        return DatasetGraphFactory.wrap(new Slow());
    }

    @Test
    void asksAtEveryStatement() {
        DatasetGraph data = slow();
        AtomicInteger asked = new AtomicInteger();
        Graph graph = GraphFactory.createDefaultGraph();
        try (QueryExec execution = QueryExec.dataset(data).query(QUERY).build()) {
            Description description = new Description(data, count -> {}, () -> {
                if (asked.incrementAndGet() > 3) {
                    throw new IllegalStateException("over");
                }
            });
            assertThatThrownBy(() -> description.into(graph, QUERY, execution)).hasMessage("over");
        }
        assertThat(graph.size()).isLessThan(4);
    }

    @Test
    void tellsWhatJenaTells() {
        String turtle =
                "<http://a.example/s> <http://a.example/p> 1, [ <http://a.example/q> [ <http://a.example/r> 2 ] ]; <http://a.example/t> <http://a.example/o> . <http://a.example/o> <http://a.example/p> 3 .";
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(data);
        Graph graph = GraphFactory.createDefaultGraph();
        try (QueryExec execution = QueryExec.dataset(data).query(QUERY).build()) {
            new Description(data, count -> {}, () -> {}).into(graph, QUERY, execution);
        }
        try (QueryExec execution = QueryExec.dataset(data).query(QUERY).build()) {
            Graph jenas = execution.describe();
            assertThat(GraphUtil.findAll(jenas).toList()).hasSize(5);
            assertThat(graph.isIsomorphicWith(jenas)).isTrue();
        }
    }

    /** Fails once Jena cancels it, that is, throws instead of giving all statements. */
    @Test
    void jenaStillTakesAsLongAsItLikes() {
        try (QueryExec execution = QueryExec.dataset(slow())
                .query(QUERY)
                .overallTimeout(20, TimeUnit.MILLISECONDS)
                .build()) {
            assertThat(execution.describe().size()).isEqualTo(STATEMENTS);
        }
    }
}
