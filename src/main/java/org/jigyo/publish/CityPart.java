package org.jigyo.publish;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.release.Folders;
import org.jigyo.release.GraphFile;

/**
 * One city's part of a release: an immutable folder {@code cities/<code>/<sha>/}, described by its file
 * {@code part.json}.
 *
 * @param city local government code
 * @param program fingerprint of the program that built it
 * @param input digest of everything it was built from: the same input would build the same part
 * @param sources its sources
 * @param sheets its sheets
 * @param graphs IRI of a graph → its file in the folder
 * @param findings what a person should know about the city as a whole
 * @param folder its folder; not part of the written description
 */
public record CityPart(
        String city,
        String program,
        String input,
        List<Source> sources,
        List<PublishedSheet> sheets,
        SortedMap<String, String> graphs,
        List<Finding> findings,
        @JsonIgnore Path folder) {

    /** The file of things that the part may share with other cities; it belongs to no graph of its own. */
    static final String COMMON = "common.ttl";

    private static final String NAME = "part.json";
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A sheet in the part.
     *
     * @param file name of its source
     */
    public record PublishedSheet(String edition, String project, String number, String name, String file) {}

    /**
     * Reports that a part could not be built.
     *
     * @param consequence what is done without it
     */
    static Finding failed(String city, Throwable fault, String consequence) {
        String reason =
                fault instanceof IOException io ? EnvironmentException.reason(io) : "a fault in this program: " + fault;
        return Finding.error(
                Finding.Code.INTERNAL_ERROR,
                new Place(null, 0, 0, city, null),
                "the part of this city could not be built (" + reason + "); " + consequence);
    }

    /** The file of one of its graphs. */
    GraphFile file(String graph) {
        return new GraphFile(graph, folder.resolve(graphs.get(graph)));
    }

    /** The part after its finished folder was renamed after its content; if an equal one already exists, that one is used. */
    CityPart placed() throws IOException {
        List<Path> all;
        try (Stream<Path> list = Files.list(folder)) {
            all = list.sorted().toList();
        }
        StringBuilder content = new StringBuilder();
        for (Path file : all) {
            // the list of a graph's blocks has the checksum of its Turtle, and the dump has the same statements
            if (!GraphFile.isListed(file)) {
                content.append(file.getFileName()).append(Folders.sha256(file));
            }
        }
        Path place =
                folder.resolveSibling(DigestUtils.sha256Hex(content.toString()).substring(0, 16));
        if (!Files.exists(place)) {
            Files.move(folder, place, StandardCopyOption.ATOMIC_MOVE);
        }
        return at(place);
    }

    private CityPart at(Path place) {
        return new CityPart(city, program, input, sources, sheets, graphs, findings, place);
    }

    void write() throws IOException {
        Files.write(folder.resolve(NAME), JSON.writeValueAsBytes(this));
    }

    /**
     * Reads the description of a part.
     *
     * @throws IOException if it is missing or damaged; the message says which
     */
    static CityPart read(Path folder) throws IOException {
        try {
            return JSON.readValue(folder.resolve(NAME).toFile(), CityPart.class).at(folder);
        } catch (IOException e) {
            throw new IOException(folder.resolve(NAME) + " is missing or damaged", e);
        }
    }
}
