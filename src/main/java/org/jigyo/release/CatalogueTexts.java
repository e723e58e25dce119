package org.jigyo.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jigyo.EnvironmentException;

/**
 * The texts about a release from {@code publication/catalogue.yml}, with the changes that the file {@code catalogue.yml} of
 * a data folder makes.
 *
 * @param title language → text, like all texts here
 * @param publisher name of the operator of the service
 * @param contact contact point, or null
 * @param licence IRI of the terms of the catalogue itself, or null
 * @param rights statement for editions whose city has no confirmed licence
 * @param licences local government code → IRI
 */
record CatalogueTexts(
        Map<String, String> title,
        Map<String, String> description,
        Publisher publisher,
        Contact contact,
        String licence,
        Map<String, String> dumpDescription,
        Map<String, String> graphDescription,
        Map<String, String> figuresDescription,
        Map<String, String> rights,
        Map<String, String> licences) {

    /**
     * Who runs the service.
     *
     * @param type a concept of ADMS's publisher types
     * @param typeName language → its name
     */
    record Publisher(String name, String type, Map<String, String> typeName) {}

    /**
     * A contact point.
     *
     * @param email without {@code mailto:}; may be null
     * @param page of a form or the like; may be null
     */
    record Contact(String name, String email, String page) {}

    /** The file of a data folder that changes texts. */
    private static final String OWN = "catalogue.yml";

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * The texts for a data folder.
     *
     * @throws EnvironmentException if its own file cannot be read or says something that is no text of a catalogue
     */
    static CatalogueTexts read(Path data) {
        try (InputStream in = CatalogueTexts.class.getResourceAsStream("/publication/catalogue.yml")) {
            CatalogueTexts shipped = YAML.readValue(in, CatalogueTexts.class);
            Path own = data.resolve(OWN);
            return Files.exists(own) ? shipped.with(own) : shipped;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file says, and of the rest what these texts say. */
    private CatalogueTexts with(Path file) throws IOException {
        try {
            CatalogueTexts own = YAML.readValue(Files.readAllBytes(file), CatalogueTexts.class);
            return new CatalogueTexts(
                    first(own.title, title),
                    first(own.description, description),
                    first(own.publisher, publisher),
                    first(own.contact, contact),
                    first(own.licence, licence),
                    first(own.dumpDescription, dumpDescription),
                    first(own.graphDescription, graphDescription),
                    first(own.figuresDescription, figuresDescription),
                    first(own.rights, rights),
                    first(own.licences, licences));
        } catch (JsonProcessingException e) {
            throw new EnvironmentException(
                    file + ": no texts of a catalogue: " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ")",
                    e);
        }
    }

    private static <T> T first(T own, T shipped) {
        return own == null ? shipped : own;
    }
}
