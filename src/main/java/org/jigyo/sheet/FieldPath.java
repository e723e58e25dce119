package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jigyo.Place;

/**
 * The field an issue names: a fact path as in {@link Facts}, or a glob over such paths. A star matches any text,
 * slashes included. A path also covers all paths below it.
 *
 * @param glob e.g. {@code costs/total/settled/2022}, {@code indicators/2/*}
 */
public record FieldPath(@JsonValue String glob) {

    /** The field for a path or glob; null if it is null or empty. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FieldPath of(String glob) {
        return glob == null || glob.isEmpty() ? null : new FieldPath(glob);
    }

    /** True if this field is the fact path or an ancestor of it. */
    public boolean covers(String path) {
        return Place.covers(glob, path);
    }

    /** True if both may cover the same fact. */
    public boolean meets(FieldPath other) {
        return meet(glob, other.glob) || meet(glob + "/*", other.glob) || meet(glob, other.glob + "/*");
    }

    /** True if some text matches both globs, not counting descendants. A star matches any text. */
    public static boolean meet(String one, String two) {
        for (int i = 0; i < Math.min(one.length(), two.length()) && one.charAt(i) != '*' && two.charAt(i) != '*'; i++) {
            if (one.charAt(i) != two.charAt(i)) {
                return false; // the common case: they differ before any star
            }
        }
        boolean[][] meets = new boolean[one.length() + 1][two.length() + 1];
        meets[0][0] = true;
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= two.length(); j++) {
                boolean starOne = i > 0 && one.charAt(i - 1) == '*';
                boolean starTwo = j > 0 && two.charAt(j - 1) == '*';
                meets[i][j] |= starOne && (meets[i - 1][j] || (j > 0 && meets[i][j - 1]));
                meets[i][j] |= starTwo && (meets[i][j - 1] || (i > 0 && meets[i - 1][j]));
                meets[i][j] |= i > 0 && j > 0 && one.charAt(i - 1) == two.charAt(j - 1) && meets[i - 1][j - 1];
            }
        }
        return meets[one.length()][two.length()];
    }

    @Override
    public String toString() {
        return glob;
    }
}
