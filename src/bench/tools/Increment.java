import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jigyo.cli.Steps;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.sheet.Sheet;

/**
 * What a release of copied records costs from nothing, on top of a release that lacks one sheet, and on top of one that says
 * one text otherwise: processor time of the process, by step. Arguments: records (JSON Lines), copies, folder.
 */
final class Increment {

    private Increment() {}

    public static void main(String[] args) throws IOException {
        List<Sheet> all = Copies.of(Path.of(args[0]), Integer.parseInt(args[1]));
        Path folder = Path.of(args[2]);
        // first time: what is compiled on the way is nobody's cost
        Steps.publish(all.subList(1, all.size()), folder, "data");
        Map<String, Double> nothing = Steps.publish(all, folder, "fresh");
        Map<String, Double> onTop = Steps.publish(all, folder, "data");
        Release release = Releases.in(folder.resolve("data")).current().orElseThrow();
        System.out.printf("%d sheets, %d graphs, %d statements in the default graph%n%n",
                all.size(), release.graphs().size(), release.statements());
        all.set(0, Copies.corrected(all.get(0)));
        Map<String, Double> text = Steps.publish(all, folder, "data");
        System.out.println("| CPU s | from nothing | one sheet more | ratio | one text corrected | ratio |");
        System.out.println("|---|--:|--:|--:|--:|--:|");
        nothing.forEach((step, seconds) -> System.out.printf(
                "| %s | %.1f | %.1f | %.2f | %.1f | %.2f |%n",
                step,
                seconds,
                onTop.get(step),
                onTop.get(step) / seconds,
                text.get(step),
                text.get(step) / seconds));
    }
}
