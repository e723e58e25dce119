package org.jigyo.extract.grid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of a fact while its places are filled: {@code costs/{row}/{is}/{year}}. Immutable. */
record PathTemplate(String template, Map<String, String> places) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)\\}");

    static PathTemplate of(String template, Map<String, String> places) {
        return new PathTemplate(template, Map.copyOf(places));
    }

    /** The same path with one more place filled. */
    PathTemplate with(String place, Object value) {
        Map<String, String> more = new LinkedHashMap<>(places);
        more.put(place, value.toString());
        return new PathTemplate(template, Map.copyOf(more));
    }

    /** Everything beside it. */
    PathTemplate above() {
        return other(template.substring(0, template.lastIndexOf('/') + 1) + "*");
    }

    /** Another path with the same places. */
    PathTemplate other(String newTemplate) {
        return new PathTemplate(newTemplate, places);
    }

    boolean has(String place) {
        return template.contains("{" + place + "}");
    }

    /** The path; a place that is still open is a star, which makes it a glob over all facts that may stand there. */
    String text() {
        String text = template;
        // A row's own part may hold places in turn: breakdown/{label}.
        for (int depth = 0; depth < 2; depth++) {
            Matcher m = PLACE.matcher(text);
            StringBuilder filled = new StringBuilder();
            while (m.find()) {
                String value = places.getOrDefault(m.group(1), depth == 0 ? m.group() : "*");
                m.appendReplacement(filled, Matcher.quoteReplacement(value));
            }
            text = m.appendTail(filled).toString();
        }
        return text;
    }
}
