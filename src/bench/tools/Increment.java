import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.check.GraphCheck;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Publication;
import org.jigyo.registry.Registry;
import org.jigyo.release.GraphFile;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.sheet.Sheet;

/**
 * What a release of copied records costs from nothing, and on top of a release that lacks one sheet: processor time of the
 * process, by step. Arguments: records (JSON Lines), copies, folder.
 */
final class Increment {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Increment() {}

    public static void main(String[] args) throws IOException {
        List<Sheet> all = Copies.of(Path.of(args[0]), Integer.parseInt(args[1]));
        Path folder = Path.of(args[2]);
        // first time: what is compiled on the way is nobody's cost
        publish(all.subList(1, all.size()), folder, "data");
        Map<String, Double> nothing = publish(all, folder, "fresh");
        Map<String, Double> onTop = publish(all, folder, "data");
        Release release = Releases.in(folder.resolve("data")).current().orElseThrow();
        System.out.printf("%d sheets, %d graphs, %d statements in the default graph%n%n",
                all.size(), release.graphs().size(), release.statements());
        System.out.println("| CPU s | from nothing | one sheet more | ratio |\n|---|--:|--:|--:|");
        nothing.forEach((step, seconds) -> System.out.printf(
                "| %s | %.1f | %.1f | %.2f |%n", step, seconds, onTop.get(step), onTop.get(step) / seconds));
    }

    private static Map<String, Double> publish(List<Sheet> sheets, Path folder, String name) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        long begin = begin();
        Publication written = EditionWriter.write(sheets, Registry.empty(), GraphBase.DEFAULT, folder.resolve("turtle"));
        long mapped = SYSTEM.getProcessCpuTime();
        List<GraphFile> graphs = new ArrayList<>();
        written.files().forEach(f -> graphs.add(new GraphFile(f.graph(), f.path())));
        GraphCheck.check(graphs.stream().map(GraphFile::file).toList());
        long checked = SYSTEM.getProcessCpuTime();
        Releases.in(folder.resolve(name)).publish(graphs, 5);
        long done = SYSTEM.getProcessCpuTime();
        seconds.put("records to Turtle", (mapped - begin) / 1e9);
        seconds.put("checks", (checked - mapped) / 1e9);
        seconds.put("release", (done - checked) / 1e9);
        seconds.put("**whole**", (done - begin) / 1e9);
        return seconds;
    }

    private static long begin() {
        System.gc();
        return SYSTEM.getProcessCpuTime();
    }
}
