package org.jigyo.extract;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;

/** Converts the texts and path names of an engine's result to the form that records keep. Evidence stays as printed. */
final class Canonical {

    private Canonical() {}

    static Extraction of(Extraction read) {
        Map<String, Object> facts = new LinkedHashMap<>();
        read.facts()
                .forEach((path, value) ->
                        facts.put(Printed.canonical(path), value instanceof String s ? Printed.canonical(s) : value));
        Set<String> estimates = new LinkedHashSet<>();
        read.estimates().forEach(path -> estimates.add(Printed.canonical(path)));
        List<Issue> issues = read.issues().stream().map(Canonical::issue).toList();
        return new Extraction(
                facts,
                estimates,
                evidence(read.evidence(), facts.keySet()),
                issues,
                read.leftover(),
                read.firstPage(),
                read.lastPage());
    }

    private static <V> Map<String, V> evidence(Map<String, V> printed, Set<String> canonical) {
        Map<String, V> evidence = new LinkedHashMap<>();
        printed.forEach(
                (path, where) -> evidence.put(canonical.contains(path) ? path : Printed.canonical(path), where));
        return evidence;
    }

    private static Issue issue(Issue issue) {
        return issue.field() == null
                ? issue
                : Issue.warning(issue.code(), Printed.canonical(issue.field().glob()), issue.message())
                        .as(issue.severity())
                        .printed(issue.page(), issue.text());
    }
}
