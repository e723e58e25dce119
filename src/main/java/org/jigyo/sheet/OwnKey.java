package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a layout says of a key of its own ({@code x.…}).
 *
 * @param ja its name in Japanese, never null
 * @param en its name in English, never null
 * @param like the known key under which it counts in questions, or null
 * @param unit of a figure of staff: 人; null where it is that of the known key, or the key is of another group
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnKey(
        @JsonProperty(required = true) String ja,
        @JsonProperty(required = true) String en,
        String like,
        String unit) {}
