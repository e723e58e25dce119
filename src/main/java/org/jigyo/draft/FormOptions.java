package org.jigyo.draft;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.draft.sample.LabelledSheet;
import org.jigyo.draft.sample.PrintedPiece;

/**
 * Options in cells of their own, each with a cell for a mark left of it.
 *
 * @param word the word of the label left of all of them
 * @param options the words of the options in the order printed
 * @param printed the options as printed
 * @param labels the label on each sheet
 */
record FormOptions(String word, Set<String> options, Map<String, String> printed, Map<Integer, PrintedPiece> labels) {

    /** The options of these sheets: at least two beside a label, of which some have a mark. */
    static List<FormOptions> of(List<LabelledSheet> sheets) {
        Map<String, FormOptions> all = new LinkedHashMap<>();
        Set<String> marked = new HashSet<>();
        for (int i = 0; i < sheets.size(); i++) {
            LabelledSheet sheet = sheets.get(i);
            Set<PrintedPiece> options = options(sheet);
            for (PrintedPiece mark : marks(sheet)) {
                PrintedPiece label = label(sheet, mark, options);
                if (label != null) {
                    PrintedPiece option = option(sheet, mark);
                    FormOptions form = all.computeIfAbsent(label.word(), FormOptions::empty);
                    form.options.add(option.word());
                    form.printed.putIfAbsent(option.word(), option.text());
                    form.labels.putIfAbsent(i, label);
                    if (!mark.blank()) {
                        marked.add(label.word());
                    }
                }
            }
        }
        return all.values().stream()
                .filter(o -> o.options.size() > 1 && marked.contains(o.word))
                .toList();
    }

    private static FormOptions empty(String word) {
        return new FormOptions(word, new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** The marks and options of a sheet that belong to these. */
    static Set<PrintedPiece> taken(LabelledSheet sheet, List<FormOptions> all) {
        Set<String> words = all.stream().map(FormOptions::word).collect(Collectors.toSet());
        Set<PrintedPiece> options = options(sheet);
        Set<PrintedPiece> taken = new HashSet<>();
        for (PrintedPiece mark : marks(sheet)) {
            PrintedPiece label = label(sheet, mark, options);
            if (label != null && words.contains(label.word())) {
                taken.add(mark);
                taken.add(option(sheet, mark));
            }
        }
        return taken;
    }

    private static List<PrintedPiece> marks(LabelledSheet sheet) {
        return sheet.sheet()
                .cells()
                .filter(c ->
                        !sheet.label(c) && SheetCells.MARK.matcher(c.word()).matches())
                .filter(c -> option(sheet, c) != null)
                .toList();
    }

    private static Set<PrintedPiece> options(LabelledSheet sheet) {
        Set<PrintedPiece> options = new HashSet<>();
        marks(sheet).forEach(m -> options.add(option(sheet, m)));
        return options;
    }

    private static PrintedPiece label(LabelledSheet sheet, PrintedPiece mark, Set<PrintedPiece> options) {
        return sheet.sheet().leftOf(mark).stream()
                .filter(p -> sheet.label(p) && !options.contains(p))
                .findFirst()
                .orElse(null);
    }

    /** The label right of a cell for a mark, which is narrower than that; else null. */
    private static PrintedPiece option(LabelledSheet sheet, PrintedPiece mark) {
        return sheet.sheet().rightOf(mark).stream()
                .limit(1)
                .filter(p -> sheet.label(p)
                        && mark.leftOf(p)
                        && mark.box().width() < 0.75 * p.box().width())
                .findFirst()
                .orElse(null);
    }
}
