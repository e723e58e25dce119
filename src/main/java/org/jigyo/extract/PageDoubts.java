package org.jigyo.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.page.Box;
import org.jigyo.page.Page;
import org.jigyo.page.PageDoubt;
import org.jigyo.sheet.Issue;

/** Turns doubts about places on a sheet's pages into issues of the facts that were read there. */
final class PageDoubts {

    private PageDoubts() {}

    /**
     * The result with an issue for each fact whose place is doubtful, and an issue without a field if no fact was read
     * there.
     */
    static Extraction on(List<Page> pages, Extraction read) {
        List<Issue> issues = new ArrayList<>(read.issues());
        for (Page page : pages) {
            if (page.number() >= read.firstPage() && page.number() <= read.lastPage()) {
                for (PageDoubt doubt : page.doubts()) {
                    if (!doubt.blankOnly()) {
                        issues.addAll(issues(doubt, page, read));
                    }
                }
            }
        }
        return read.with(issues);
    }

    /** True if the engine already reported it, at a place where it read no fact. */
    private static boolean said(PageDoubt doubt, Page page, Extraction read) {
        return read.issues().stream()
                .anyMatch(i -> i.message().equals(doubt.message())
                        && Objects.equals(i.page(), page.number())
                        && Objects.equals(i.text(), doubt.text()));
    }

    private static List<Issue> issues(PageDoubt doubt, Page page, Extraction read) {
        List<Issue> issues = new ArrayList<>();
        read.evidence().forEach((path, evidence) -> {
            if (evidence.page() == page.number() && evidence.box() != null && holds(evidence.box(), doubt.box())) {
                issues.add(issue(doubt, page, path));
            }
        });
        if (issues.isEmpty() && !said(doubt, page, read)) {
            issues.add(issue(doubt, page, null));
        }
        return issues;
    }

    private static Issue issue(PageDoubt doubt, Page page, String field) {
        return Issue.warning(Code.VALUE_UNREADABLE, field, doubt.message()).printed(page.number(), doubt.text());
    }

    private static boolean holds(List<Double> box, Box doubt) {
        return new Box(box.get(0), box.get(1), box.get(2), box.get(3)).holds(doubt);
    }
}
