package org.jigyo.draft;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a drafted layout as YAML, each field on one line below a comment that says how sure it is. */
final class LayoutText {

    private static final Pattern PLAIN =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー々]+|[a-z][A-Za-z0-9-]*(?:/[A-Za-z0-9.]+)*");
    private static final Pattern WORDS = Pattern.compile("true|false|yes|no|on|off|null|y|n");
    private static final int LONGEST_SAMPLE = 24;

    private final Function<Proposal, String> origin;
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, Proposal> lines = new TreeMap<>();
    private int line = 1;

    /** @param origin says which known layout has a field, too; empty for a new one */
    LayoutText(Function<Proposal, String> origin) {
        this.origin = origin;
    }

    /** The text so far. */
    String text() {
        return text.toString();
    }

    /** The field on a line of the text; null for none. */
    Proposal at(int number) {
        return lines.get(number);
    }

    void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
        line++;
    }

    void entry(int depth, String key, Object value) {
        line(depth, key + ": " + flow(value));
    }

    /** A section with its fields. */
    void section(int depth, DraftSection section, int sheets) {
        if (!section.fields().isEmpty()) {
            line(depth, "fields:");
            section.fields().forEach(f -> field(depth + 1, f, sheets));
        }
        if (!section.sections().isEmpty()) {
            line(depth, "sections:");
            for (DraftSection inner : section.sections()) {
                line(depth + 1, "- heading: " + flow(inner.heading()));
                if (inner.part()) {
                    line(depth + 2, "part: true");
                }
                section(depth + 2, inner, sheets);
            }
        }
    }

    /** A field below a comment on it. */
    void field(int depth, Proposal proposal, int sheets) {
        String samples = proposal.samples().stream()
                .limit(3)
                .map(s -> s.replaceAll("\\s+", " "))
                .map(s -> s.length() > LONGEST_SAMPLE ? s.substring(0, LONGEST_SAMPLE - 1) + "…" : s)
                .collect(Collectors.joining(" / "));
        line(
                depth,
                String.format(
                        Locale.ROOT,
                        "# %.2f · %d/%d%s · %s",
                        proposal.certainty(),
                        proposal.filled(),
                        sheets,
                        origin.apply(proposal),
                        samples));
        lines.put(line, proposal);
        line(depth, "- " + flow(proposal.field()));
    }

    /** A label can hold one year; of one that prints two, the part before them. */
    private static String oneYear(String text) {
        int first = text.indexOf("{year");
        return first < 2 || first == text.lastIndexOf("{year") ? text : text.substring(0, first) + "…";
    }

    /** A value of YAML on one line. */
    static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> flow(e.getKey()) + ": " + flow(e.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(LayoutText::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof String text) {
            String string = oneYear(text);
            boolean plain =
                    PLAIN.matcher(string).matches() && !WORDS.matcher(string).matches();
            return plain
                    ? string
                    : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(string)) + "\"";
        }
        return String.valueOf(value);
    }
}
