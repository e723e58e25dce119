package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.jigyo.query.StoredQuery;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Releases;
import org.jigyo.serve.Server;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.query.LocalQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Our server in front of other engines that hold the release. Every stored query has the same rows, term by term, but for the differences
 * that {@code engine-differences.tsv} explains; it fails when one of those no longer differs.
 */
class OtherEnginesTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Our own answers, by the name of the query. */
    private static final Map<String, List<String>> EXPECTED = new HashMap<>();

    @TempDir
    private Path temporary;

    private AutoCloseable engine = () -> {};

    @AfterEach
    void stop() throws Exception {
        engine.close();
    }

    /** The address of a plain Fuseki without a text index, whose default graph is empty. */
    private String fuseki() throws IOException {
        Path files = temporary.resolve("quads");
        load(files);
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.sorted().toList()) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                    boolean packed = file.toString().endsWith(".gz");
                    Txn.executeWrite(dataset, () -> RDFDataMgr.read(dataset, packed ? unpacked(in) : in, Lang.NQUADS));
                }
            }
        }
        FusekiServer server = FusekiServer.create()
                .port(0)
                .loopback(true)
                .add("/all", dataset)
                .build();
        server.start();
        engine = server::stop;
        return "http://127.0.0.1:" + server.getPort() + "/all/sparql";
    }

    private static InputStream unpacked(InputStream in) {
        try {
            return new GZIPInputStream(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void load(Path files, String... more) {
        String[] words = Stream.concat(
                        Stream.of("load", "--data", PublishedSpecimens.data().toString(), files.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        Cli.Said said = Cli.run(words);
        assertThat(said.exitCode()).as(said.err()).isZero();
    }

    /** The address of a Virtuoso with an own database. */
    private String virtuoso() throws IOException, InterruptedException {
        Path folder = Files.createDirectory(temporary.resolve("virtuoso"));
        int sql = freePort();
        int http = freePort();
        Files.writeString(folder.resolve("virtuoso.ini"), """
                [Database]
                DatabaseFile = virtuoso.db
                ErrorLogFile = virtuoso.log
                LockFile = virtuoso.lck
                TransactionFile = virtuoso.trx
                [TempDatabase]
                DatabaseFile = temp.db
                TransactionFile = temp.trx
                [Parameters]
                ServerPort = 127.0.0.1:%d
                DisableUnixSocket = 1
                NumberOfBuffers = 20000
                DirsAllowed = %s
                [HTTPServer]
                ServerPort = 127.0.0.1:%d
                ServerThreads = 8
                [SPARQL]
                ResultSetMaxRows = 1000000
                """.formatted(sql, temporary, http));
        Process process = new ProcessBuilder("virtuoso-t", "+foreground", "+configfile", "virtuoso.ini")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
        engine = () -> {
            process.destroy();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        };
        Path log = folder.resolve("virtuoso.log");
        for (int i = 0; i < 600 && !(Files.exists(log) && Files.readString(log).contains("Server online")); i++) {
            assertThat(process.isAlive())
                    .as(Files.readString(folder.resolve("out.log")))
                    .isTrue();
            Thread.sleep(100);
        }
        load(temporary.resolve("quads"), "--virtuoso", "127.0.0.1:" + sql);
        return "http://127.0.0.1:" + http + "/sparql";
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @Test
    void plainFusekiAnswersAsWeDo() throws Exception {
        String address = fuseki();
        sameAnswers("fuseki", address, false);
        sameAnswers("fuseki", address, true);
    }

    @Test
    void virtuosoAnswersAsWeDoButForTheExplained() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(path -> Files.isExecutable(Path.of(path, "virtuoso-t"))),
                "virtuoso-t is not on the PATH (Debian: apt-get install virtuoso-opensource-7)");
        sameAnswers("virtuoso", virtuoso(), false);
    }

    private void sameAnswers(String name, String address, boolean whole) throws Exception {
        Releases releases = Releases.in(PublishedSpecimens.data());
        Path config = Files.writeString(
                temporary.resolve("serve.yml"),
                "listen: {port: 0, monitor-port: -1}\nrelease: {exercise-seconds: 0, warm-up: false}\nsparql: {whole-queries: "
                        + whole + "}\n");
        Map<String, String> different = new TreeMap<>();
        try (Server front = Server.inFrontOf(address, releases, Settings.read(config));
                OpenRelease ours = OpenRelease.of(releases.current().orElseThrow())) {
            for (Map.Entry<String, Query> query : queries().entrySet()) {
                String difference = difference(front.address(), ours, query.getKey(), query.getValue());
                if (!difference.isEmpty()) {
                    different.put(query.getKey(), difference);
                }
            }
            assertThat(different.keySet())
                    .as(different.toString())
                    .isEqualTo(explained(name).keySet());
            pagesWork(front.address());
        }
    }

    /** The stored queries, and some that need what the engine does not have. */
    private static Map<String, Query> queries() {
        Map<String, Query> queries = new LinkedHashMap<>();
        StoredQuery.bundled().values().stream()
                .filter(StoredQuery::standsAlone)
                .forEach(query -> queries.put(query.name(), query.bind(Map.of())));
        String prefixes = """
                PREFIX text: <http://jena.apache.org/text#>
                PREFIX jg: <https://w3id.org/jigyo/ns#>
                """;
        Map.of(
                        "graphs", "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s a jg:Project } } GROUP BY ?g",
                        "from",
                                "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/jigyo/graph/082201/2024/evidence> { ?s ?p ?o }",
                        "hidden", "SELECT ?s { GRAPH <https://w3id.org/jigyo/served/default> { ?s a jg:Project } }",
                        "text", "SELECT ?s ?type { ?s text:query (jg:textPairs \"スマートシティ\") ; a ?type }",
                        "words-of-rows", "SELECT ?s { BIND(\"交通\" AS ?words) ?s text:query ?words }",
                        "ask", "ASK { ?s a jg:Project FILTER NOT EXISTS { ?s a jg:Evaluation } }",
                        "construct", "CONSTRUCT { ?s a jg:Project } WHERE { ?s a jg:Project }",
                        "describe", "DESCRIBE ?s { ?s a jg:Project }")
                .forEach((name, text) -> queries.put("extra-" + name, QueryFactory.create(prefixes + text)));
        return queries;
    }

    /** How the answers differ; empty if they are the same term by term. */
    private static String difference(URI front, OpenRelease ours, String name, Query query) throws Exception {
        boolean rows = query.isSelectType() || query.isAskType();
        HttpResponse<byte[]> answer = get(
                front.resolve("sparql?query=" + URLEncoder.encode(query.toString(), StandardCharsets.UTF_8)),
                rows ? "application/sparql-results+json" : "application/n-triples");
        if (answer.statusCode() != 200) {
            return answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        }
        List<String> expected = EXPECTED.computeIfAbsent(
                name, unknown -> Txn.calculateRead(ours.dataset(), () -> expected(ours, query)));
        List<String> found = found(query, answer.body());
        return expected.equals(found)
                ? ""
                : expected.size() + " and " + found.size() + " rows: " + first(expected, found);
    }

    private static List<String> expected(OpenRelease ours, Query query) {
        try (QueryExecution execution = LocalQuery.over(ours, query)) {
            if (query.isAskType()) {
                return List.of(String.valueOf(execution.execAsk()));
            }
            if (query.isSelectType()) {
                return rows(execution.execSelect());
            }
            return statements(query.isDescribeType() ? execution.execDescribe() : execution.execConstruct());
        }
    }

    private static List<String> found(Query query, byte[] answer) {
        InputStream in = new ByteArrayInputStream(answer);
        if (query.isAskType()) {
            return List.of(String.valueOf(ResultSetMgr.readBoolean(in, ResultSetLang.RS_JSON)));
        }
        if (query.isSelectType()) {
            return rows(ResultSetFactory.fromJSON(in));
        }
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, in, Lang.NTRIPLES);
        return statements(model);
    }

    /** The rows as text, sorted; SPARQL defines no order for the parts of a list that GROUP_CONCAT makes. */
    private static List<String> rows(ResultSet answer) {
        List<String> rows = new ArrayList<>();
        answer.forEachRemaining(row -> {
            Map<String, String> cells = new TreeMap<>();
            row.varNames()
                    .forEachRemaining(name -> cells.put(
                            name, inOrder(NodeFmtLib.strNT(row.get(name).asNode()))));
            rows.add(cells.toString());
        });
        rows.sort(null);
        return rows;
    }

    private static String inOrder(String term) {
        return term.contains(" | ")
                ? Stream.of(term.replace("\"", "").split(" \\| "))
                        .sorted()
                        .toList()
                        .toString()
                : term;
    }

    private static List<String> statements(Model model) {
        return model.listStatements().mapWith(String::valueOf).toList().stream()
                .sorted()
                .toList();
    }

    private static String first(List<String> expected, List<String> found) {
        List<String> missing = new ArrayList<>(expected);
        found.forEach(missing::remove);
        List<String> more = new ArrayList<>(found);
        expected.forEach(more::remove);
        return missing.stream().limit(1).toList() + " " + more.stream().limit(1).toList();
    }

    private static HttpResponse<byte[]> get(URI address, String accept) throws IOException, InterruptedException {
        return CLIENT.send(
                HttpRequest.newBuilder(address).header("Accept", accept).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static Map<String, String> explained(String engine) throws IOException {
        Map<String, String> explained = new TreeMap<>();
        try (InputStream file = OtherEnginesTest.class.getResourceAsStream("engine-differences.tsv")) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .filter(cells -> cells[0].equals(engine))
                    .forEach(cells -> explained.put(cells[1], cells[2]));
        }
        return explained;
    }

    private void pagesWork(URI front) throws IOException, InterruptedException {
        for (String page :
                new String[] {"search?q=%E4%BA%A4%E9%80%9A", "doc/municipality/082201", "data.json", "dump/SHA256SUMS"
                }) {
            HttpResponse<byte[]> answer = get(front.resolve(page), "*/*;q=0.1,text/html");
            assertThat(answer.statusCode())
                    .as(page + new String(answer.body(), StandardCharsets.UTF_8))
                    .isEqualTo(200);
        }
    }
}
