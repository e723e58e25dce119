package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What a layout says of a key of its own ({@code x.…}).
 *
 * @param ja its name in Japanese, never null
 * @param en its name in English, never null
 * @param like the known key under which it counts in questions, or null
 * @param unit of a figure of staff: 人; null where it is that of the known key, or the key is of another group
 * @param accountLevel the level of the budget account that an attribute is, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnKey(
        @JsonProperty(required = true) String ja,
        @JsonProperty(required = true) String en,
        String like,
        String unit,
        AccountLevel accountLevel) {

    /** Those of some keys that are levels of the budget account, largest first. */
    public static List<String> accounts(Map<String, OwnKey> keys) {
        return keys.entrySet().stream()
                .filter(e -> e.getValue().accountLevel != null)
                .sorted(Comparator.comparing(e -> e.getValue().accountLevel))
                .map(Map.Entry::getKey)
                .toList();
    }
}
