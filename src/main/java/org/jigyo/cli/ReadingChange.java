package org.jigyo.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Severity;
import org.jigyo.sheet.Characters;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;

/** What a second reading of the same files says otherwise than the first, on one line. */
final class ReadingChange {

    private static final int NAMED = 3;

    private ReadingChange() {}

    /** The line: how many sheets, facts and doubts, and which facts are new, changed and gone. */
    static String line(List<Sheet> before, List<Sheet> after) {
        Map<String, Object> old = facts(before);
        Map<String, Object> now = facts(after);
        List<String> fresh =
                now.keySet().stream().filter(path -> !old.containsKey(path)).toList();
        List<String> changed = now.keySet().stream()
                .filter(path -> old.containsKey(path) && !old.get(path).equals(now.get(path)))
                .toList();
        List<String> gone =
                old.keySet().stream().filter(path -> !now.containsKey(path)).toList();
        List<String> parts = new ArrayList<>();
        parts.add(count("sheets", before.size(), after.size()));
        parts.add(count("facts", old.size(), now.size())
                + named("new", fresh)
                + named("changed", changed)
                + named("gone", gone));
        parts.add(count("doubts", doubts(before), doubts(after)));
        return Characters.spelled(String.join("; ", parts));
    }

    private static Map<String, Object> facts(List<Sheet> sheets) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int s = 0; s < sheets.size(); s++) {
            String prefix = sheets.size() == 1 ? "" : (s + 1) + ":";
            Facts.of(sheets.get(s)).forEach((path, value) -> facts.put(prefix + path, value));
        }
        return facts;
    }

    private static int doubts(List<Sheet> sheets) {
        return (int) sheets.stream()
                .flatMap(sheet -> sheet.issues().stream())
                .filter(issue -> issue.severity() != Severity.INFO)
                .count();
    }

    private static String count(String what, int before, int after) {
        return what + " " + (before == after ? "" : before + " → ") + after;
    }

    private static String named(String how, List<String> paths) {
        if (paths.isEmpty()) {
            return "";
        }
        String more = paths.size() > NAMED ? " and " + (paths.size() - NAMED) + " more" : "";
        return ", " + how + ": " + String.join(", ", paths.subList(0, Math.min(NAMED, paths.size()))) + more;
    }
}
