package org.jigyo.extract.grid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a fact while its placeholders are being filled: {@code costs/{row}/{is}/{year}}. Immutable. */
record PathTemplate(String template, Map<String, String> places) {

    /** A placeholder; a year may have an offset, as in {@code {year-1}}. */
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)([+-]\\d+)?\\}");

    static PathTemplate of(String template, Map<String, String> places) {
        return new PathTemplate(template, Map.copyOf(places));
    }

    /** A copy with one more placeholder filled. */
    PathTemplate with(String place, Object value) {
        Map<String, String> more = new LinkedHashMap<>(places);
        more.put(place, value.toString());
        return new PathTemplate(template, Map.copyOf(more));
    }

    /** The same path, filled once for all, unless a placeholder is left. Other paths are still filled with its year. */
    PathTemplate settled() {
        String text = text();
        return text.indexOf('*') >= 0 ? this : new PathTemplate(text, places);
    }

    /** The glob over everything at the same level. */
    PathTemplate above() {
        return other(template.substring(0, template.lastIndexOf('/') + 1) + "*");
    }

    /** Another path with the same placeholders filled. */
    PathTemplate other(String newTemplate) {
        return new PathTemplate(newTemplate, places);
    }

    /** True if the placeholder is unfilled in the path, or in the text of another placeholder. */
    boolean asks(String place) {
        return open() && (has(template, place) || places.values().stream().anyMatch(v -> has(v, place)));
    }

    boolean has(String place) {
        return open() && has(template, place);
    }

    private boolean open() {
        return template.indexOf('{') >= 0;
    }

    /** Without a regular expression, because lists ask this of every cell. */
    private static boolean has(String text, String place) {
        String begin = "{" + place;
        int at = text.indexOf(begin);
        while (at >= 0 && "}+-".indexOf(text.charAt(Math.min(at + begin.length(), text.length() - 1))) < 0) {
            at = text.indexOf(begin, at + 1);
        }
        return at >= 0;
    }

    /** The path. An unfilled placeholder becomes a star, which makes it a glob over all possible facts. */
    String text() {
        String text = template;
        // The text for a row may contain placeholders in turn: breakdown/{label}.
        for (int depth = 0; depth < 2; depth++) {
            if (text.indexOf('{') < 0) {
                return text;
            }
            Matcher m = PLACE.matcher(text);
            StringBuilder filled = new StringBuilder();
            while (m.find()) {
                String value = places.getOrDefault(m.group(1), depth == 0 ? m.group() : "*");
                m.appendReplacement(filled, Matcher.quoteReplacement(shifted(value, m.group(2))));
            }
            text = m.appendTail(filled).toString();
        }
        return text;
    }

    /** A year some years away; anything else as it is. */
    private static String shifted(String value, String offset) {
        return offset == null || !value.matches("\\d+")
                ? value
                : Integer.toString(Integer.parseInt(value) + Integer.parseInt(offset));
    }
}
