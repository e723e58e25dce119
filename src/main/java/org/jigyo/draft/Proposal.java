package org.jigyo.draft;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.draft.sample.PrintedPiece;

/**
 * A field that is proposed.
 *
 * @param field its keys and values as a layout has them: {@code to} (of a column of a list {@code is}), the locator, the type
 * @param label the label it is known by
 * @param words the words of all labels it needs
 * @param context the word of the label below which these stand, where they are printed several times; else null
 * @param anchors its label on each sheet, by index of the sheet
 * @param part true if it is repeated for each part of a project
 * @param certainty 0 to 1
 * @param filled on how many sheets it has a value
 * @param samples some of its values
 */
record Proposal(
        Map<String, Object> field,
        String label,
        List<String> words,
        String context,
        Map<Integer, PrintedPiece> anchors,
        boolean part,
        double certainty,
        int filled,
        List<String> samples) {

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}");

    /** A path with a star for each placeholder. */
    static String glob(String path) {
        return PLACE.matcher(path).replaceAll("*");
    }

    /** Its path. */
    String to() {
        return (String) (field.containsKey("to") ? field.get("to") : field.get("is"));
    }

    /** Its path, and those of further values of its cell. */
    List<String> paths() {
        Stream<?> with = field.get("with") instanceof Map<?, ?> values ? values.values().stream() : Stream.empty();
        return Stream.concat(Stream.of(to()), with.map(v -> (String) ((Map<?, ?>) v).get("to")))
                .toList();
    }

    /** The paths of its values with a star for each placeholder that its rows and columns do not fill. */
    Stream<String> globs() {
        return filled("columns", "{is}", Stream.of(to()))
                .flatMap(path -> filled("rows", "{row}", Stream.of(path)))
                .map(Proposal::glob);
    }

    private Stream<String> filled(String rowsOrColumns, String place, Stream<String> paths) {
        List<String> filled = all(rowsOrColumns).stream()
                .map(line -> String.valueOf(line.get("is")))
                .toList();
        return filled.isEmpty() ? paths : paths.flatMap(path -> filled.stream().map(is -> path.replace(place, is)));
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> all(String rowsOrColumns) {
        return field.get("rows") instanceof Map<?, ?> rows && rows.get(rowsOrColumns) != null
                ? (List<Map<String, Object>>) rows.get(rowsOrColumns)
                : lines(rowsOrColumns);
    }

    /** The rows or columns of a table; none of another field. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> lines(String rowsOrColumns) {
        Map<String, Object> crossing = (Map<String, Object>) field.get("crossing");
        return crossing == null || !crossing.containsKey(rowsOrColumns)
                ? List.of()
                : (List<Map<String, Object>>) crossing.get(rowsOrColumns);
    }
}
