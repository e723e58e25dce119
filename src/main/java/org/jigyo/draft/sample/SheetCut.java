package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.draft.words.YearWords;
import org.jigyo.page.Page;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** Cuts the pages of files into sheets: each page that prints the words of the first pages begins one. */
public final class SheetCut {

    /** Share of the words of a first page that a page has to print to be one. */
    private static final double ALIKE = 0.6;

    /** Share of like pages that print a word of the form. */
    private static final double COMMON = 0.4;

    private static final int LONGEST = 40;

    /** Words that only count as a form when so many stand on a page. */
    private static final int ENOUGH = 5;

    private SheetCut() {}

    /** A page of a file with its words. */
    private record Worded(int file, Page page, List<String> words) {}

    /**
     * The sheets of files: file number → its sheets, each a list of pages. Pages before a file's first sheet, and files without one, are left out.
     *
     * @param files the pages of each file
     */
    static List<List<List<Page>>> cut(List<List<Page>> files) {
        List<Worded> pages = new ArrayList<>();
        for (int f = 0; f < files.size(); f++) {
            for (Page page : files.get(f)) {
                pages.add(new Worded(f, page, words(page)));
            }
        }
        Set<Page> first = firstPages(pages);
        List<List<List<Page>>> cut = new ArrayList<>();
        files.forEach(f -> cut.add(new ArrayList<>()));
        for (Worded page : pages) {
            List<List<Page>> sheets = cut.get(page.file());
            if (first.contains(page.page())) {
                sheets.add(new ArrayList<>());
            }
            if (!sheets.isEmpty()) {
                sheets.get(sheets.size() - 1).add(page.page());
            }
        }
        return cut;
    }

    /** The pages that begin a sheet: those like the earliest page that others are like, at their top and as a whole. */
    private static Set<Page> firstPages(List<Worded> pages) {
        Map<String, Integer> printed = printed(pages);
        int enough = Math.min(pages.size(), Math.max(2, pages.size() / 7));
        for (Worded base : pages) {
            List<String> words =
                    base.words().stream().filter(w -> printed.get(w) > 1).toList();
            List<Worded> alike = like(words, pages);
            if (words.size() >= ENOUGH && alike.size() >= enough) {
                Map<String, Integer> own = printed(alike);
                List<String> common = words.stream()
                        .filter(w -> own.get(w) >= COMMON * alike.size())
                        .toList();
                return like(common, pages).stream()
                        .map(Worded::page)
                        .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
            }
        }
        return pages.stream().limit(1).map(Worded::page).collect(Collectors.toSet());
    }

    private static Map<String, Integer> printed(List<Worded> pages) {
        Map<String, Integer> printed = new HashMap<>();
        pages.forEach(p -> p.words().forEach(w -> printed.merge(w, 1, Integer::sum)));
        return printed;
    }

    private static List<Worded> like(List<String> words, List<Worded> pages) {
        List<String> top = words.subList(0, Math.min(words.size(), Math.max(ENOUGH, words.size() * 2 / 5)));
        return pages.stream().filter(p -> alike(words, p) && alike(top, p)).toList();
    }

    private static boolean alike(List<String> words, Worded page) {
        Set<String> own = new HashSet<>(page.words());
        return words.stream().filter(own::contains).count() >= ALIKE * words.size();
    }

    /** The words of a page from top to bottom, each once. */
    private static List<String> words(Page page) {
        return SampleSheet.of("", List.of(page), 0).pieces().stream()
                .map(PrintedPiece::key)
                .filter(k -> k.length() > 1
                        && k.length() <= LONGEST
                        && Printed.number(k).isEmpty())
                .map(k -> YearWords.template(k, 0, Era.REIWA).replaceAll("\\{year[^}]*\\}", "{year}"))
                .distinct()
                .toList();
    }
}
