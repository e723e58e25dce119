package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;

/** Indicators of several cities that print the same name and unit are linked to the first of them, unless somebody has reviewed them. */
class PossiblySameIndicatorsTest {

    private static final String USES = """
            @prefix : <https://example.org/> . @prefix jg: <https://w3id.org/jigyo/ns#> .
            :a jg:indicator :i1 ; jg:nameAsPrinted "標本の数"@ja ; jg:unitConcept :case .
            :b jg:indicator :i2 ; jg:nameAsPrinted "標本の数"@ja ; jg:unitConcept :case .
            :c jg:indicator :i3 ; jg:nameAsPrinted "標本の数"@ja ; jg:unitConcept :case .
            :d jg:indicator :i4 ; jg:nameAsPrinted "標本の数"@ja ; jg:unitConcept :person .
            :e jg:indicator :i5 ; jg:nameAsPrinted "標本の数"@ja .
            :f jg:indicator :i6 ; jg:nameAsPrinted "標本の数"@ja ; jg:unitConcept :case . :i6 jg:indicatorConcept :known .
            """;

    @Test
    void eachLeadsToTheFirst() {
        DatasetGraph dataset = DatasetFactory.create().asDatasetGraph();
        RDFParser.fromString(USES, Lang.TURTLE).parse(dataset);
        NTriples found = new NTriples();
        Constructs.in("statistics/all")
                .run(dataset, Map.of(Constructs.BASE, NodeFactory.createLiteralString("https://example.org/")), found);
        assertThat(found.lines())
                .filteredOn(line -> line.contains("possiblySameIndicator"))
                .map(line -> line.replaceAll("<[^>]*[/#]|>", ""))
                .containsExactly("i2 possiblySameIndicator i1 .", "i3 possiblySameIndicator i1 .");
    }
}
