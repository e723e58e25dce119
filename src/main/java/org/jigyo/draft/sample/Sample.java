package org.jigyo.draft.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.source.SourceFile;

/** Sheets of an unknown form, chosen evenly from all files. Immutable. */
public final class Sample {

    private final Map<SourceFile, List<Page>> pages;
    private final List<SampleSheet> sheets;

    private Sample(Map<SourceFile, List<Page>> pages, List<SampleSheet> sheets) {
        this.pages = pages;
        this.sheets = sheets;
    }

    /**
     * Reads files.
     *
     * @param most number of files to read at most
     * @param read called after each file
     * @return the pages of each file that has any
     */
    public static Map<SourceFile, List<Page>> read(
            List<SourceFile> files, PageReader reader, int most, Consumer<Finding> findings, Runnable read) {
        Map<SourceFile, List<Page>> all = new LinkedHashMap<>();
        for (SourceFile file : evenly(files, most)) {
            List<Page> own = new ArrayList<>();
            reader.read(file, own::add, findings);
            if (!own.isEmpty()) {
                all.put(file, own);
            }
            read.run();
        }
        return all;
    }

    /**
     * Cuts files into sheets.
     *
     * @param all the pages of each file
     * @param most number of sheets to keep at most
     */
    public static Sample of(Map<SourceFile, List<Page>> all, int most) {
        List<List<List<Page>>> cut = SheetCut.cut(List.copyOf(all.values()));
        List<SampleSheet> sheets = new ArrayList<>();
        int f = 0;
        Map<SourceFile, List<Page>> kept = new LinkedHashMap<>();
        for (Map.Entry<SourceFile, List<Page>> file : all.entrySet()) {
            List<List<Page>> own = cut.get(f++);
            List<List<Page>> some = evenly(own, Math.max(1, most * own.size() / Math.max(1, total(cut))));
            some.forEach(s ->
                    sheets.addAll(SampleSheet.of(file.getKey().name(), s, 0).parted()));
            if (!some.isEmpty()) {
                kept.put(file.getKey(), some.stream().flatMap(List::stream).toList());
            }
        }
        return new Sample(kept, sheets);
    }

    private static int total(List<List<List<Page>>> cut) {
        return cut.stream().mapToInt(List::size).sum();
    }

    /** At most so many of a list, spread over it. */
    public static <T> List<T> evenly(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        List<T> some = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * all.size() / most)));
        }
        return some;
    }

    /** The chosen sheets. */
    public List<SampleSheet> sheets() {
        return sheets;
    }

    /** The pages of the chosen sheets, by file. */
    public Map<SourceFile, List<Page>> pages() {
        return pages;
    }
}
