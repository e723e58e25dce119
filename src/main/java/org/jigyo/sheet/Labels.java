package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A name in Japanese and English.
 *
 * @param ja Japanese, never null
 * @param en English, never null
 */
public record Labels(
        @JsonProperty(required = true) String ja,
        @JsonProperty(required = true) String en) {}
