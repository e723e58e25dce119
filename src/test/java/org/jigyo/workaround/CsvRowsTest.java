package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;

class CsvRowsTest {

    private static final String QUERY = """
            SELECT ?a ?b (?a AS ?c) ?d { BIND(BNODE() AS ?a) BIND(BNODE() AS ?b) VALUES ?d { "x, \\"y\\"" UNDEF } } LIMIT 2
            """;

    private static String written(RowSetWriter writer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (QueryExec execution =
                QueryExec.dataset(DatasetGraphFactory.empty()).query(QUERY).build()) {
            writer.write(out, execution.select(), Context.emptyContext());
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneLabelForOneNode() {
        assertThat(written(new CsvRows()).replace("\r\n", "\n"))
                .startsWith("a,b,c,d\n_:b0,_:b1,_:b0,\"x, \"\"y\"\"\"\n_:b")
                .endsWith(",\n");
    }

    @Test
    void jenaStillWritesThemAsTexts() {
        assertThat(written(RowSetWriterRegistry.getFactory(ResultSetLang.RS_CSV).create(ResultSetLang.RS_CSV)))
                .contains("b0,")
                .doesNotContain("_:");
    }
}
