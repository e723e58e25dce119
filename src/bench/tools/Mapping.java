import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.Namespace;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Publication;
import org.jigyo.graph.Registries;
import org.jigyo.sheet.Sheet;

/**
 * Records to Turtle against Rio that writes the same statements, which it has in memory, with no mapping: in turns, in one
 * process, after one turn that does not count. Arguments: records (JSON Lines), copies, rounds, folder.
 */
final class Mapping {

    private record Graph(Path file, Map<String, String> prefixes, List<Statement> statements) {}

    private Mapping() {}

    public static void main(String[] args) throws IOException {
        List<Sheet> sheets = Copies.of(Path.of(args[0]), Integer.parseInt(args[1]));
        int rounds = Integer.parseInt(args[2]);
        Path folder = Path.of(args[3]);
        double[] mapped = new double[rounds];
        double[] assigned = new double[rounds];
        double[] plain = new double[rounds];
        Publication first = EditionWriter.write(sheets, Registries.empty(), GraphBase.DEFAULT, folder.resolve("mapped"));
        plain(read(first), folder);
        long statements = 0;
        for (int i = 0; i < rounds; i++) {
            mapped[i] = seconds(() ->
                    EditionWriter.write(sheets, Registries.empty(), GraphBase.DEFAULT, folder.resolve("mapped")));
            // Fresh ones each time: a term that was written before has its hash, one that was just mapped has not.
            List<Graph> graphs = read(first);
            statements = graphs.stream().mapToLong(g -> g.statements.size()).sum();
            plain[i] = seconds(() -> plain(graphs, folder));
            assigned[i] = seconds(() -> Registries.empty().assign(sheets));
        }
        System.out.printf("%d sheets, %d statements in %d graphs, median of %d rounds%n%n",
                sheets.size(), statements, first.files().size(), rounds);
        System.out.println("| | CPU s | statements a CPU second | ratio |\n|---|--:|--:|--:|");
        row("Rio, no mapping", median(plain), statements, median(plain));
        row("**EditionWriter**: keys, mapping, order, Turtle", median(mapped), statements, median(plain));
        row("of it keys of the registry", median(assigned), statements, median(plain));
    }

    private interface Work {
        void run() throws IOException;
    }

    /** Processor time of the process: what else the machine does is not in it. */
    private static double seconds(Work work) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.gc();
        long start = system.getProcessCpuTime();
        work.run();
        return (system.getProcessCpuTime() - start) / 1e9;
    }

    private static List<Graph> read(Publication publication) throws IOException {
        List<Graph> graphs = new ArrayList<>();
        for (var file : publication.files()) {
            graphs.add(read(file.path()));
        }
        return graphs;
    }

    private static Graph read(Path file) throws IOException {
        Graph graph = new Graph(file, new LinkedHashMap<>(), new ArrayList<>());
        TurtleParser parser = new TurtleParser();
        parser.setRDFHandler(new AbstractRDFHandler() {
            @Override
            public void handleNamespace(String prefix, String uri) {
                graph.prefixes.put(prefix, uri);
            }

            @Override
            public void handleStatement(Statement statement) {
                graph.statements.add(statement);
            }
        });
        try (InputStream in = Files.newInputStream(file)) {
            parser.parse(in, "");
        }
        return graph;
    }

    private static void plain(List<Graph> graphs, Path folder) throws IOException {
        Path plain = Files.createDirectories(folder.resolve("plain"));
        for (Graph graph : graphs) {
            try (BufferedWriter out =
                    Files.newBufferedWriter(plain.resolve(graph.file.getFileName()), StandardCharsets.UTF_8)) {
                TurtleWriter writer = new TurtleWriter(out);
                writer.startRDF();
                graph.prefixes.forEach(writer::handleNamespace);
                graph.statements.forEach(writer::handleStatement);
                writer.endRDF();
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static void row(String name, double seconds, long statements, double base) {
        System.out.printf("| %s | %.2f | %,.0f | %.2f |%n", name, seconds, statements / seconds, seconds / base);
    }
}
