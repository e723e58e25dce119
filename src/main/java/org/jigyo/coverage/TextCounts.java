package org.jigyo.coverage;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.Place;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;

/**
 * Counts on how many sheets a text stands that no field and no label took. Texts that differ in figures only are one. Counts are exact up to
 * some thousand different texts; beyond, the rarest are forgotten.
 */
final class TextCounts {

    private static final int MOST = 10_000;
    private static final int TOLD = 100;
    private static final int LONGEST = 80;
    private static final Pattern FIGURE = Pattern.compile("\\d[\\d,.]*");

    private record Text(String text, Place place, int sheets) {
        Text again() {
            return new Text(text, place, sheets + 1);
        }
    }

    private final Map<String, Text> texts = new LinkedHashMap<>();

    /** Adds the texts of a sheet, line by line. */
    void add(List<Issue> issues, Place sheet) {
        Set<String> here = new HashSet<>();
        for (Issue issue : issues) {
            if (issue.code() == Code.UNASSIGNED_TEXT && issue.text() != null) {
                Place place = issue.page() == null ? sheet : sheet.onPage(issue.page());
                issue.text().lines().filter(line -> !line.isBlank()).forEach(line -> {
                    String key = FIGURE.matcher(Printed.key(line)).replaceAll("0");
                    if (here.add(key)) {
                        Text known = texts.get(key);
                        texts.put(key, known == null ? new Text(cut(line.strip()), place, 1) : known.again());
                    }
                });
            }
        }
        if (texts.size() > MOST) {
            forget();
        }
    }

    private void forget() {
        for (int rare = 1; texts.size() > MOST / 2; rare++) {
            int most = rare;
            texts.values().removeIf(text -> text.sheets <= most);
        }
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    /** Number of different texts that are kept. */
    int size() {
        return texts.size();
    }

    /** The most frequent texts, most frequent first. */
    List<Coverage.Untaken> untaken() {
        return texts.values().stream()
                .sorted(Comparator.comparingInt(Text::sheets).reversed())
                .limit(TOLD)
                .map(text -> new Coverage.Untaken(text.text, text.sheets, text.place))
                .toList();
    }
}
