package org.jigyo.release;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/**
 * The bulk load of a release's graphs against Jena's own program on the same statements as N-Quads: in turns, in one warm
 * process, after one turn that does not count.
 */
public final class Loading {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private interface Work {
        void run(Path into) throws IOException;
    }

    private record Took(double clock, double cpu) {}

    private Loading() {}

    /** Compares the loads of these graphs and prints a table. */
    public static void compare(List<GraphFile> graphs, Path folder, int rounds) throws IOException {
        Path file = folder.resolve("all.nq");
        long quads = quads(graphs, file);
        Work theirs = into -> tdb2.tdbloader.main("--loc", into.toString(), file.toString());
        Work ours = into -> {
            try (Store store = Store.in(into)) {
                store.load(graphs);
            }
        };
        List<Took> theirTimes = new ArrayList<>();
        List<Took> ourTimes = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            theirTimes.add(took(theirs, folder.resolve("theirs-" + round)));
            ourTimes.add(took(ours, folder.resolve("ours-" + round)));
        }
        System.out.printf("%d quads (default graph and named graphs), median of %d rounds%n%n", quads, rounds);
        System.out.println("| bulk load | clock s | CPU s | quads/s by the clock | ratio | quads a CPU second | ratio |\n"
                + "|---|--:|--:|--:|--:|--:|--:|");
        Took base = median(theirTimes);
        row("tdb2.tdbloader, N-Quads", quads, base, base);
        row("**jigyo**, Turtle", quads, median(ourTimes), base);
    }

    private static long quads(List<GraphFile> graphs, Path file) throws IOException {
        long[] count = {0};
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
            writer.start();
            for (GraphFile graph : graphs) {
                TurtleSource.read(graph.file(), graph.graph(), triple -> {
                    writer.quad(Quad.create(NodeFactory.createURI(graph.graph()), triple));
                    count[0]++;
                    if (!graph.evidence()) {
                        writer.triple(triple);
                        count[0]++;
                    }
                });
            }
            writer.finish();
        }
        return count[0];
    }

    private static Took took(Work work, Path into) throws IOException {
        Files.createDirectories(into);
        System.gc();
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run(into);
        Took took = new Took((System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9);
        Folders.delete(into);
        return took;
    }

    private static Took median(List<Took> rounds) {
        List<Took> counted = rounds.subList(1, rounds.size());
        return new Took(
                median(counted.stream().mapToDouble(Took::clock).toArray()),
                median(counted.stream().mapToDouble(Took::cpu).toArray()));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static void row(String name, long quads, Took took, Took base) {
        System.out.printf(
                "| %s | %.1f | %.1f | %.0f | %.2f | %.0f | %.2f |%n",
                name,
                took.clock,
                took.cpu,
                quads / took.clock,
                base.clock / took.clock,
                quads / took.cpu,
                base.cpu / took.cpu);
    }
}
