package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What an issue names: the path of a fact, as in {@link Facts}, or a glob over such paths. A star stands for any text, slashes
 * included; a path names everything below it.
 *
 * @param glob e.g. {@code costs/total/settled/2022}, {@code indicators/2/*}
 */
public record FieldPath(@JsonValue String glob) {

    /** The field that a path or glob names; null when it is null or empty. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FieldPath of(String glob) {
        return glob == null || glob.isEmpty() ? null : new FieldPath(glob);
    }

    /** True when this names a fact path: the fact itself or something above it. */
    public boolean covers(String path) {
        if (path.equals(glob) || path.startsWith(glob + "/")) {
            return true;
        }
        return glob.indexOf('*') >= 0 && pattern().matcher(path).matches();
    }

    private Pattern pattern() {
        String any = Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(any, Pattern.DOTALL);
    }

    /** True when both may name the same fact. */
    public boolean meets(FieldPath other) {
        if (glob.startsWith("*") || other.glob.startsWith("*")) {
            return true;
        }
        String[] one = glob.split("/");
        String[] two = other.glob.split("/");
        for (int i = 0; i < Math.min(one.length, two.length); i++) {
            if (!one[i].equals(two[i]) && one[i].indexOf('*') < 0 && two[i].indexOf('*') < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return glob;
    }
}
