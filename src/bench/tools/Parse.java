import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;

/**
 * Parses the questions of a folder again and again, none twice in the same words, and prints after each second how many
 * milliseconds one took. Arguments: folder of queries, seconds.
 */
final class Parse {

    private static final long SECOND = 1_000_000_000;

    private Parse() {}

    public static void main(String[] args) throws IOException {
        List<String> questions = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.sorted().toList()) {
                questions.add(Files.readString(file));
            }
        }
        int n = 0;
        for (int second = 0; second < Integer.parseInt(args[1]); second++) {
            long start = System.nanoTime();
            int before = n;
            while (System.nanoTime() - start < SECOND) {
                for (String question : questions) {
                    QueryFactory.create(question + "\n#" + n++, "http://relative.invalid/", Syntax.syntaxSPARQL_11);
                }
            }
            System.out.printf("%.3f ms%n", (System.nanoTime() - start) / 1e6 / (n - before));
        }
    }
}
