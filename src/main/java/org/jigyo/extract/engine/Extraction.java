package org.jigyo.extract.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jigyo.page.Line;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Issue;

/**
 * The result of reading one sheet with an engine, before the checks that concern the sheet alone.
 *
 * @param facts path → value as in {@link org.jigyo.sheet.Facts}, in the order of the record
 * @param estimates paths of amounts that the form prints as estimates
 * @param evidence path of a fact → place where it was read
 * @param issues doubts of the engine
 * @param leftover text that was not assigned, with its 1-based page
 * @param dropped places of the text that the layout drops by its label, such as the name of an official, without the text; null if the
 * layout drops texts and they were not found in this reading
 * @param firstPage 1-based
 * @param lastPage 1-based
 */
public record Extraction(
        Map<String, Object> facts,
        Set<String> estimates,
        Map<String, Evidence> evidence,
        List<Issue> issues,
        List<Leftover> leftover,
        List<Leftover> dropped,
        int firstPage,
        int lastPage) {

    /** The result of an engine that drops nothing. */
    public Extraction(
            Map<String, Object> facts,
            Set<String> estimates,
            Map<String, Evidence> evidence,
            List<Issue> issues,
            List<Leftover> leftover,
            int firstPage,
            int lastPage) {
        this(facts, estimates, evidence, issues, leftover, List.of(), firstPage, lastPage);
    }

    /** A copy with other dropped text. */
    public Extraction dropping(List<Leftover> newDropped) {
        return new Extraction(facts, estimates, evidence, issues, leftover, newDropped, firstPage, lastPage);
    }

    /** A copy with other issues. */
    public Extraction with(List<Issue> newIssues) {
        return new Extraction(facts, estimates, evidence, newIssues, leftover, dropped, firstPage, lastPage);
    }

    /** A copy with other evidence. */
    public Extraction placed(Map<String, Evidence> newEvidence) {
        return new Extraction(facts, estimates, newEvidence, issues, leftover, dropped, firstPage, lastPage);
    }

    /** The same reading with one more doubt. */
    public Extraction and(Issue issue) {
        return issues.contains(issue)
                ? this
                : with(Stream.concat(issues.stream(), Stream.of(issue)).toList());
    }

    /** A copy with additional unassigned text. */
    public Extraction andLeft(List<Leftover> more) {
        List<Leftover> all = Stream.concat(leftover.stream(), more.stream()).toList();
        return new Extraction(facts, estimates, evidence, issues, all, dropped, firstPage, lastPage);
    }

    /**
     * Text that was assigned to no label and no value.
     *
     * @param page 1-based
     * @param line as drawn
     */
    public record Leftover(int page, Line line) {}
}
