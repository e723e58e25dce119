package org.jigyo.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Sheet records as JSON Lines: one object a line, UTF-8, keys in the order of the record. Thread-safe. */
public final class SheetJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(com.fasterxml.jackson.core.JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private SheetJson() {}

    /** One line of JSON, without the line break. */
    public static String write(Sheet sheet) {
        try {
            return MAPPER.writeValueAsString(sheet);
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
            return MAPPER.readValue(json, Sheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a sheet record: " + e.getOriginalMessage(), e);
        }
    }
}
