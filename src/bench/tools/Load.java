import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.graph.EditionWriter;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Publication;
import org.jigyo.graph.Registries;
import org.jigyo.release.GraphFile;
import org.jigyo.release.Loading;

/** The graphs of copied records, loaded by Jigyo and by Jena. Arguments: records (JSON Lines), copies, rounds, folder. */
final class Load {

    private Load() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[3]);
        Publication written = EditionWriter.write(
                Copies.of(Path.of(args[0]), Integer.parseInt(args[1])),
                Registries.empty(),
                GraphBase.DEFAULT,
                folder.resolve("turtle"));
        List<GraphFile> graphs = new ArrayList<>();
        written.files().forEach(f -> graphs.add(new GraphFile(f.graph(), f.path())));
        Loading.compare(graphs, folder, Integer.parseInt(args[2]));
    }
}
