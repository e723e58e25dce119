package org.jigyo.extract.grid;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.sheet.Printed;

/**
 * What a form prints around the values in a cell: {@code {}人}, {@code {}（{and}）}. Width and blanks of what is printed around do not
 * count. A value goes on as far as the next thing that is printed around it; at the end of the pattern, to the end of the cell.
 */
final class CellPattern {

    private static final Pattern PLACE = Pattern.compile("\\{(and)?\\}");
    private static final String GAP = "[\\s\u3000]*";

    /**
     * What a cell says.
     *
     * @param value what stands for {@code {}}
     * @param and what stands for {@code {and}}, null when the pattern has none
     */
    record Parts(String value, String and) {}

    private final Pattern pattern;
    private final boolean second;

    private CellPattern(Pattern pattern, boolean second) {
        this.pattern = pattern;
        this.second = second;
    }

    static CellPattern of(String pattern) {
        StringBuilder regex = new StringBuilder();
        boolean second = false;
        Matcher place = PLACE.matcher(pattern);
        int from = 0;
        while (place.find()) {
            literal(pattern.substring(from, place.start()), regex);
            regex.append(place.group(1) == null ? "(?<value>.*?)" : "(?<and>.*?)");
            second |= place.group(1) != null;
            from = place.end();
        }
        literal(pattern.substring(from), regex);
        return new CellPattern(Pattern.compile(regex.toString(), Pattern.DOTALL), second);
    }

    /** Each character as any that has the same key, with gaps. */
    private static void literal(String text, StringBuilder regex) {
        regex.append(GAP);
        Printed.key(text).codePoints().forEach(c -> {
            String narrow = Character.toString(c);
            regex.append("(?:").append(Pattern.quote(narrow));
            if (c > 0x20 && c < 0x7f) {
                regex.append('|').append(Pattern.quote(Character.toString(c + 0xfee0)));
            }
            regex.append(')').append(GAP);
        });
    }

    Optional<Parts> read(String text) {
        Matcher m = pattern.matcher(text);
        return m.matches()
                ? Optional.of(new Parts(m.group("value"), second ? m.group("and") : null))
                : Optional.empty();
    }
}
