package org.jigyo.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jigyo.compare.Judgement.Kind;
import org.jigyo.sheet.Sheet;

/**
 * Sheet records compared with gold records, fact by fact. Records are matched by city, fiscal year, number and name;
 * character width and white space count neither there nor in values.
 *
 * @param sheets number of gold records
 * @param judgements one for each fact of a gold sheet and of its record
 * @param lost gold sheets without a record; all their facts are missing and silent
 * @param twice sheets with more than one record; the first is compared
 * @param invented records without a gold sheet, if gold is complete; all their facts are extra and silent
 * @param falseAlarms errors and warnings that name only right facts
 */
public record GoldComparison(
        int sheets,
        List<Judgement> judgements,
        List<String> lost,
        List<String> twice,
        List<String> invented,
        int falseAlarms) {

    /** Keeps the lists as they are. */
    public GoldComparison {
        judgements = List.copyOf(judgements);
        lost = List.copyOf(lost);
        twice = List.copyOf(twice);
        invented = List.copyOf(invented);
    }

    /**
     * Compares records with gold.
     *
     * @param complete whether gold holds every sheet of the input, so that a record without gold is an invented one
     */
    public static GoldComparison of(List<Sheet> gold, List<Sheet> records, boolean complete) {
        Map<String, Sheet> read = new LinkedHashMap<>();
        List<String> twice = new ArrayList<>();
        for (Sheet record : records) {
            if (read.putIfAbsent(key(record), record) != null) {
                twice.add(key(record));
            }
        }
        List<Judgement> judgements = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        int alarms = 0;
        for (Sheet sheet : gold) {
            String key = key(sheet);
            SheetComparison one = SheetComparison.of(key, sheet, read.get(key));
            judgements.addAll(one.judgements());
            alarms += one.falseAlarms();
            if (!read.containsKey(key)) {
                lost.add(key);
            }
        }
        List<String> known = gold.stream().map(GoldComparison::key).toList();
        List<String> invented = complete
                ? read.keySet().stream().filter(key -> !known.contains(key)).toList()
                : List.of();
        invented.forEach(key -> judgements.addAll(SheetComparison.invented(key, read.get(key))));
        return new GoldComparison(gold.size(), judgements, lost, twice, invented, alarms);
    }

    private static String key(Sheet sheet) {
        return Stream.of(sheet.city(), sheet.fiscalYear(), sheet.number(), sheet.name())
                .map(part -> part == null ? "" : SheetComparison.plain(part.toString()))
                .reduce((one, other) -> one + " " + other)
                .orElseThrow();
    }

    /** The number of facts of this kind. */
    public long count(Kind kind) {
        return judgements.stream().filter(j -> j.kind() == kind).count();
    }

    /** The facts that are not right while the record says nothing about them. */
    public List<Judgement> silent() {
        return judgements.stream().filter(Judgement::silent).toList();
    }

    /** The share of the facts read that are right, 0 to 1. */
    public double precision() {
        return share(Kind.EXTRA);
    }

    /** The share of the facts of gold that were read right, 0 to 1. */
    public double recall() {
        return share(Kind.MISSING);
    }

    private double share(Kind other) {
        return (double) count(Kind.RIGHT) / Math.max(1, count(Kind.RIGHT) + count(Kind.WRONG) + count(other));
    }

    /** The harmonic mean of precision and recall, 0 to 1. */
    public double f1() {
        double sum = precision() + recall();
        return sum == 0 ? 0 : 2 * precision() * recall() / sum;
    }

    /** False alarms for each gold sheet. */
    public double alarmRate() {
        return (double) falseAlarms / Math.max(1, sheets);
    }
}
