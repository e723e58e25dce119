package org.jigyo.extract.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jigyo.page.Line;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Issue;

/**
 * What an engine read of one sheet, before the checks that the sheet can answer alone.
 *
 * @param facts path → value as in {@link org.jigyo.sheet.Facts}, in the order of the record
 * @param estimates paths of amounts that the form prints as estimates
 * @param evidence path of a fact → where it stands
 * @param issues what the engine doubts
 * @param leftover text that nothing took, with its 1-based page
 * @param firstPage 1-based
 * @param lastPage 1-based
 */
public record Extraction(
        Map<String, Object> facts,
        Set<String> estimates,
        Map<String, Evidence> evidence,
        List<Issue> issues,
        List<Leftover> leftover,
        int firstPage,
        int lastPage) {

    /** The same reading with other issues. */
    public Extraction with(List<Issue> newIssues) {
        return new Extraction(facts, estimates, evidence, newIssues, leftover, firstPage, lastPage);
    }

    /** The same reading with more that nothing took. */
    public Extraction andLeft(List<Leftover> more) {
        List<Leftover> all = Stream.concat(leftover.stream(), more.stream()).toList();
        return new Extraction(facts, estimates, evidence, issues, all, firstPage, lastPage);
    }

    /**
     * Text that neither a label nor a value took.
     *
     * @param page 1-based
     * @param line as drawn
     */
    public record Leftover(int page, Line line) {}
}
