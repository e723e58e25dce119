import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.helpers.StatementCollector;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.GraphFile;
import org.jigyo.graph.Publication;
import org.jigyo.registry.Registry;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;

/**
 * Records → Turtle against Rio writing the same statements, already in memory and in the same order, with no mapping. Time is the
 * CPU time of the one thread that does the work, best of five after three warm-ups, so that other work on the machine does not count.
 *
 * <p>Arguments: a file of sheet records (JSON Lines), how many copies of each, a folder for the output.
 */
final class GraphBench {

    private GraphBench() {}

    public static void main(String[] args) throws IOException {
        List<Sheet> sheets = copies(Path.of(args[0]), Integer.parseInt(args[1]));
        Path folder = Path.of(args[2]);
        Publication publication = EditionWriter.write(sheets, Registry.empty(), GraphBase.DEFAULT, folder);
        List<List<Statement>> graphs = new ArrayList<>();
        for (GraphFile file : publication.files()) {
            List<Statement> statements = new ArrayList<>();
            TurtleParser parser = new TurtleParser();
            parser.setRDFHandler(new StatementCollector(statements));
            parser.parse(new StringReader(Files.readString(file.path())), "");
            graphs.add(statements);
        }
        long count = graphs.stream().mapToLong(List::size).sum();
        double ours = seconds(() -> EditionWriter.write(sheets, Registry.empty(), GraphBase.DEFAULT, folder));
        double rio = seconds(() -> write(graphs, folder));
        System.out.printf(
                "%d sheets, %d statements%nrecords to Turtle  %.2f s  %,.0f triples/s%nRio alone          %.2f s  %,.0f triples/s%nratio %.2f%n",
                sheets.size(), count, ours, count / ours, rio, count / rio, ours / rio);
    }

    private static List<Sheet> copies(Path file, int times) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            for (int n = 0; n < times; n++) {
                Sheet s = SheetJson.read(line);
                sheets.add(new Sheet(
                        s.layout(), s.source(), s.context(), s.city(), s.fiscalYear(), null, s.number() + n,
                        s.name() + n, s.department(), s.departmentCode(), s.section(), s.budgetAccounts(), s.pledges(),
                        s.policies(), s.sdgs(), s.attributes(), s.texts(), s.costs(), s.staffing(), s.indicators(),
                        s.ratings(), s.direction(), null, s.issues(), s.evidence()));
            }
        }
        return sheets;
    }

    private static void write(List<List<Statement>> graphs, Path folder) {
        int n = 0;
        for (List<Statement> statements : graphs) {
            try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("rio-" + n++ + ".ttl"))) {
                TurtleWriter writer = new TurtleWriter(out);
                writer.startRDF();
                statements.forEach(writer::handleStatement);
                writer.endRDF();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static double seconds(Runnable work) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 8; round++) {
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            work.run();
            double taken = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before) / 1e9;
            best = round < 3 ? best : Math.min(best, taken);
        }
        return best;
    }
}
