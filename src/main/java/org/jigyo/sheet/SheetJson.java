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

/** Sheet records as JSON Lines: one object a line, UTF-8, keys in the order of the record. Thread-safe. */
public final class SheetJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .addMixIn(Severity.class, SeverityWord.class)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** The keys of a record. Jackson lets unknown keys pass beside an unwrapped property, so they are checked here. */
    private static final Set<String> KEYS = keys(Sheet.class).collect(Collectors.toSet());

    private SheetJson() {}

    private static Stream<String> keys(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .flatMap(c -> c.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? keys(c.getType())
                        : Stream.of(c.getName()));
    }

    /** Severities are written in lower case. */
    private interface SeverityWord {
        @JsonValue
        String word();
    }

    /** One line of JSON, without the line break. */
    public static String write(Sheet sheet) {
        try {
            return Characters.escaped(MAPPER.writeValueAsString(sheet));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sheet record is always writable", e);
        }
    }

    /**
     * The sheet that a line of JSON states.
     *
     * @throws IllegalArgumentException when the line is no sheet record
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
