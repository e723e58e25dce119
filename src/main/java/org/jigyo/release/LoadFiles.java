package org.jigyo.release;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jigyo.EnvironmentException;

/**
 * A release as files for the bulk loader of any server: each graph as compressed N-Quads, the default graph's statements once more in
 * {@link Served#DEFAULT}, and, to be loaded last, {@link Served#RELEASE}.
 */
public final class LoadFiles {

    /** The ending of all files but the last. */
    public static final String ENDING = ".nq.gz";

    /** The file to be loaded last, when everything else is complete. */
    public static final String LAST = "release.nq";

    private static final Pattern BLANK_OBJECT = Pattern.compile("<[^>]*> <[^>]*> _:\\S+");

    private LoadFiles() {}

    /**
     * Writes the files.
     *
     * @param folder does not exist yet, or is empty
     * @throws EnvironmentException if it cannot be written, or the release cannot be loaded
     */
    public static void write(Release release, Path folder) {
        try {
            Files.createDirectories(folder);
            try (var inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new EnvironmentException(folder + " is not empty; name a new folder");
                }
            }
            for (Release.Part part : release.graphs()) {
                GraphFile graph = release.file(part);
                String name = graph.dump().getFileName().toString();
                Folders.link(graph.dump(), folder.resolve(name));
                if (!graph.apart()) {
                    copy(graph, folder.resolve("default-" + name));
                }
            }
            Files.writeString(folder.resolve(LAST), Served.quads(release));
        } catch (IOException e) {
            throw new EnvironmentException("cannot write to " + folder + ": " + EnvironmentException.reason(e), e);
        }
    }

    /** Writes the statements of a graph as statements of the default graph. */
    private static void copy(GraphFile graph, Path to) throws IOException {
        String end = " <" + graph.graph() + "> .";
        String other = " <" + Served.DEFAULT + "> .\n";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(graph.dump()), 1 << 16), StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(to), 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.endsWith(end)) {
                    throw new IOException(graph.dump() + " is damaged; publish again");
                }
                String statement = line.substring(0, line.length() - end.length());
                if (statement.startsWith("_:")
                        || BLANK_OBJECT.matcher(statement).matches()) {
                    throw new IOException("the graph " + graph.graph()
                            + " has blank nodes, which cannot be looked up in another server; give them IRIs");
                }
                out.write(statement + other);
            }
        }
    }
}
