package org.jigyo.release;

import com.fasterxml.jackson.core.JacksonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.jigyo.EnvironmentException;

/**
 * What another server says of the release that was loaded into it, in a graph of its own that is loaded last: without it the release is not
 * complete there.
 *
 * @param release its description; its folder may be missing here
 * @param prefixes of its Turtle files
 */
public record Served(Release release, PrefixMap prefixes) {

    /** The graph that says which release is loaded: one resource with {@link #DESCRIPTION} and {@link #PREFIXES}. */
    public static final String RELEASE = "https://w3id.org/jigyo/served/release";

    /** The graph with all statements of the release's default graph, because servers differ in what their own is. */
    public static final String DEFAULT = "https://w3id.org/jigyo/served/default";

    /** The property with {@code release.json} as text. */
    public static final Node DESCRIPTION = DCTerms.description.asNode();

    /** The property with the prefix declarations as Turtle. */
    public static final Node PREFIXES = DCTerms.abstract_.asNode();

    private static final Pattern PREFIX = Pattern.compile("@prefix\\s+([^:\\s]*):\\s*<([^>]*)>\\s*\\.");

    /** The base IRI of the release, with a final slash. */
    public String base() {
        return release.base();
    }

    /**
     * What a server's graph {@link #RELEASE} says.
     *
     * @param releases of the data folder where the release's files are, if they are here
     * @throws EnvironmentException if it cannot be understood
     */
    public static Served of(String description, String prefixes, Releases releases) {
        try {
            Release read = Manifest.of(description, releases.data());
            PrefixMap map = PrefixMapFactory.create();
            Matcher prefix = PREFIX.matcher(prefixes);
            while (prefix.find()) {
                map.add(prefix.group(1), prefix.group(2));
            }
            return new Served(read.at(releases.data().resolve("releases").resolve(read.id())), map);
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new EnvironmentException(
                    "the graph <" + RELEASE + "> of the server is damaged (" + e.getMessage()
                            + "); load the release again",
                    e);
        }
    }

    /** The graph {@link #RELEASE} of a release as N-Quads. */
    static String quads(Release release) throws IOException {
        List<String> declarations = new ArrayList<>();
        for (Release.Part part : release.graphs()) {
            prefixes(release.folder().resolve(part.turtle()), declarations);
        }
        String subject = "<" + release.base() + "id/release/" + release.id() + "> ";
        String end = " <" + RELEASE + "> .\n";
        return subject
                + quad(DESCRIPTION, Manifest.text(release))
                + end
                + subject
                + quad(PREFIXES, String.join("\n", declarations))
                + end;
    }

    private static String quad(Node property, String text) {
        return NodeFmtLib.strNT(property) + " " + NodeFmtLib.strNT(NodeFactory.createLiteralString(text));
    }

    /** Adds the declarations at the beginning of a Turtle file. */
    private static void prefixes(Path turtle, List<String> declarations) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(turtle, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine();
                    line != null && PREFIX.matcher(line).matches();
                    line = lines.readLine()) {
                if (!declarations.contains(line)) {
                    declarations.add(line);
                }
            }
        }
    }
}
