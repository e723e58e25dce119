package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
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
}
