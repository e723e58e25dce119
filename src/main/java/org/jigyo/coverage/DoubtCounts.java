package org.jigyo.coverage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.Place;

/** Counts findings by severity and kind. */
final class DoubtCounts {

    private final Map<Severity, Map<Code, Coverage.Doubts>> doubts = new TreeMap<>();

    /** Adds the findings of one reading. */
    void add(List<Finding> findings) {
        Map<Severity, Set<String>> sheets = new HashMap<>();
        for (Finding finding : findings) {
            Place place = finding.place();
            boolean sheet = place.sheet() != null
                    && sheets.computeIfAbsent(finding.severity(), s -> new HashSet<>())
                            .add(finding.code() + " " + place.sheet());
            doubts.computeIfAbsent(finding.severity(), s -> new TreeMap<>())
                    .merge(
                            finding.code(),
                            new Coverage.Doubts(
                                    finding.severity(), finding.code(), 1, sheet ? 1 : 0, place, finding.detail()),
                            DoubtCounts::sum);
        }
    }

    private static Coverage.Doubts sum(Coverage.Doubts one, Coverage.Doubts more) {
        return new Coverage.Doubts(
                one.severity(),
                one.code(),
                one.count() + more.count(),
                one.sheets() + more.sheets(),
                one.place(),
                one.detail());
    }

    /** Errors first; by code. */
    List<Coverage.Doubts> doubts() {
        return doubts.values().stream()
                .flatMap(codes -> codes.values().stream())
                .toList();
    }
}
