package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.Server;
import org.jigyo.serve.export.ParquetTable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads the Parquet files, and adds up what the stored queries say. */
class ParquetTest {

    @TempDir
    private static Path temporary;

    @AutoClose
    private static Server specimens;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serve() throws IOException {
        specimens = PublishedSpecimens.serve(temporary);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(specimens.address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private JsonNode rows(String path) throws Exception {
        return JsonMapper.builder().build().readTree(get(path).body()).at("/results/bindings");
    }

    /** The rows of a query of DuckDB, cells separated by blanks. */
    private static List<String> duckdb(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : " ").append(rows.getString(i));
                }
                all.add(row.toString());
            }
            return all;
        }
    }

    private Path saved(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(ParquetTable.MEDIA_TYPE);
        return Files.write(Files.createTempFile(temporary, "rows", ".parquet"), answer.body());
    }

    /** One file an edition; together they say what the stored query says of each city and year. */
    @Test
    void theEditionsAddUpToTheStoredQuery() throws Exception {
        TreeSet<String> editions = new TreeSet<>();
        rows("/api/queries/observations?format=json")
                .forEach(row -> editions.add(row.at("/edition/value").asText()));
        List<String> sums = new ArrayList<>();
        for (String edition : editions) {
            Path file = saved("/api/queries/observations?format=parquet&edition=" + edition);
            assertThat(duckdb("SELECT DISTINCT edition FROM '" + file + "'")).containsExactly(edition);
            sums.addAll(duckdb("SELECT cityCode, year, sum(yen) FROM '" + file
                    + "' WHERE cube = 'cost' AND phase = 'settled' AND item = 'total' AND yen IS NOT NULL"
                    + " AND year = CAST(split_part(edition, '/', 2) AS INT) GROUP BY ALL"));
        }
        List<String> stored = new ArrayList<>();
        rows("/api/queries/cost-per-resident?year=all&format=json").forEach(row -> {
            if (row.has("yen")) {
                stored.add(row.at("/cityCode/value").asText() + " "
                        + row.at("/year/value").asText() + " "
                        + row.at("/yen/value").asText());
            }
        });
        assertThat(sums).containsExactlyInAnyOrderElementsOf(stored).hasSizeGreaterThan(3);
    }

    @Test
    void theCommandWritesTheSameRows() throws Exception {
        String data = PublishedSpecimens.data().toString();
        Path file = temporary.resolve("command.parquet");
        java.io.PrintStream out = System.out;
        try (java.io.PrintStream to = new java.io.PrintStream(Files.newOutputStream(file), true)) {
            System.setOut(to);
            assertThat(Main.run("query", "--data", data, "--format", "parquet", "observations"))
                    .isZero();
        } finally {
            System.setOut(out);
        }
        Path served = saved("/api/queries/observations?format=parquet");
        assertThat(duckdb("SELECT count(*) FROM (FROM '" + file + "' EXCEPT ALL FROM '" + served + "')"))
                .containsExactly("0");
        assertThat(duckdb("SELECT count(*) FROM '" + file + "'"))
                .isEqualTo(duckdb("SELECT count(*) FROM '" + served + "'"))
                .doesNotContain("0");
    }

    @Test
    void columnsHaveTheirTypesAndTheFileNamesItsRelease() throws Exception {
        Path file = saved("/api/queries/observations?format=parquet");
        assertThat(duckdb("SELECT column_name, column_type FROM (DESCRIBE FROM '" + file + "')"))
                .contains("year INTEGER", "yen BIGINT", "value DOUBLE", "present BOOLEAN", "cityCode VARCHAR");
        assertThat(duckdb("SELECT decode(key), decode(value) FROM parquet_kv_metadata('" + file
                        + "') WHERE decode(key) LIKE 'jigyo%'"))
                .contains("jigyo.query observations")
                .anyMatch(entry -> entry.matches("jigyo.release [0-9a-f]{16}"));
    }

    /** Every stored query that gives CSV gives the same rows as Parquet. */
    @Test
    void everyTableCanBeRead() throws Exception {
        for (StoredQuery query : StoredQuery.bundled().values()) {
            if (query.standsAlone() && query.parsed().isSelectType()) {
                String path = "/api/queries/" + query.name() + "?year=all&format=";
                path = query.takes("year") ? path : path.replace("year=all&", "");
                assertThat(duckdb("SELECT count(*) FROM '" + saved(path + "parquet") + "'"))
                        .as(query.name())
                        .containsExactly(String.valueOf(rows(path + "json").size()));
            }
        }
    }

    /** DuckDB and pyarrow read only the parts that they need, where an address always returns the same. */
    @Test
    void partsAreServedOfANamedRelease() throws Exception {
        String path = "/api/queries/observations?format=parquet";
        HttpResponse<byte[]> whole = get(path, "Range", "bytes=4-11");
        assertThat(whole.statusCode()).isEqualTo(200);
        String release = whole.headers().firstValue("X-Jigyo-Release").orElseThrow();
        HttpResponse<byte[]> part = get(path + "&release=" + release, "Range", "bytes=4-11");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 4, 12));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 4-11/" + whole.body().length);
        assertThat(get(path + "&release=" + release, "Range", "bytes=999999999-")
                        .statusCode())
                .isEqualTo(416);
        assertThat(get(path, "If-None-Match", whole.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aDescriptionIsNoTable() throws Exception {
        assertThat(get(URI.create("/api/queries/coverage?format=parquet&header=labels")
                                .toString())
                        .statusCode())
                .isEqualTo(400);
    }
}
