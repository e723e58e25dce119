package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.CellValue;
import org.jigyo.page.Deadline;
import org.jigyo.sheet.Printed;

/**
 * Text printed around the values of a cell, a line or a file name: {@code {}人}, {@code {}（{share}）}. {@code …} stands
 * for text that is not read. Width and spaces of the literal text are ignored. A text that can be split in two ways
 * gives no value.
 */
final class CellPattern {

    /** The name of the unnamed value. */
    static final String OWN = "";

    /** A maximal run of digits. */
    static final String DIGITS = "(?<![0-9０-９])[0-9０-９]+(?![0-9０-９])";

    private static final String ANYTHING = ".*";
    private static final String GAP = "[\\s\u3000]*";

    private final String wording;
    private final List<String> names = new ArrayList<>();
    private final Pattern shortest;
    private final Pattern longest;

    private CellPattern(String wording, Function<String, String> shapes) {
        this.wording = wording;
        shortest = Pattern.compile(regex(wording, shapes, names, "?"), Pattern.DOTALL);
        longest = Pattern.compile(regex(wording, shapes, new ArrayList<>(), ""), Pattern.DOTALL);
    }

    /**
     * Compiles a pattern.
     *
     * @param shapes the regular expression for a placeholder, by its name; null for any text
     */
    static CellPattern of(String wording, Function<String, String> shapes) {
        return new CellPattern(wording, shapes);
    }

    private static String regex(String wording, Function<String, String> shapes, List<String> names, String fewest) {
        StringBuilder regex = new StringBuilder();
        Matcher place = CellValue.PLACE.matcher(wording);
        int from = 0;
        while (place.find()) {
            literal(wording.substring(from, place.start()), regex);
            if (place.group(1) == null) {
                regex.append(ANYTHING).append(fewest);
            } else {
                names.add(place.group(1));
                String shape = shapes.apply(place.group(1));
                regex.append('(')
                        .append(shape == null ? ANYTHING + fewest : shape)
                        .append(')');
            }
            from = place.end();
        }
        literal(wording.substring(from), regex);
        return regex.toString();
    }

    /** Appends a literal in which each character matches any character with the same key, with optional spaces. */
    private static void literal(String text, StringBuilder regex) {
        String key = Printed.key(text);
        if (!key.isEmpty()) {
            regex.append(GAP);
        }
        key.codePoints().forEach(c -> {
            String narrow = Character.toString(c);
            regex.append("(?:").append(Pattern.quote(narrow));
            if (c > 0x20 && c < 0x7f) {
                regex.append('|').append(Pattern.quote(Character.toString(c + 0xfee0)));
            }
            regex.append(')').append(GAP);
        });
    }

    /**
     * The values of a text by name, trimmed. Empty if the text does not match; two readings if it can be split in two
     * ways.
     */
    List<Map<String, String>> readings(String text) {
        List<Map<String, String>> readings = new ArrayList<>();
        for (Pattern pattern : List.of(shortest, longest)) {
            Matcher m = pattern.matcher(Deadline.watched(text));
            if (m.matches()) {
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    values.put(names.get(i), m.group(i + 1).strip());
                }
                if (!readings.contains(values)) {
                    readings.add(values);
                }
            }
        }
        return readings;
    }

    @Override
    public String toString() {
        return wording;
    }
}
