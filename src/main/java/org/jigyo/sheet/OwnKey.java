package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A layout's declaration of its own key ({@code x.…}).
 *
 * @param ja name in Japanese, never null
 * @param en name in English, never null
 * @param like the known key under which queries count it, or null
 * @param unit unit of a staffing figure, e.g. 人; null to use that of the known key, or if the key belongs to another
 * group
 * @param accountLevel for an attribute that is a level of the budget account: that level, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OwnKey(
        @JsonProperty(required = true) String ja,
        @JsonProperty(required = true) String en,
        String like,
        String unit,
        AccountLevel accountLevel) {

    /** The keys that are levels of the budget account, largest level first. */
    public static List<String> accounts(Map<String, OwnKey> keys) {
        return keys.entrySet().stream()
                .filter(e -> e.getValue().accountLevel != null)
                .sorted(Comparator.comparing(e -> e.getValue().accountLevel))
                .map(Map.Entry::getKey)
                .toList();
    }
}
