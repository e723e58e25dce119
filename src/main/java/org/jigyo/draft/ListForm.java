package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.draft.sample.FormYear;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.sample.Sample;
import org.jigyo.draft.sample.SampleSheet;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.YearWords;
import org.jigyo.layout.YearTemplate;
import org.jigyo.nation.LocalGovernment;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.page.Page;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;
import org.jigyo.source.SourceFile;

/**
 * An unknown list: a project a row, in one file or several, each page with the same header.
 *
 * @param tables its pages
 * @param columns its columns
 * @param evaluated the evaluated year
 * @param title the words that open it, with {@code {year}} where they print one; null for none
 */
record ListForm(List<ListTable> tables, List<ListedColumn> columns, int evaluated, String title) {

    private static final Pattern NAMED =
            Pattern.compile("(?<![A-Za-z])[RrHh]\\d{1,2}(?!\\d)|令和(?:元|\\d{1,2})|20\\d{2}");
    private static final int FEWEST_ROWS = 3;
    private static final double FILLED = 0.2;
    private static final double MOST = 0.5;
    private static final int FEWEST_KNOWN = 2;
    private static final int LOOKED_AT = 50;

    /** The list in these files; empty if most of what they print is something else. */
    static Optional<ListForm> of(Map<SourceFile, List<Page>> files, FormLexicon lexicon, GivenAnswers answers) {
        List<ListTable> all = new ArrayList<>();
        files.forEach((file, pages) -> {
            Map<Integer, List<Page>> whole = new LinkedHashMap<>();
            pages.forEach(p ->
                    whole.computeIfAbsent(p.number(), k -> new ArrayList<>()).add(p));
            ListTable before = null;
            for (List<Page> parts : whole.values()) {
                before = ListTable.of(file, parts, lexicon, before).orElse(null);
                if (before != null) {
                    all.add(before);
                }
            }
        });
        int printed = all.stream().mapToInt(ListTable::all).sum();
        ListTable largest =
                all.stream().max(Comparator.comparingInt(ListTable::filled)).orElse(null);
        List<ListTable> tables = largest == null
                ? List.of()
                : all.stream()
                        .filter(t -> ListTable.alike(t.band(), largest.band())
                                && t.band().columns().size()
                                        == largest.band().columns().size())
                        .toList();
        int rows = tables.stream().mapToInt(t -> t.rows().size()).sum();
        int filled = tables.stream().mapToInt(ListTable::filled).sum();
        if (rows < FEWEST_ROWS || filled < MOST * printed || !projects(tables, lexicon)) {
            return Optional.empty();
        }
        return Optional.of(dated(tables, answers));
    }

    /** True if a column names projects: a word of each row that is no label of a form. */
    private static boolean projects(List<ListTable> tables, FormLexicon lexicon) {
        List<ListBand.Column> columns = tables.get(0).band().columns();
        int known = 0;
        boolean named = false;
        for (int c = 0; c < columns.size(); c++) {
            String word = columns.get(c)
                    .labels()
                    .get(columns.get(c).labels().size() - 1)
                    .key();
            known += lexicon.names(word) ? 1 : 0;
            int column = c;
            List<String> texts = tables.stream()
                    .flatMap(t -> t.rows().stream())
                    .filter(r -> r[column] != null)
                    .limit(LOOKED_AT)
                    .map(r -> r[column].key())
                    .toList();
            boolean name =
                    lexicon.exactly(Group.FIELDS, word).filter("name"::equals).isPresent();
            long labels = texts.stream().filter(lexicon::names).count();
            named |= name && labels * 10 <= texts.size() * 3L;
        }
        return named && known >= FEWEST_KNOWN;
    }

    private static ListForm dated(List<ListTable> tables, GivenAnswers answers) {
        ListTable first = tables.get(0);
        SampleSheet above = SampleSheet.of(first.file().name(), first.pages(), first.above());
        FormYear.Of title = FormYear.of(List.of(above), 0);
        int titled = title.years().get(0);
        int given = answers.year();
        int evaluated = given > 0 ? given : evaluated(tables, titled).orElse(0);
        if (evaluated == 0) {
            throw GivenAnswers.undated("the list prints");
        }
        String words = title.form().titled();
        if (words != null) {
            words = YearTemplate.PLACE
                    .matcher(words)
                    .replaceAll(m -> Matcher.quoteReplacement(
                            YearTemplate.place(titled + YearTemplate.offset(m.group(1)) - evaluated)));
        }
        List<ListedColumn> columns = new ArrayList<>();
        for (int c = 0; c < first.band().columns().size(); c++) {
            columns.add(ListedColumn.of(tables, c, evaluated));
        }
        return new ListForm(tables, columns, evaluated, words);
    }

    /** The last year, up to that of the title, whose columns of settlements or results are filled; else the year of the title or file. */
    private static OptionalInt evaluated(List<ListTable> tables, int titled) {
        TreeSet<Integer> closed = new TreeSet<>();
        TreeSet<Integer> printed = new TreeSet<>();
        List<ListBand.Column> columns = tables.get(0).band().columns();
        for (int c = 0; c < columns.size(); c++) {
            String path =
                    columns.get(c).labels().stream().map(PrintedPiece::key).collect(Collectors.joining(" "));
            int column = c;
            List<PrintedPiece[]> rows =
                    tables.stream().flatMap(t -> t.rows().stream()).toList();
            long filled = rows.stream()
                    .filter(r -> r[column] != null && !r[column].blank())
                    .count();
            for (YearWords.Found year : YearWords.in(path, Era.REIWA)) {
                printed.add(year.year());
                if (FormYear.closes(path) && filled >= FILLED * rows.size()) {
                    closed.add(year.year());
                }
            }
        }
        Integer last = titled == 0 ? (closed.isEmpty() ? null : closed.last()) : closed.floor(titled);
        if (last != null) {
            return OptionalInt.of(last);
        }
        OptionalInt named = inFileName(tables.get(0).file().name());
        return titled > 0
                ? OptionalInt.of(titled)
                : named.isPresent() || printed.isEmpty() ? named : OptionalInt.of(printed.last());
    }

    private static OptionalInt inFileName(String name) {
        Matcher m = NAMED.matcher(Printed.key(name));
        return m.find() ? Printed.year(m.group().toUpperCase(Locale.ROOT) + "年度", Era.REIWA) : OptionalInt.empty();
    }

    /** All its rows. */
    int rows() {
        return tables.stream().mapToInt(t -> t.rows().size()).sum();
    }

    /** What the head of its layout says; the municipality as given, else as printed, above all above the list. */
    FormHead head(LocalGovernment given) {
        List<PrintedPiece> above =
                tables.stream().flatMap(t -> t.above().stream()).toList();
        LocalGovernment city = given;
        if (city == null) {
            List<PrintedPiece> cells = tables.stream()
                    .flatMap(t -> t.rows().stream())
                    .flatMap(Arrays::stream)
                    .filter(Objects::nonNull)
                    .toList();
            List<String> names =
                    tables.stream().map(t -> Printed.key(t.file().name())).toList();
            String head = FormHead.joined(above) + "\n" + String.join("\n", names);
            boolean there = LocalGovernments.all().stream()
                    .anyMatch(g -> g.kind() != LocalGovernment.Kind.PREFECTURE && head.contains(g.name()));
            city = FormHead.city(there ? List.of(head) : List.of(FormHead.joined(cells)));
        }
        String labels = columns.stream().map(ListedColumn::path).collect(Collectors.joining("\n"));
        int unit = FormHead.unit(FormHead.joined(above) + "\n" + labels);
        boolean bare = tables.get(0).band().columns().stream()
                .flatMap(c -> c.labels().stream())
                .flatMap(l -> YearWords.in(l.key(), Era.REIWA).stream())
                .anyMatch(YearWords.Found::bare);
        return new FormHead(
                FormHead.id(city, evaluated, "list"),
                city,
                FormHead.name(city) + "-project-list",
                title == null ? "事務事業一覧" : title.replaceAll("…|\\{[^}]*\\}", ""),
                applies(),
                unit,
                bare);
    }

    /** Labels that name the form: the longest ones, spread over the header. */
    private List<String> applies() {
        List<String> words = columns.stream()
                .map(ListedColumn::inner)
                .filter(w -> !w.contains("{") && w.length() > 1 && w.length() <= 24)
                .filter(w -> w.codePoints().filter(Character::isLetter).count() > 1)
                .distinct()
                .toList();
        Set<String> phrases = new LinkedHashSet<>();
        int most = Math.min(6, words.size());
        for (int part = 0; part < most; part++) {
            words.subList(part * words.size() / most, (part + 1) * words.size() / most).stream()
                    .max(Comparator.comparingInt(String::length))
                    .ifPresent(phrases::add);
        }
        return List.copyOf(phrases);
    }

    /** Some of its pages by file, with so many rows together: on each page the same share of the rows. */
    Map<SourceFile, List<Page>> some(int most) {
        Map<SourceFile, List<Page>> some = new LinkedHashMap<>();
        List<ListTable> pages = Sample.evenly(tables, Math.max(1, most / 20));
        int all = pages.stream().mapToInt(t -> t.rows().size()).sum();
        for (ListTable table : pages) {
            List<Page> kept = some.computeIfAbsent(table.file(), k -> new ArrayList<>());
            kept.addAll(table.some(
                    all <= most ? all : Math.max(1, most * table.rows().size() / all)));
        }
        return some;
    }

    /** The words of the labels over its columns. */
    Set<String> labels() {
        return columns.stream().flatMap(c -> c.words().stream()).collect(Collectors.toSet());
    }
}
