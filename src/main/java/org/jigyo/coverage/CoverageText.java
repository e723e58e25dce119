package org.jigyo.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jigyo.sheet.Characters;

/** A coverage as lines for a person at a terminal. */
public final class CoverageText {

    private static final int TEXTS = 20;

    /** A sheet without a fact is worth naming if the fact is filled on at least this share of all. */
    private static final double USUAL = 0.8;

    private final Coverage of;
    private final List<String> lines = new ArrayList<>();

    private CoverageText(Coverage of) {
        this.of = of;
    }

    /** The lines, the summary last. Texts from files cannot control the terminal. */
    public static List<String> lines(Coverage coverage) {
        CoverageText text = new CoverageText(coverage);
        text.paths();
        text.fill();
        text.sums();
        text.untaken();
        text.doubts();
        text.outliers("Fewest facts", coverage.fewestFacts(), coverage.medianFacts());
        text.outliers("Most doubts", coverage.mostDoubts(), coverage.medianDoubts());
        text.lines.add(summary(coverage));
        return text.lines.stream().map(Characters::spelled).toList();
    }

    /** One line: sheets, paths filled, sums that hold, texts that nobody took, doubts. */
    public static String summary(Coverage c) {
        int printed = c.sums().stream().mapToInt(Coverage.Sums::printed).sum();
        int holding = c.sums().stream().mapToInt(Coverage.Sums::holding).sum();
        return String.format(
                "%s: sheets: %d; paths filled: %d of %d%s%s; texts that nobody took: %d; doubts: %d",
                c.layout(),
                c.sheets(),
                c.filled(),
                c.paths().size(),
                c.fill().isEmpty()
                        ? ""
                        : "; "
                                + c.fill().stream()
                                        .filter(Coverage.Expected::met)
                                        .count() + " of " + c.fill().size() + " expected shares met",
                c.sums().isEmpty() ? "" : "; sums hold in " + holding + " of " + printed + " cases",
                c.untaken().size(),
                c.doubted());
    }

    private void paths() {
        lines.add("Sheets that fill each path (never filled first)");
        for (Coverage.Filled path : of.paths()) {
            String line = String.format("%s  %-44s", count(path.sheets()), path.path());
            boolean usual = path.sheets() < of.sheets() && path.sheets() >= USUAL * of.sheets();
            if (path.sheets() == 0) {
                line += "  never, " + path.at();
            } else if (usual && !path.without().isEmpty()) {
                line += "  not on " + path.without().get(0);
            }
            lines.add(line.stripTrailing());
        }
        lines.add("");
    }

    private void fill() {
        if (of.fill().isEmpty()) {
            return;
        }
        lines.add("Expected shares («fill»)");
        for (Coverage.Expected fill : of.fill()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s  %-44s  %3.0f %%, expected %3.0f %%%s",
                    count(fill.sheets()),
                    fill.glob(),
                    of.sheets() == 0 ? 0 : 100.0 * fill.sheets() / of.sheets(),
                    100 * fill.expected(),
                    fill.met() ? "" : "  LOW"));
        }
        lines.add("");
    }

    private void sums() {
        if (of.sums().isEmpty()) {
            return;
        }
        lines.add("Identities");
        for (Coverage.Sums sum : of.sums()) {
            lines.add(String.format(
                    "  %s: sheets that print it: %d, on which it holds: %d%s%s",
                    sum.name(),
                    sum.printed(),
                    sum.holding(),
                    sum.missingTotal() == 0 ? "" : ", with a part and no total: " + sum.missingTotal(),
                    sum.printed() > 0 && sum.telling() == 0
                            ? "; no sheet has two parts other than 0, so it proves nothing"
                            : ""));
            sum.failing().forEach(place -> lines.add("    fails: " + place));
        }
        lines.add("");
    }

    private void untaken() {
        if (of.untaken().isEmpty()) {
            return;
        }
        lines.add("Texts that nobody took (sheets; figures count as equal)");
        of.untaken().stream()
                .limit(TEXTS)
                .forEach(text ->
                        lines.add(String.format("%s  «%s»   %s", count(text.sheets()), text.text(), text.place())));
        if (of.untaken().size() > TEXTS) {
            lines.add("  … and " + (of.untaken().size() - TEXTS) + " more (all with --json)");
        }
        lines.add("");
    }

    private void doubts() {
        if (of.doubts().isEmpty()) {
            return;
        }
        lines.add("Doubts");
        for (Coverage.Doubts doubt : of.doubts()) {
            lines.add(String.format(
                    "%7d  %s %s%s   %s: %s",
                    doubt.count(),
                    doubt.severity().word(),
                    doubt.code(),
                    doubt.sheets() == 0 ? "" : ", sheets: " + doubt.sheets(),
                    doubt.place(),
                    cut(doubt.detail())));
        }
        lines.add("");
    }

    private void outliers(String title, List<Coverage.Outlier> sheets, int median) {
        if (!sheets.isEmpty()) {
            lines.add(title + " (median " + median + ")");
            sheets.forEach(sheet -> lines.add(String.format("%7d  %s", sheet.number(), sheet.sheet())));
            lines.add("");
        }
    }

    private String count(int sheets) {
        return String.format("%7s", sheets + "/" + of.sheets());
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 100 ? line.substring(0, 99) + "…" : line;
    }
}
