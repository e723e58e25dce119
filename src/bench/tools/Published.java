import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Release;
import org.jigyo.query.StoredQuery;
import org.jigyo.sheet.Sheet;

/**
 * A release of copied records, everything in it as one N-Quads file for others, and the stored questions with their default
 * parameters bound: as they are in {@code queries}, and in {@code plain} in the form that needs no statistics graph.
 * Arguments: records (JSON Lines), copies, folder, folder of the questions that have such a form.
 */
final class Published {

    private Published() {}

    public static void main(String[] args) throws IOException {
        List<Sheet> sheets = Copies.of(Path.of(args[0]), Integer.parseInt(args[1]));
        Path folder = Path.of(args[2]);
        long start = System.nanoTime();
        Path written = Copies.write(sheets, folder.resolve("sheets"));
        long mapped = System.nanoTime();
        Release release = Copies.publish(folder.resolve("data"), written);
        long published = System.nanoTime();
        System.out.printf(
                "%d sheets, %d graphs, %d statements in the default graph; written in %.1f s, published in %.1f s%n",
                sheets.size(),
                release.graphs().size(),
                release.statements(),
                (mapped - start) / 1e9,
                (published - mapped) / 1e9);
        try (OpenRelease open = OpenRelease.of(release)) {
            quads(open.dataset(), folder.resolve("all.nq"));
        }
        Path queries = Files.createDirectories(folder.resolve("queries"));
        Path plain = Files.createDirectories(folder.resolve("plain"));
        for (StoredQuery query : StoredQuery.bundled().values()) {
            if (query.standsAlone()) {
                String file = query.name() + ".rq";
                write(query, queries.resolve(file));
                Path other = Path.of(args[3]).resolve(file);
                write(
                        Files.exists(other)
                                ? new StoredQuery(query.name(), query.about(), Files.readString(other))
                                : query,
                        plain.resolve(file));
            }
        }
    }

    private static void write(StoredQuery query, Path file) throws IOException {
        Files.writeString(file, query.bind(java.util.Map.of()).serialize());
    }

    private static void quads(DatasetGraph dataset, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StreamRDF writer = StreamRDFWriter.getWriterStream(out, Lang.NQUADS);
            writer.start();
            Txn.executeRead(dataset, () -> {
                dataset.getDefaultGraph().find().forEachRemaining(writer::triple);
                dataset.findNG(null, null, null, null)
                        .forEachRemaining(q -> writer.quad(Quad.create(q.getGraph(), q.asTriple())));
            });
            writer.finish();
        }
    }
}
