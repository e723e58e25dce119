package org.jigyo.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.Finding;
import org.jigyo.sheet.Characters;

/** Prints findings for a person: one line each, and a count per file, layout and code at the end. */
final class FindingTable {

    private FindingTable() {}

    static void print(List<Finding> findings, PrintWriter out) {
        if (findings.isEmpty()) {
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Finding f : findings) {
            // Text from a file must not control the terminal.
            String place = Characters.spelled(f.place().toString());
            out.printf("%-7s %-20s %s: %s%n", f.severity(), f.code(), place, oneLine(Characters.spelled(f.detail())));
            counts.merge(f.severity() + " " + f.code(), 1, Integer::sum);
        }
        out.println();
        counts.forEach((what, n) -> out.printf("%5d %s%n", n, what));
        out.flush();
    }

    private static String oneLine(String detail) {
        String line = detail.replaceAll("\\s+", " ");
        return line.length() > 160 ? line.substring(0, 159) + "…" : line;
    }
}
