import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.query.impl.SimpleDataset;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J's memory store behind HTTP. Arguments: N-Quads file, port, seconds for one query. */
final class Rdf4jServer {

    private final SailRepository repository = new SailRepository(new MemoryStore());
    private final SimpleDataset dataset = new SimpleDataset();

    private final int longest;

    private Rdf4jServer(int longest) {
        this.longest = longest;
    }

    public static void main(String[] args) throws IOException {
        Rdf4jServer server = new Rdf4jServer(Integer.parseInt(args[2]));
        server.load(Path.of(args[0]));
        HttpServer http = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])), 64);
        http.setExecutor(Executors.newFixedThreadPool(8));
        http.createContext("/", server::answer);
        http.start();
    }

    private void load(Path file) throws IOException {
        try (RepositoryConnection connection = repository.getConnection();
                InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
            connection.begin(org.eclipse.rdf4j.common.transaction.IsolationLevels.NONE);
            connection.add(in, "", RDFFormat.NQUADS);
            connection.commit();
            // Without this RDF4J answers from all graphs at once, each statement as often as it stands in one.
            dataset.addDefaultGraph(RDF4J.NIL);
            connection.getContextIDs().forEach(graph -> dataset.addNamedGraph((IRI) graph));
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body;
        int status = 200;
        try (RepositoryConnection connection = repository.getConnection()) {
            TupleQuery query = connection.prepareTupleQuery(query(exchange));
            query.setDataset(dataset);
            query.setMaxExecutionTime(longest);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            query.evaluate(new SPARQLResultsJSONWriter(out));
            body = out.toByteArray();
        } catch (RuntimeException e) {
            status = 500;
            body = String.valueOf(e).getBytes(StandardCharsets.UTF_8);
        }
        exchange.getResponseHeaders().set("Content-Type", "application/sparql-results+json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String query(HttpExchange exchange) throws IOException {
        String form = exchange.getRequestMethod().equals("POST")
                ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                : exchange.getRequestURI().getRawQuery();
        for (String pair : form.split("&")) {
            if (pair.startsWith("query=")) {
                return URLDecoder.decode(pair.substring("query=".length()), StandardCharsets.UTF_8);
            }
        }
        throw new IllegalArgumentException("no query");
    }
}
