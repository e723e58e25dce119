package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.FormLexicon.Group;

/**
 * The words that a form prints: what repeats over its sheets is label, what varies in the cell that a label explains is
 * value. Immutable.
 */
public final class FormWords {

    /** Share of the sheets on which a label stands at least. */
    public static final double REPEATED = 0.5;

    /** Share of the sheets on which a sentence stands at least that explains the form; others are what some writers repeat. */
    private static final double EXPLAINED = 0.95;

    /** Share of the sheets on which a place that holds values prints a word of its own at least. */
    private static final double VARIED = 0.12;

    private static final String RIGHT = "> ";
    private static final String BELOW = "v ";
    /** A place of a column: the word of its header, and which cell of the column it is. */
    private static final String COLUMN = "^ ";

    private static final int LONGEST_COLUMN = 12;
    private static final int LONGEST = 60;
    /** A mark that is set in a cell of its own. */
    private static final Pattern SET = Pattern.compile("[○◯〇●◎☑✓✔■レ]");

    private static final Pattern NO_LABEL =
            Pattern.compile("[\\p{P}\\p{S}\\d\\s]*|[レ有無]|[A-Da-dＳS]|[\\d,.]+(?:千円|円|人|件|回|%|年|日|時間|か所)?");

    private final Map<String, Integer> sheets;
    private final Set<String> repeated;
    private final Map<String, Set<String>> values;
    private final int size;

    private FormWords(Map<String, Integer> sheets, Set<String> repeated, Map<String, Set<String>> values, int size) {
        this.sheets = sheets;
        this.repeated = repeated;
        this.values = values;
        this.size = size;
    }

    /** The words of these sheets. */
    public static FormWords of(List<SampleSheet> all, FormLexicon lexicon) {
        Map<String, Integer> sheets = new HashMap<>();
        Set<String> ringed = new HashSet<>();
        for (SampleSheet sheet : all) {
            sheet.cells().filter(PrintedPiece::ringed).forEach(p -> ringed.add(p.word()));
            Set<String> own = new HashSet<>();
            sheet.pieces().forEach(p -> own.add(p.word()));
            own.forEach(w -> sheets.merge(w, 1, Integer::sum));
        }
        Set<String> repeated = new HashSet<>();
        sheets.forEach((word, n) -> {
            double least = word.endsWith("。") ? EXPLAINED : REPEATED;
            if (n >= Math.max(Math.min(2, all.size()), least * all.size())
                    && word.length() <= LONGEST
                    && !ringed.contains(word)
                    && !NO_LABEL.matcher(word).matches()
                    && (!lexicon.countedUnit(word)
                            || lexicon.exactly(Group.FIELDS, word).isPresent())) {
                repeated.add(word);
            }
        });
        return new FormWords(sheets, repeated, values(all, repeated, lexicon), all.size());
    }

    /** Of each place beside a repeated word the repeated words that are values there. */
    private static Map<String, Set<String>> values(List<SampleSheet> all, Set<String> repeated, FormLexicon lexicon) {
        Map<String, Map<String, Integer>> printed = new HashMap<>();
        Set<String> heads = new HashSet<>();
        for (SampleSheet sheet : all) {
            sheet.cells().filter(p -> SET.matcher(p.key()).matches()).forEach(p -> heads.add(head(sheet, p)));
            for (PrintedPiece piece : sheet.pieces()) {
                if (piece.cell() && !piece.blank()) {
                    places(sheet, piece, repeated)
                            .forEach(place -> printed.computeIfAbsent(place, k -> new HashMap<>())
                                    .merge(piece.word(), 1, Integer::sum));
                }
            }
        }
        Map<String, Set<String>> values = new HashMap<>();
        printed.forEach((place, words) -> {
            String beside = place.substring(RIGHT.length());
            boolean known = place.startsWith(RIGHT)
                    && (lexicon.exactly(Group.FIELDS, beside).isPresent()
                            || lexicon.exactly(Group.DROPPED, beside).isPresent());
            boolean open = varied(words, repeated) >= VARIED;
            boolean oneOf = alternating(words, all.size())
                    && !lexicon.typicalValue(place.replaceFirst("^(?:" + RIGHT + "|" + BELOW + ")", ""));
            boolean listed = oneOf && place.startsWith(COLUMN) && lexicon.names(beside.replaceFirst("#\\d+$", ""));
            Set<String> own = new HashSet<>(words.keySet());
            own.removeIf(w -> !repeated.contains(w)
                    || heads.contains(w)
                    || !(open
                            || (oneOf && (listed || !lexicon.names(w)))
                            || (place.startsWith(RIGHT) && lexicon.typicalValue(w))
                            || (known && !lexicon.knows(w) && !explains(w, printed, repeated))));
            values.put(place, own);
        });
        return values;
    }

    /** The word over the column of marks that a mark stands in; empty for none. */
    private static String head(SampleSheet sheet, PrintedPiece mark) {
        PrintedPiece above = sheet.above(mark);
        while (above != null
                && above.cell()
                && above.sameColumn(mark)
                && (above.blank() || SET.matcher(above.key()).matches())) {
            above = sheet.above(above);
        }
        return above != null && above.cell() && above.sameColumn(mark) ? above.word() : "";
    }

    /** True for the words of a place that prints one of several on each sheet: a grade, a direction. */
    private static boolean alternating(Map<String, Integer> words, int sheets) {
        int printed = words.values().stream().mapToInt(Integer::intValue).sum();
        int most = words.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return printed <= sheets && most <= (1 - VARIED) * printed;
    }

    /** True for a word beside which something varies. */
    private static boolean explains(String word, Map<String, Map<String, Integer>> printed, Set<String> repeated) {
        return varied(printed.getOrDefault(RIGHT + word, Map.of()), repeated) > 0
                || varied(printed.getOrDefault(BELOW + word, Map.of()), repeated) > 0;
    }

    /** Share of a place's words that do not repeat. */
    private static double varied(Map<String, Integer> words, Set<String> repeated) {
        int all = words.values().stream().mapToInt(Integer::intValue).sum();
        int varied = words.entrySet().stream()
                .filter(e -> !repeated.contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return all == 0 ? 0 : (double) varied / all;
    }

    /** The places of a cell: right of the cell before it, below the cell over it, where these print repeated words. */
    private static List<String> places(SampleSheet sheet, PrintedPiece piece, Set<String> repeated) {
        List<String> places = new ArrayList<>();
        List<PrintedPiece> left = sheet.leftOf(piece);
        boolean beside = !left.isEmpty()
                && left.get(0).leftOf(piece)
                && repeated.contains(left.get(0).word());
        if (beside && piece.box().height() >= 0.8 * left.get(0).box().height()) {
            places.add(RIGHT + left.get(0).word());
        }
        PrintedPiece above = sheet.above(piece);
        if (!beside && above != null && above.sameColumn(piece) && repeated.contains(above.word())) {
            places.add(BELOW + above.word());
        }
        column(sheet, piece).ifPresent(places::add);
        return places;
    }

    /** The place of a cell in a column of cells of the same width, below the second one. */
    private static Optional<String> column(SampleSheet sheet, PrintedPiece piece) {
        PrintedPiece above = sheet.above(piece);
        PrintedPiece top = null;
        int cells = 0;
        while (above != null && above.cell() && above.sameColumn(piece) && cells < LONGEST_COLUMN) {
            top = above;
            cells++;
            above = sheet.above(above);
        }
        return cells < 1 ? Optional.empty() : Optional.of(COLUMN + top.word() + "#" + cells);
    }

    /** The pieces of a sheet that are labels, in reading order. */
    public Set<PrintedPiece> labels(SampleSheet sheet) {
        Set<PrintedPiece> labels = new LinkedHashSet<>();
        for (PrintedPiece piece : sheet.pieces()) {
            boolean value = piece.cell()
                    && places(sheet, piece, repeated).stream()
                            .anyMatch(p -> values.getOrDefault(p, Set.of()).contains(piece.word()));
            if (repeated.contains(piece.word()) && !value) {
                labels.add(piece);
            }
        }
        return labels;
    }

    /** Share of the sheets that print a word. */
    public double share(String word) {
        return (double) sheets.getOrDefault(word, 0) / size;
    }

    /** True for a word that repeats from sheet to sheet. */
    public boolean repeated(String word) {
        return repeated.contains(word);
    }
}
