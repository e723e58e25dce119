package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.draft.words.YearWords;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/**
 * How the sheets of a form tell their evaluated year: the last one of which they print settlements or results.
 *
 * @param titled the words that open a sheet, with {@code {year}} or {@code {year+1}} where they print a year
 * @param line true if a line outside the cells opens it
 * @param beside the label left of a cell with nothing but a year, where no words that open a sheet print it; else null
 * @param offset how far that year is from the evaluated one
 * @param current how far the year that the form calls the current one (当年度) is from the evaluated one
 * @param certain false if no settlement or result is printed, so that the year of the title is only likely
 */
public record FormYear(String titled, boolean line, String beside, int offset, int current, boolean certain) {

    private static final Pattern CLOSED = Pattern.compile("決算|実績");
    private static final Pattern OPEN = Pattern.compile("見込|予定|計画|目標|予算|想定");
    private static final Pattern FORM = Pattern.compile("シート|調書|評価書|評価表|評価票|カルテ|レビュー|一覧");
    private static final Pattern PROJECT = Pattern.compile("事業|評価|施策");
    /** What follows the evaluated year in a title, where that prints another year, too. */
    private static final Pattern OF_YEAR = Pattern.compile("^(?:の|に|中)?(?:実績|決算|実施|対象|事業分|分)");

    private static final Pattern DURATION = Pattern.compile("開始|終了|期間|策定|作成|始期|終期|設定");
    private static final String YEAR = "{year}";
    private static final int LONGEST_LABEL = 24;
    private static final int LONGEST_TITLE = 60;
    /** Of how many years the sheets that a draft looks at may be. */
    private static final int MOST_YEARS = 3;

    /** A form with the evaluated year of each of its sheets; 0 where a sheet does not tell it. */
    public record Of(FormYear form, List<Integer> years) {}

    /** True for the word that opens a sheet. */
    public boolean opens(String word) {
        return titled != null && (titled.startsWith("…") ? word.endsWith(titled.substring(1)) : word.equals(titled));
    }

    /**
     * The form of these sheets.
     *
     * @param given the evaluated year of the first sheet, if a person has said it; else 0
     */
    public static Of of(List<SampleSheet> sheets, int given) {
        String title = title(sheets);
        String beside = title != null && title.contains(YEAR) ? null : beside(sheets);
        List<OptionalInt> titled = sheets.stream()
                .map(s -> beside == null ? titleYear(s, title) : yearBeside(s, beside))
                .toList();
        Map<Integer, Integer> distances = new HashMap<>();
        List<Integer> closed = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            OptionalInt named = titled.get(i);
            int last = closed(sheets.get(i), named.orElse(Integer.MAX_VALUE));
            closed.add(last);
            if (last > 0 && named.isPresent()) {
                distances.merge(named.getAsInt() - last, 1, Integer::sum);
            }
        }
        boolean said = sheets.get(0).pieces().stream()
                .map(PrintedPiece::key)
                .filter(key -> generic(key).equals(title))
                .anyMatch(key -> YearWords.in(key, Era.REIWA).stream().anyMatch(y -> said(key, y)));
        int current = current(sheets.get(0));
        int distance = given > 0 && titled.get(0).isPresent()
                ? titled.get(0).getAsInt() - given
                : distances.isEmpty()
                        ? said ? 0 : current
                        : Collections.max(distances.entrySet(), Map.Entry.comparingByValue())
                                .getKey();
        List<Integer> years = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            OptionalInt named = titled.get(i);
            years.add(named.isPresent() ? named.getAsInt() - distance : closed.get(i));
        }
        boolean certain =
                given > 0 || said || !distances.isEmpty() || closed.stream().anyMatch(y -> y > 0);
        String words = title == null ? null : words(sheets.get(0), title, years.get(0));
        return new Of(new FormYear(words, line(sheets, title), beside, distance, current, certain), years);
    }

    /** The title with its years as distances; of two years, the part with the last one, because a label can print only one. */
    private static String words(SampleSheet sheet, String title, int year) {
        String key = sheet.pieces().stream()
                .map(PrintedPiece::key)
                .filter(k -> generic(k).equals(title))
                .findFirst()
                .orElseThrow();
        List<YearWords.Found> years = YearWords.in(key, Era.REIWA);
        String part = years.size() < 2
                ? key
                : key.substring(years.get(years.size() - 2).end());
        return (years.size() < 2 ? "" : "…") + YearWords.template(part, year, Era.REIWA);
    }

    private static boolean line(List<SampleSheet> sheets, String title) {
        return title != null
                && sheets.get(0).pieces().stream()
                        .anyMatch(p -> !p.cell() && generic(p.key()).equals(title));
    }

    /** The words that stand once on every sheet, on its first page, best with a year; null for none. */
    private static String title(List<SampleSheet> sheets) {
        Map<String, Integer> printed = new HashMap<>();
        for (SampleSheet sheet : sheets) {
            int first = sheet.pages().get(0).number();
            Map<String, Integer> own = new HashMap<>();
            int again = sheet.numbered() ? 0 : 2; // numbered pages tell that a title printed again opens no sheet
            sheet.pieces().forEach(p -> own.merge(generic(p.key()), p.page() == first ? 1 : again, Integer::sum));
            own.forEach((word, times) -> {
                if (times == 1 && word.length() > 3 && word.length() <= LONGEST_TITLE) {
                    printed.merge(word, 1, Integer::sum);
                }
            });
        }
        List<String> always = sheets.get(0).pieces().stream()
                .map(p -> generic(p.key()))
                .filter(w -> printed.getOrDefault(w, 0) >= 0.95 * sheets.size())
                .filter(w -> Printed.number(w).isEmpty() && !w.equals(YEAR))
                .distinct()
                .toList();
        return always.stream()
                .max(Comparator.comparingInt(w -> likeness(w, always.indexOf(w))))
                .orElse(null);
    }

    /** How much a word is like a title. */
    private static int likeness(String word, int place) {
        int year = word.contains(YEAR) ? 32 : 0;
        int form = FORM.matcher(word).find() ? 16 : 0;
        int project = PROJECT.matcher(word).find() ? 4 : 0;
        int several = word.indexOf(YEAR) == word.lastIndexOf(YEAR) ? 0 : -8;
        return 100 * (year + form + project + several) - place;
    }

    private static String generic(String key) {
        return YearWords.template(key, 0, Era.REIWA).replaceAll("\\{year[^}]*\\}", Matcher.quoteReplacement(YEAR));
    }

    private static OptionalInt titleYear(SampleSheet sheet, String title) {
        if (title == null) {
            return OptionalInt.empty();
        }
        return sheet.pieces().stream()
                .map(PrintedPiece::key)
                .filter(key -> generic(key).equals(title))
                .flatMap(key -> YearWords.in(key, Era.REIWA).stream()
                        .sorted(Comparator.comparing((YearWords.Found y) -> !said(key, y))))
                .mapToInt(YearWords.Found::year)
                .findFirst();
    }

    /** True if a title says of a year that it is the evaluated one. */
    private static boolean said(String title, YearWords.Found year) {
        return OF_YEAR.matcher(title.substring(year.end())).find();
    }

    /** The label left of a cell with nothing but a year on (almost) every sheet, of few years in all; null for none. */
    private static String beside(List<SampleSheet> sheets) {
        Map<String, List<Integer>> years = new LinkedHashMap<>();
        for (SampleSheet sheet : sheets) {
            sheet.cells().filter(c -> generic(c.key()).equals(YEAR)).forEach(c -> {
                List<PrintedPiece> left = sheet.leftOf(c);
                if (!left.isEmpty()
                        && left.get(0).leftOf(c)
                        && !DURATION.matcher(left.get(0).key()).find()) {
                    years.computeIfAbsent(left.get(0).key(), k -> new ArrayList<>())
                            .add(YearWords.in(c.key(), Era.REIWA).get(0).year());
                }
            });
        }
        return years.entrySet().stream()
                .filter(e -> e.getValue().size() >= 0.95 * sheets.size()
                        && e.getValue().size() <= sheets.size())
                .filter(e -> e.getValue().stream().distinct().count() <= MOST_YEARS
                        && !e.getKey().isBlank())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private static OptionalInt yearBeside(SampleSheet sheet, String label) {
        return sheet.cells()
                .filter(c -> generic(c.key()).equals(YEAR) && !sheet.leftOf(c).isEmpty())
                .filter(c -> sheet.leftOf(c).get(0).key().equals(label))
                .mapToInt(c -> YearWords.in(c.key(), Era.REIWA).get(0).year())
                .findFirst();
    }

    /** How far the year that a sheet calls the current one is from the last one whose settlement or results it prints. */
    private static int current(SampleSheet sheet) {
        return -sheet.pieces().stream()
                .filter(p -> p.key().length() <= LONGEST_LABEL
                        && YearTemplate.relative(p.key()) != null
                        && closes(sheet, p, p.key()))
                .mapToInt(p -> YearTemplate.relative(p.key()))
                .max()
                .orElse(0);
    }

    /** The last year, up to a given one, of which a sheet has a column or row of settlements or results; 0 for none. */
    private static int closed(SampleSheet sheet, int latest) {
        int last = 0;
        for (PrintedPiece piece : sheet.pieces()) {
            String key = piece.key();
            if (key.length() > LONGEST_LABEL) {
                continue;
            }
            List<YearWords.Found> years = YearWords.in(key, Era.REIWA);
            if (years.size() == 1
                    && years.get(0).year() <= latest
                    && years.get(0).year() > last
                    && closes(sheet, piece, key)) {
                last = years.get(0).year();
            }
        }
        return last > 0
                ? last
                : sheet.cells()
                        .filter(p -> p.key().length() <= LONGEST_LABEL && closes(p.key()))
                        .mapToInt(p -> filled(sheet, p, latest))
                        .max()
                        .orElse(0);
    }

    /** The last year, up to a given one, of which a row of settlements or results has a figure; 0 for none. */
    private static int filled(SampleSheet sheet, PrintedPiece label, int latest) {
        return sheet.rightOf(label).stream()
                .filter(c -> Printed.number(c.text()).isPresent())
                .mapToInt(c -> yearOver(sheet, c))
                .filter(year -> year <= latest)
                .max()
                .orElse(0);
    }

    /** The year in the header of a cell's column, which says of no plan; 0 for none. */
    private static int yearOver(SampleSheet sheet, PrintedPiece cell) {
        PrintedPiece above = sheet.above(cell);
        while (above != null && above.cell() && above.sameColumn(cell)) {
            List<YearWords.Found> years = YearWords.in(above.key(), Era.REIWA);
            if (!years.isEmpty()) {
                return years.size() > 1 || OPEN.matcher(above.key()).find()
                        ? 0
                        : years.get(0).year();
            }
            above = sheet.above(above);
        }
        return 0;
    }

    private static boolean closes(SampleSheet sheet, PrintedPiece piece, String key) {
        if (OPEN.matcher(key).find()) {
            return false;
        }
        if (CLOSED.matcher(key).find()) {
            return true;
        }
        PrintedPiece above = piece.cell() ? sheet.above(piece) : null;
        return (above != null && above.spans(piece) && closes(above))
                || sheet.cells().anyMatch(c -> piece.cell() && piece.above(c) && piece.spans(c) && closes(c));
    }

    private static boolean closes(PrintedPiece piece) {
        return piece.key().length() < LONGEST_LABEL && closes(piece.key());
    }

    /** True for words of settlements or results, and not of what is planned. */
    public static boolean closes(String words) {
        return CLOSED.matcher(words).find() && !OPEN.matcher(words).find();
    }
}
