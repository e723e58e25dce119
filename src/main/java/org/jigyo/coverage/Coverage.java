package org.jigyo.coverage;

import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.Place;

/**
 * What one layout reads of many sheets, for a person who judges the layout. Counted by {@link Counting}.
 *
 * @param layout id of the layout
 * @param sheets number of sheets read
 * @param paths the facts that the layout can read, those filled on the fewest sheets first
 * @param fill the shares that the layout expects, with those measured
 * @param sums the identities of the layout
 * @param untaken texts that no field and no label took, the most frequent first
 * @param doubts what was reported, by severity and kind
 * @param fewestFacts sheets with the fewest facts, fewest first; only those below the median
 * @param medianFacts median number of facts of a sheet
 * @param mostDoubts sheets with the most doubts, most first; only those above the median
 * @param medianDoubts median number of doubts of a sheet
 */
public record Coverage(
        String layout,
        int sheets,
        List<Filled> paths,
        List<Expected> fill,
        List<Sums> sums,
        List<Untaken> untaken,
        List<Doubts> doubts,
        List<Outlier> fewestFacts,
        int medianFacts,
        List<Outlier> mostDoubts,
        int medianDoubts) {

    /** Copies the lists. */
    public Coverage {
        paths = List.copyOf(paths);
        fill = List.copyOf(fill);
        sums = List.copyOf(sums);
        untaken = List.copyOf(untaken);
        doubts = List.copyOf(doubts);
        fewestFacts = List.copyOf(fewestFacts);
        mostDoubts = List.copyOf(mostDoubts);
    }

    /**
     * How often a fact is filled.
     *
     * @param path as in the layout, with its placeholders
     * @param at place of its field in the layout, {@code form.yml:12:7}
     * @param sheets number of sheets that fill it
     * @param without some sheets that do not
     */
    public record Filled(String path, String at, int sheets, List<Place> without) {}

    /**
     * A share that the layout expects.
     *
     * @param glob path or glob
     * @param expected 0 to 1
     * @param sheets number of sheets that fill it
     * @param met true if the measured share is at least the expected one
     */
    public record Expected(String glob, double expected, int sheets, boolean met) {}

    /**
     * An identity, over all sheets.
     *
     * @param name as in the layout
     * @param printed number of sheets that print a total and at least one of its parts
     * @param holding number of those on which every such total is the sum of its parts
     * @param telling number of those on which two parts or more differ from 0; without any, the identity proves nothing
     * @param missingTotal number of sheets that print a part without its total
     * @param failing some sheets on which it fails, each with the path of the total
     */
    public record Sums(String name, int printed, int holding, int telling, int missingTotal, List<Place> failing) {}

    /**
     * A text that no field and no label took.
     *
     * @param text as printed where it was first met; sheets print other figures in its place
     * @param sheets number of sheets that print it
     * @param place where it was first met
     */
    public record Untaken(String text, int sheets, Place place) {}

    /**
     * What was reported, of one kind.
     *
     * @param severity how much it matters
     * @param code kind
     * @param count how often
     * @param sheets on how many sheets; 0 if it concerns only files
     * @param place where it was first met
     * @param detail the first report
     */
    public record Doubts(Severity severity, Code code, int count, int sheets, Place place, String detail) {}

    /** A sheet that differs from most in a number. */
    public record Outlier(Place sheet, int number) {}

    /** Number of paths that at least one sheet fills. */
    public long filled() {
        return paths.stream().filter(path -> path.sheets() > 0).count();
    }

    /** Number of errors and warnings. */
    public int doubted() {
        return doubts.stream()
                .filter(d -> d.severity() != Severity.INFO)
                .mapToInt(Doubts::count)
                .sum();
    }
}
