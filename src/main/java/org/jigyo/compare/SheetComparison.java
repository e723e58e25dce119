package org.jigyo.compare;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Finding.Severity;
import org.jigyo.compare.Judgement.Kind;
import org.jigyo.sheet.Body;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Part;
import org.jigyo.sheet.Sheet;

/**
 * One record compared with its gold record.
 *
 * @param judgements one for each fact
 * @param falseAlarms fields of errors and warnings that cover only right facts
 */
record SheetComparison(List<Judgement> judgements, int falseAlarms) {

    private static final Pattern WHITE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    /** An issue that names a whole group of facts says nothing about one of them. */
    private static final Pattern BARE_GROUP = Pattern.compile("[\\p{Alpha}*]*(/\\**)*");

    private static final Set<String> SINGLE = Set.of(
            "city",
            "fiscalYear",
            "publishedYear",
            "number",
            "name",
            "department",
            "departmentCode",
            "section",
            "direction");

    /** A text without what does not count: character width and white space. */
    static String plain(String text) {
        return WHITE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    /**
     * Compares a record with gold.
     *
     * @param record what was read, or null: then all is missing
     */
    static SheetComparison of(String key, Sheet gold, Sheet record) {
        Map<String, Object> expected = facts(gold);
        Map<String, Object> read = record == null ? Map.of() : facts(record);
        Set<FieldPath> doubted = record == null ? Set.of() : doubted(record);
        Set<FieldPath> open = fields(gold.undecided().stream());
        List<Judgement> judgements = new ArrayList<>();
        Set<String> paths = new TreeSet<>(expected.keySet());
        paths.addAll(read.keySet());
        for (String path : paths) {
            Object one = expected.get(path);
            Object other = read.get(path);
            boolean undecided = named(path, open);
            if (undecided && other == null) {
                continue;
            }
            Kind kind = kind(one, other);
            boolean silent = kind != Kind.RIGHT && !named(path, doubted);
            judgements.add(new Judgement(key, path, undecided ? Kind.UNDECIDED : kind, one, other, silent));
        }
        if (record != null) {
            secondValues(record)
                    .forEach(path -> judgements.add(new Judgement(
                            key, path, Kind.EXTRA, expected.get(path), "a second value", !named(path, doubted))));
        }
        return new SheetComparison(judgements, falseAlarms(doubted, open, expected.keySet(), judgements));
    }

    /** The facts of a record that has no gold sheet. */
    static List<Judgement> invented(String key, Sheet record) {
        return facts(record).entrySet().stream()
                .map(fact -> new Judgement(key, fact.getKey(), Kind.EXTRA, null, fact.getValue(), true))
                .toList();
    }

    private static Kind kind(Object gold, Object read) {
        if (gold == null) {
            return Kind.EXTRA;
        }
        return read == null ? Kind.MISSING : gold.equals(read) ? Kind.RIGHT : Kind.WRONG;
    }

    private static boolean named(String path, Set<FieldPath> fields) {
        return fields.stream().anyMatch(field -> field.covers(path));
    }

    private static int falseAlarms(
            Set<FieldPath> doubted, Set<FieldPath> open, Set<String> gold, List<Judgement> judgements) {
        Set<String> heard = judgements.stream()
                .filter(j -> j.kind() != Kind.RIGHT)
                .map(Judgement::path)
                .collect(Collectors.toSet());
        Predicate<FieldPath> onlyRight = field -> gold.stream().anyMatch(field::covers)
                && heard.stream().noneMatch(field::covers)
                && open.stream().noneMatch(glob -> field.covers(glob.glob()));
        return (int) doubted.stream().filter(onlyRight).count();
    }

    private static Set<FieldPath> doubted(Sheet record) {
        return fields(record.issues().stream()
                .filter(issue -> issue.severity() != Severity.INFO && issue.field() != null)
                .map(issue -> issue.field().glob())
                .filter(glob ->
                        SINGLE.contains(glob) || !BARE_GROUP.matcher(glob).matches()));
    }

    private static Set<FieldPath> fields(Stream<String> globs) {
        return globs.map(glob -> FieldPath.of(plain(glob))).collect(Collectors.toSet());
    }

    private static Map<String, Object> facts(Sheet sheet) {
        Map<String, Object> facts = new TreeMap<>();
        Facts.of(sheet).forEach((path, value) -> facts.put(plain(path), plainValue(value)));
        return facts;
    }

    private static Object plainValue(Object value) {
        if (value instanceof Boolean) {
            return value;
        }
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : plain("" + value);
    }

    /** Paths with two different values, which a record of another program may have. */
    private static Set<String> secondValues(Sheet sheet) {
        Set<String> second = new TreeSet<>(secondValues("", sheet.body()));
        Part.forEach(sheet.parts(), (at, part) -> second.addAll(secondValues(at, part.body())));
        return second;
    }

    private static Set<String> secondValues(String at, Body body) {
        Stream<Map.Entry<String, Object>> values = Stream.of(
                        body.costs().stream().map(cost -> fact(Facts.path(cost), cost.value())),
                        body.staffing().stream().map(staff -> fact(Facts.path(staff), staff.value())),
                        body.ratings().stream().map(rating -> fact(Facts.path(rating), rating.value())),
                        body.indicators().stream()
                                .flatMap(i -> i.values().stream()
                                        .map(v -> fact(
                                                "indicators/" + i.slot() + "/" + v.kind() + "/" + v.year(),
                                                v.value()))))
                .flatMap(group -> group);
        Set<Map.Entry<String, Object>> distinct = values.collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        return distinct.stream()
                .map(fact -> at + fact.getKey())
                .filter(path -> !seen.add(path))
                .collect(Collectors.toSet());
    }

    private static Map.Entry<String, Object> fact(String path, Object value) {
        return Map.entry(plain(path), plainValue(value == null ? "" : value));
    }
}
