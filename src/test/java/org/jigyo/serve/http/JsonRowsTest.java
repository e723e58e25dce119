package org.jigyo.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;

/** Written rows are read back unchanged by Jena's reader. */
class JsonRowsTest {

    private static QueryExec asked(String query) {
        return QueryExec.dataset(DatasetGraphFactory.empty()).query(query).build();
    }

    private static List<Binding> rows(RowSet rows) {
        List<Binding> list = new ArrayList<>();
        rows.forEachRemaining(list::add);
        return list;
    }

    private static RowSet read(byte[] json) {
        return RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(json), Context.emptyContext());
    }

    @Test
    void everyKindOfTermAndWhatIsNotThere() {
        String query = """
                SELECT ?x ?y { VALUES (?x ?y) {
                  (<http://a.example/市> "1") ("いち\\n\\"2\\" \\u0007\\\\ 𠮷"@ja UNDEF) (UNDEF UNDEF) (1 1.50) (true "05"^^<urn:t>) ("" "a"@en-GB) } }
                """;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonRows().write(out, asked(query).select(), Context.emptyContext());
        RowSet read = read(out.toByteArray());
        assertThat(read.getResultVars()).hasToString("[?x, ?y]");
        assertThat(rows(read)).hasSize(6).isEqualTo(rows(asked(query).select()));
    }

    @Test
    void oneBlankNodeHasOneNameAndTwoHaveTwo() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String query = "SELECT ?a (?a AS ?b) (BNODE() AS ?c) { BIND(BNODE() AS ?a) }";
        new JsonRows().write(out, asked(query).select(), Context.emptyContext());
        Binding row = rows(read(out.toByteArray())).get(0);
        assertThat(row.get("a")).isEqualTo(row.get("b")).isNotEqualTo(row.get("c"));
    }

    @Test
    void noRowsAndATruth() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonRows().write(out, asked("SELECT ?x { FILTER(false) }").select(), Context.emptyContext());
        assertThat(rows(read(out.toByteArray()))).isEmpty();
        out.reset();
        new JsonRows().write(out, true, Context.emptyContext());
        assertThat(out).hasToString("{\"head\":{},\"boolean\":true}");
    }
}
