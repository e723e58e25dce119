package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Finding.Severity;

/**
 * Reads and writes sheet records as JSON Lines: one object a line, UTF-8, keys in the order of the record. Thread-safe.
 */
public final class SheetJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(Severity.class, SeverityWord.class)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /**
     * The keys of a record. They are checked here, because Jackson ignores unknown keys next to an unwrapped property.
     */
    private static final Set<String> KEYS = keys(Sheet.class).collect(Collectors.toSet());

    private SheetJson() {}

    private static Stream<String> keys(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(c -> c.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? keys(c.getType())
                        : Stream.of(c.getName()));
    }

    /** Writes severities in lower case. */
    private interface SeverityWord {
        @JsonValue
        String word();
    }

    /** The sheet as one line of JSON, without the line break. */
    public static String write(Sheet sheet) {
        try {
            return Characters.escaped(MAPPER.writeValueAsString(sheet));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a sheet record as JSON", e);
        }
    }

    /**
     * Parses one line of JSON.
     *
     * @throws IllegalArgumentException if the line is not a sheet record
     */
    public static Sheet read(String json) {
        try {
            JsonNode record = MAPPER.readTree(json);
            record.fieldNames().forEachRemaining(key -> {
                if (!KEYS.contains(key)) {
                    throw new IllegalArgumentException("not a sheet record: unknown key " + key);
                }
            });
            return MAPPER.treeToValue(record, Sheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a sheet record: " + e.getOriginalMessage(), e);
        }
    }
}
