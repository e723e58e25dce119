package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The name of a thing in the project's two languages.
 *
 * @param ja Japanese, never null
 * @param en English, never null
 */
public record Labels(
        @JsonProperty(required = true) String ja,
        @JsonProperty(required = true) String en) {}
