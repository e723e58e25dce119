package org.jigyo.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Severity;
import org.jigyo.Place;
import org.jigyo.extract.FileReading;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Sheet;

/**
 * Counts the {@link Coverage} of a layout, reading by reading. It keeps counts and a few places, and no sheet. Not
 * thread-safe.
 */
public final class Counting {

    private static final int SAMPLES = 3;

    private final Layout layout;
    private final PathCounts paths;
    private final List<SumCount> sums;
    private final TextCounts texts = new TextCounts();
    private final DoubtCounts doubts = new DoubtCounts();
    private final Outliers facts = new Outliers(Comparator.naturalOrder());
    private final Outliers issues = new Outliers(Comparator.reverseOrder());
    private final int[] fill;
    private final List<String> globs;
    private int sheets;

    /** A count for sheets that are read with this layout alone. */
    public Counting(Layouts.Compiled compiled) {
        layout = compiled.layout();
        paths = new PathCounts(compiled.paths());
        sums = layout.identities().stream().map(SumCount::new).toList();
        globs = layout.fill().keySet().stream().sorted().toList();
        fill = new int[globs.size()];
    }

    /** Adds a reading of a file, or of a part of one. */
    public void add(FileReading reading) {
        for (Sheet sheet : reading.sheets()) {
            add(reading.file(), sheet);
        }
        doubts.add(reading.findings());
    }

    private void add(String file, Sheet sheet) {
        sheets++;
        Map<String, Object> read = Facts.of(sheet);
        int page = sheet.source() == null || sheet.source().pages() == null
                ? 0
                : sheet.source().pages().get(0);
        Place place = new Place(file, page, 0, Facts.title(sheet), null);
        paths.add(sheet.fiscalYear(), read.keySet(), place);
        sums.forEach(sum -> sum.add(read, place));
        texts.add(sheet.issues(), place);
        facts.add(place, read.size());
        issues.add(place, (int) sheet.issues().stream()
                .filter(i -> i.severity() != Severity.INFO)
                .count());
        for (int g = 0; g < fill.length; g++) {
            FieldPath glob = FieldPath.of(globs.get(g));
            fill[g] += read.keySet().stream().anyMatch(glob::covers) ? 1 : 0;
        }
    }

    /** Adds a place to some places, unless there are enough. */
    static void sample(List<Place> places, Place place) {
        if (places.size() < SAMPLES) {
            places.add(place);
        }
    }

    /** What was counted so far. */
    public Coverage coverage() {
        List<Coverage.Expected> expected = new ArrayList<>();
        for (int g = 0; g < fill.length; g++) {
            double share = layout.fill().get(globs.get(g));
            expected.add(new Coverage.Expected(globs.get(g), share, fill[g], fill[g] >= share * sheets));
        }
        return new Coverage(
                layout.id(),
                sheets,
                paths.filled(),
                expected,
                sums.stream().map(SumCount::sums).toList(),
                texts.untaken(),
                doubts.doubts(),
                facts.beyond(),
                facts.median(),
                issues.beyond(),
                issues.median());
    }
}
