package org.jigyo.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder for graphs of a test's own making. */
public final class Drawer {

    public static final String BASE = "https://w3id.org/jigyo/";

    private final Path folder;
    private final List<GraphFile> graphs = new ArrayList<>();

    public Drawer(Path folder) {
        this.folder = folder;
    }

    /** A drawer with one city's edition of some projects, its Extracts and a vocabulary. */
    public static Drawer ofCity(Path folder, int projects) {
        Drawer drawer = new Drawer(folder);
        StringBuilder edition = new StringBuilder();
        StringBuilder evidence = new StringBuilder();
        for (int i = 1; i <= projects; i++) {
            String project = "<" + BASE + "id/project/082201-2024-" + String.format("%04d", i) + ">";
            edition.append(project)
                    .append(" a jg:Project ; rdfs:label \"事業")
                    .append(i)
                    .append("\"@ja ; jg:numberAsPrinted \"")
                    .append(i)
                    .append("\" ; <http://purl.org/dc/terms/extent> ")
                    .append(i * 1000)
                    .append(" .\n");
            evidence.append("<" + BASE + "id/extract/")
                    .append(i)
                    .append("> jg:page ")
                    .append(i)
                    .append(" .\n");
        }
        drawer.put("graph/082201/2024", edition.toString());
        drawer.put("graph/082201/2024/evidence", evidence.toString());
        drawer.put("graph/vocabulary", "jg:Project rdfs:label \"事業\"@ja , \"project\"@en .\n");
        return drawer;
    }

    /** Adds or replaces a graph; the path is relative to the base, the Turtle needs no prefixes of its own. */
    public Drawer put(String path, String turtle) {
        try {
            Path file = Files.createDirectories(folder).resolve(path.replace('/', '-') + ".ttl");
            Files.writeString(
                    file,
                    "@prefix jg: <https://w3id.org/jigyo/ns#> .\n"
                            + "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
                            + "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
                            + turtle);
            graphs.removeIf(graph -> graph.graph().equals(BASE + path));
            graphs.add(new GraphFile(BASE + path, file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<GraphFile> graphs() {
        return List.copyOf(graphs);
    }
}
