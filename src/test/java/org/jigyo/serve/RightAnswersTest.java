package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.system.Txn;
import org.jigyo.query.StoredQuery;
import org.jigyo.release.Drawer;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Releases;
import org.jigyo.serve.query.LocalQuery;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A query has the same, correct answer from a server over memory, from one over files, and without a server. */
class RightAnswersTest {

    private static final String PREFIXES = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> ";

    @TempDir
    static Path folder;

    @AutoClose
    private static Site memory;

    @AutoClose
    private static Site files;

    @AutoClose
    private static OpenRelease open;

    @BeforeAll
    static void start() {
        Releases releases = Releases.in(folder.resolve("data"));
        Drawer drawer = Drawer.ofCity(folder.resolve("turtle"), 3)
                .put(
                        "graph/a",
                        "<http://a.example/s> <http://a.example/v> 0.0 , \"05\"^^xsd:integer ; <http://a.example/w> <http://a.example/t> .\n")
                .put("graph/b", "<http://a.example/s> <http://a.example/x> 1 .\n");
        open = OpenRelease.of(releases.publish(drawer.graphs(), 1));
        memory = Site.over(releases, Site.settings(folder.resolve("memory"), ""));
        files = Site.over(
                releases,
                Site.settings(folder.resolve("files"), "release: { memory-percent: 0, exercise-seconds: 0 }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT ?t { VALUES (?t ?s) { (1 1) (2 1) (2 2) (3 1) (3 2) (3 3) } } GROUP BY ?t HAVING (COUNT(*) >= 2) (COUNT(*) < 3) | t 2",
                "SELECT * { { SELECT ?t { VALUES (?t ?s) { (1 1) (2 1) (2 2) (3 1) (3 2) (3 3) } } GROUP BY ?t HAVING (COUNT(*) >= 2) (COUNT(*) < 3) } } | t 2",
                "SELECT DISTINCT * { VALUES ?x { 1 1 1 1 } } ORDER BY RAND() | x 1",
                "SELECT REDUCED * { VALUES ?x { 1 } } ORDER BY ?x | x 1",
                "SELECT (?a = ?b AS ?same) { { SELECT (COUNT(*) AS ?a) { GRAPH ?g {} } } { SELECT (COUNT(DISTINCT ?g) AS ?b) { GRAPH ?g { ?s ?p ?o } } } } | same true",
                "SELECT ?g { GRAPH ?g { { SELECT ?s { ?s <http://a.example/x> ?o } } } } | g https://w3id.org/jigyo/graph/b",
                "SELECT ?s { GRAPH <http://a.example/nothing> { OPTIONAL { ?s ?p ?o } } } | s",
                "SELECT ?s { GRAPH <https://w3id.org/jigyo/graph/b> { OPTIONAL { ?s <http://a.example/v> ?o } } } | s ''",
                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://a.example/x> ?o } GRAPH ?h { ?s <http://a.example/v> ?v } FILTER(?g != ?h) } | n 2",
                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://a.example/x> ?o MINUS { ?a <http://a.example/x> ?b } } } | n 1",
                "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s <http://a.example/w>+ ?o } } | n 1",
                "SELECT (COUNT(*) AS ?n) { VALUES ?v { \"00.0\"^^xsd:decimal } ?s <http://a.example/v> ?v } | n 0",
                "SELECT (COUNT(*) AS ?n) { ?s <http://a.example/v> ?v FILTER(?v = 5) } | n 1",
                "SELECT (STR(?v) AS ?s) { ?x <http://a.example/v> ?v FILTER(?v = 5) } | s 05",
                "SELECT ?m (STR(?m) AS ?s) { BIND(MONTH(\"2024-04-01T00:00:00\"^^xsd:dateTime) AS ?m) VALUES ?m { 4 } } | m,s 4,4",
                "SELECT (STR(SECONDS(\"2024-04-01T00:00:05.5\"^^xsd:dateTime)) AS ?s) {} | s 5.5",
                "SELECT ?s { VALUES ?s { \"𠮷\" \"１\" \"ｱ\" \"a\" } } ORDER BY ?s | s a １ ｱ 𠮷",
                "SELECT ?s { VALUES ?s { \"𠮷\"@ja \"１\"@ja \"ｱ\"@ja } } ORDER BY DESC(?s) | s 𠮷 ｱ １",
                "SELECT (\"𠮷\" < \"ｱ\" AS ?a) (\"𠮷\" >= \"１\" AS ?b) {} | a,b false,true",
                "SELECT (-0.0e0 = 0e0 AS ?a) (-0.0e0 < 0e0 AS ?b) (-0.0e0 != 0e0 AS ?c) {} | a,b,c true,false,false",
                "SELECT (?a = ?b AS ?x) (?a = ?c AS ?y) { BIND(BNODE(\"k\") AS ?a) BIND(BNODE(\"k\") AS ?b) BIND(BNODE(\"l\") AS ?c) } | x,y true,false",
                "SELECT (COUNT(DISTINCT ?b) AS ?n) { VALUES ?x { 1 2 } BIND(BNODE(\"k\") AS ?b) } | n 2",
                "SELECT (COUNT(*) AS ?n) (BOUND(?c) AS ?x) { { SELECT (GROUP_CONCAT(DISTINCT ?v) AS ?c) { ?v <http://a.example/p> ?o } } } GROUP BY ?c | n,x 1,true",
                "SELECT (xsd:boolean(\"NaN\"^^xsd:double) AS ?a) (xsd:boolean(2e0) AS ?b) {} | a,b false,true",
                "SELECT (REPLACE(\"abc\", \"(b)(x)?\", \"[$1$2$3]\") AS ?a) (REPLACE(\"abc\", \"b\", \"$1\") AS ?b) {} | a,b a[b]c,ac",
                "SELECT (BOUND(?x) AS ?a) (1 + 2 AS ?b) { BIND(\"1\" + \"2\" AS ?x) } | a,b false,3",
            })
    void isTheSameEverywhere(String query, String rows) {
        String right = rows.replace("''", "").replace(' ', '\n') + "\n";
        assertThat(served(memory, query)).as("memory").isEqualTo(right);
        assertThat(served(files, query)).as("files").isEqualTo(right);
        assertThat(local(query)).as("without a server").isEqualTo(right);
    }

    private static String served(Site site, String query) {
        HttpResponse<String> response = site.query(PREFIXES + query, "Accept", "text/csv");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().replace("\r\n", "\n");
    }

    private static String local(String text) {
        Query query = StoredQuery.of("question", PREFIXES + text).bind(Map.of());
        return Txn.calculateRead(open.dataset(), () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (QueryExecution execution = LocalQuery.over(open, query)) {
                ResultSetFormatter.output(out, execution.execSelect(), ResultSetLang.RS_CSV);
            }
            return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
        });
    }
}
