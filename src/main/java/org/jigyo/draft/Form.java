package org.jigyo.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.draft.sample.FormWords;
import org.jigyo.draft.sample.FormYear;
import org.jigyo.draft.sample.LabelledSheet;
import org.jigyo.draft.sample.PartBlock;
import org.jigyo.draft.sample.PrintedPiece;
import org.jigyo.draft.sample.SampleSheet;
import org.jigyo.draft.sample.SheetTable;
import org.jigyo.draft.words.FormLexicon;
import org.jigyo.draft.words.YearWords;
import org.jigyo.sheet.Era;

/**
 * An unknown form as its sheets show it.
 *
 * @param year how it tells the evaluated year
 * @param words the words it prints
 * @param sheets its sheets
 * @param block what it repeats for each part of a project; null for none
 * @param options options with marks
 * @param tables its tables
 * @param cells single values
 * @param lines lines and cells that print their own labels
 */
record Form(
        FormYear year,
        FormWords words,
        List<LabelledSheet> sheets,
        PartBlock block,
        List<FormOptions> options,
        List<FormTable> tables,
        List<FormCell> cells,
        List<FormLine> lines) {

    /**
     * What these sheets of one form show.
     *
     * @throws DraftException if neither they nor the answers say a year
     */
    static Form of(List<SampleSheet> plain, FormLexicon lexicon, GivenAnswers answers) {
        int given = answers.year();
        FormYear.Of year = FormYear.of(plain, given);
        List<SampleSheet> dated = new ArrayList<>();
        for (int i = 0; i < plain.size(); i++) {
            int printed = year.years().get(i);
            dated.add(plain.get(i).in(printed == 0 ? given : printed));
        }
        if (dated.stream().allMatch(sheet -> sheet.evaluated() == 0)) {
            throw GivenAnswers.undated("the sheets print");
        }
        FormWords words = FormWords.of(dated, lexicon);
        List<LabelledSheet> sheets =
                dated.stream().map(s -> LabelledSheet.of(s, words)).toList();
        PartBlock block = PartBlock.of(sheets, lexicon);
        List<FormOptions> options = FormOptions.of(sheets);
        Map<String, FormTable> tables = new LinkedHashMap<>();
        Map<String, FormCell> cells = new LinkedHashMap<>();
        Map<List<String>, FormLine> lines = FormLine.none();
        for (int i = 0; i < sheets.size(); i++) {
            Set<PrintedPiece> taken = FormOptions.taken(sheets.get(i), options);
            FormTable.add(i, sheets.get(i), block, SheetTable.of(sheets.get(i), taken), tables);
            new SheetCells(i, sheets.get(i), block, taken, cells).find();
            FormLine.add(i, sheets.get(i), taken, lines);
        }
        double enough = FormWords.REPEATED / 2 * sheets.size();
        return new Form(
                year.form(),
                words,
                sheets,
                block,
                options,
                tables.values().stream().filter(t -> t.sheets() >= enough).toList(),
                cells.values().stream().filter(c -> c.sheets() >= enough).toList(),
                lines.values().stream().filter(l -> l.found().size() >= enough).toList());
    }

    /** The lines that the later pages of each sheet print at their top again, without one that opens a sheet. */
    Set<String> heads() {
        Set<String> heads = new LinkedHashSet<>(sheets.get(0).sheet().heads());
        sheets.forEach(s -> heads.retainAll(s.sheet().heads()));
        heads.removeIf(
                h -> year.opens(YearWords.template(h, sheets.get(0).sheet().evaluated(), Era.REIWA))
                        || !YearWords.in(h, Era.REIWA).isEmpty());
        return heads;
    }

    /** The words that at least half of the sheets print as labels. */
    Set<String> labels() {
        Map<String, Integer> printed = new LinkedHashMap<>();
        sheets.forEach(s -> s.times().keySet().forEach(w -> printed.merge(w, 1, Integer::sum)));
        printed.values().removeIf(n -> n < FormWords.REPEATED * sheets.size());
        return printed.keySet();
    }
}
