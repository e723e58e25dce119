package org.jigyo.release;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The texts about a release from {@code publication/catalogue.yml}.
 *
 * @param title language → text, like all texts here
 * @param publisher name of the operator of the service
 * @param rights statement for editions whose city has no confirmed licence
 * @param licences local government code → IRI
 */
record CatalogueTexts(
        Map<String, String> title,
        Map<String, String> description,
        String publisher,
        Map<String, String> dumpDescription,
        Map<String, String> rights,
        Map<String, String> licences) {

    static CatalogueTexts read() {
        JsonMapper yaml = JsonMapper.builder(new YAMLFactory())
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = CatalogueTexts.class.getResourceAsStream("/publication/catalogue.yml")) {
            return yaml.readValue(in, CatalogueTexts.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
