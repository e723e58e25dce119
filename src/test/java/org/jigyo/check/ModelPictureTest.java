package org.jigyo.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.Test;

/** The diagram in ontology/README.md is the one generated from the shapes. */
class ModelPictureTest {

    private static final Path README = Path.of("ontology/README.md");
    private static final String BEGIN = "<!-- model -->\n";
    private static final String END = "<!-- /model -->";

    /** An arrow for each property of an own class with values of another class. */
    private static final Query QUERY = QueryFactory.create("""
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            SELECT ?from ?path ?to {
                ?shape sh:targetClass ?from ; sh:property ?property . ?property sh:path ?path ; sh:class ?to .
                FILTER (STRSTARTS(STR(?path), "https://w3id.org/jigyo/") && !STRENDS(STR(?to), "core#Concept")
                    && STRSTARTS(STR(?from), "https://w3id.org/jigyo/ns#")) }
            """);

    private static String mermaid() {
        Graph graph = Shapes.shipped().source();
        TreeSet<String> arrows = new TreeSet<>();
        Sparql.select(
                graph,
                QUERY,
                row -> arrows.add("    %s -->|%s| %s"
                        .formatted(
                                row.getResource("from").getLocalName(),
                                row.getResource("path").getLocalName(),
                                row.getResource("to").getLocalName())));
        return "```mermaid\ngraph LR\n" + String.join("\n", arrows) + "\n```\n";
    }

    @Test
    void thePictureIsUpToDate() throws IOException {
        String text = Files.readString(README);
        int begin = text.indexOf(BEGIN) + BEGIN.length();
        if ("write".equals(System.getProperty("jigyo.golden"))) {
            text = text.substring(0, begin) + mermaid() + text.substring(text.indexOf(END));
            Files.writeString(README, text);
        }
        assertThat(text.substring(begin, text.indexOf(END))).isEqualTo(mermaid());
    }
}
