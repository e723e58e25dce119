package org.jigyo.layout;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Bundled;

/** Reads layout files. Strict: an unknown key is refused with the place and the keys that exist there. */
public final class Layouts {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Layouts() {}

    /** The layouts that come with the program, in order of id. */
    public static List<Layout> bundled() {
        return Bundled.files("/layouts", ".yml").entrySet().stream()
                .map(e -> read(e.getKey(), new String(e.getValue(), StandardCharsets.UTF_8)))
                .toList();
    }

    /**
     * The layouts of a folder, in order of id.
     *
     * @throws LayoutException for the first file that cannot be used
     */
    public static List<Layout> folder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Layout> layouts = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".yml"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList()) {
                layouts.add(read(file.getFileName().toString(), Files.readString(file)));
            }
            return layouts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The layout that a YAML text states.
     *
     * @param file name for messages
     * @throws LayoutException with file, line and column
     */
    public static Layout read(String file, String yaml) {
        try {
            return MAPPER.readValue(yaml, Layout.class);
        } catch (UnrecognizedPropertyException e) {
            String known = new TreeSet<>(e.getKnownPropertyIds())
                    .stream().map(Object::toString).collect(Collectors.joining(", "));
            throw new LayoutException(
                    place(file, e) + ": unknown key «" + e.getPropertyName() + "»; keys here: " + known, e);
        } catch (JsonProcessingException e) {
            throw new LayoutException(place(file, e) + ": " + e.getOriginalMessage(), e);
        }
    }

    private static String place(String file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? file : file + ":" + at.getLineNr() + ":" + at.getColumnNr();
    }
}
