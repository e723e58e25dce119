package org.jigyo.release;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jigyo.EnvironmentException;

/**
 * The file {@code release.json} in a release's folder. It is written last, so that a folder without it is not a
 * release.
 */
final class Manifest {

    static final String NAME = "release.json";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Manifest() {}

    static void write(Release release, Path folder) throws IOException {
        Files.writeString(folder.resolve(NAME), text(release) + "\n");
    }

    /** The description of a release as JSON. */
    static String text(Release release) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("id", release.id());
        root.put("published", release.published().toString());
        root.put("statements", release.statements());
        root.put("bulk", release.bulk());
        release.cities().forEach(root.putObject("cities")::put);
        release.notices().forEach(root.putArray("notices")::add);
        for (Release.Part part : release.graphs()) {
            root.withArray("graphs")
                    .addObject()
                    .put("graph", part.graph())
                    .put("turtle", part.turtle())
                    .put("sha256", part.sha256())
                    .put("statements", part.statements())
                    .put("issued", part.issued().toString())
                    .put("modified", part.modified().toString());
        }
        return JSON.writeValueAsString(root);
    }

    static Release read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            return of(Files.readString(file), folder);
        } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new EnvironmentException(
                    file + " is damaged (" + e.getMessage() + "): delete the folder and publish again", e);
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * The release that a JSON text describes.
     *
     * @param folder the place of its files
     * @throws JacksonException or another exception if the text is damaged
     */
    static Release of(String text, Path folder) throws JacksonException {
        var root = JSON.readTree(text);
        List<Release.Part> parts = new ArrayList<>();
        for (var part : root.required("graphs")) {
            parts.add(new Release.Part(
                    part.required("graph").textValue(),
                    part.required("turtle").textValue(),
                    part.required("sha256").textValue(),
                    part.required("statements").longValue(),
                    // releases of earlier versions do not tell it apart
                    Instant.parse(
                            part.path("issued").asText(part.required("modified").textValue())),
                    Instant.parse(part.required("modified").textValue())));
        }
        SortedMap<String, String> cities = new TreeMap<>();
        root.path("cities")
                .properties()
                .forEach(city -> cities.put(city.getKey(), city.getValue().textValue()));
        List<String> notices = new ArrayList<>();
        root.path("notices").forEach(notice -> notices.add(notice.textValue()));
        return new Release(
                root.required("id").textValue(),
                Instant.parse(root.required("published").textValue()),
                parts,
                root.required("statements").longValue(),
                root.path("bulk").longValue(),
                cities,
                notices,
                folder);
    }
}
