package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.jigyo.release.Drawer;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.serve.Site;
import org.jigyo.serve.query.LocalQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivisionTest {

    @Test
    void byADecimalZeroIsNoValueAndNoFailure(@TempDir Path folder) {
        String query = "SELECT ?z (3 / ?z AS ?x) { VALUES ?z { 0.0 1.5 0.00 } }";
        try (Site site = Site.ofCity(folder, 1, "")) {
            HttpResponse<String> response = site.query(query, "Accept", "text/csv");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body().replace("\r\n", "\n"))
                    .contains("0.0,\n", "0.00,\n")
                    .containsPattern("1.5,2(\\.0)?\n");
            assertThat(site.query("SELECT (1.0 / 0.0 AS ?x) { }", "Accept", "text/csv")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void jenaStillGivesUpTheQuery() {
        // not a constant, which is folded before
        try (QueryExec execution = QueryExec.dataset(DatasetGraphFactory.empty())
                .query("SELECT (3 / ?z AS ?x) { VALUES ?z { 0.0 } }")
                .build()) {
            assertThatThrownBy(() -> execution.select().next()).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void withoutAServerTheAnswersAreTheSame(@TempDir Path folder) {
        Release release = Releases.in(folder.resolve("data"))
                .publish(Drawer.ofCity(folder.resolve("turtle"), 3).graphs(), 1);
        try (OpenRelease open = OpenRelease.of(release)) {
            assertThat(rows(open, "SELECT ?z (3 / ?z AS ?x) { VALUES ?z { 0.0 1.5 } }"))
                    .containsExactly("( ?z = 0.0 )", "( ?z = 1.5 ) ( ?x = 2.0 )");
            assertThat(rows(open, "SELECT ?s { ?s <http://jena.apache.org/text#query> '事業' }"))
                    .isNotEmpty();
        }
    }

    private static List<String> rows(OpenRelease open, String query) {
        return Txn.calculateRead(open.dataset(), () -> {
            List<String> rows = new ArrayList<>();
            try (QueryExecution execution = LocalQuery.over(open, QueryFactory.create(query))) {
                execution
                        .execSelect()
                        .forEachRemaining(row -> rows.add(row.toString().strip()));
            }
            return rows;
        });
    }
}
