package org.jigyo.cli;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.jigyo.Finding.Severity;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;

/** Prints a sheet on a few lines, for a person. */
final class Summary {

    private Summary() {}

    static String of(Sheet sheet) {
        StringBuilder text = new StringBuilder();
        text.append(sheet.city())
                .append(' ')
                .append(sheet.fiscalYear())
                .append("  ")
                .append(sheet.number() == null ? "" : sheet.number() + "  ")
                .append(sheet.name());
        if (sheet.head().department() != null) {
            text.append("  (").append(sheet.head().department()).append(')');
        }
        line(text, "SDGs", sheet.placement().sdgs().stream().map(s -> s.target() == null ? s.goal() : s.target()));
        line(
                text,
                "policies",
                sheet.placement().policies().stream()
                        .map(p -> (p.code() == null ? "" : p.code() + " ") + (p.label() == null ? "" : p.label())));
        line(text, "pledges", sheet.placement().pledges().stream());
        line(
                text,
                "accounts",
                sheet.placement().budgetAccounts().stream()
                        .map(a -> a.code() + (a.name() == null ? "" : " " + a.name())));
        line(
                text,
                "total",
                sheet.body().costs().stream()
                        .filter(c -> c.item().equals("total"))
                        .sorted(Comparator.comparing(Sheet.Cost::year).thenComparing(Sheet.Cost::phase))
                        .map(c -> c.year() + " " + c.phase() + " " + c.value().toPlainString()));
        int facts = Facts.of(sheet).size();
        long doubts = sheet.issues().stream()
                .filter(i -> i.severity() != Severity.INFO)
                .count();
        return text.append("\n  ")
                .append(facts)
                .append(" facts, ")
                .append(doubts)
                .append(" doubts")
                .toString();
    }

    private static void line(StringBuilder text, String label, java.util.stream.Stream<String> values) {
        String joined = values.collect(Collectors.joining(" | "));
        if (!joined.isEmpty()) {
            text.append("\n  ").append(label).append(": ").append(joined);
        }
    }
}
