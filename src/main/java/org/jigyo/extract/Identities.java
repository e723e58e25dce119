package org.jigyo.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.StarredPath;
import org.jigyo.layout.Identity;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;

/** Checks the sums of a form. A violated one becomes an issue with both sides; the printed values stay. */
final class Identities {

    private Identities() {}

    static List<Issue> check(List<Identity> identities, Map<String, Object> facts) {
        List<Issue> issues = new ArrayList<>();
        int year = facts.get("fiscalYear") instanceof BigDecimal y ? y.intValue() : 0;
        for (Identity declared : identities) {
            Identity identity = declared.of(year);
            Pattern total = StarredPath.stars(identity.total());
            facts.forEach((path, value) -> {
                Matcher m = total.matcher(path);
                if (m.matches() && value instanceof BigDecimal printed) {
                    broken(identity, path, printed, m, facts).ifPresent(issues::add);
                }
            });
            withoutTotal(identity, facts).forEach(issues::add);
        }
        return issues;
    }

    private static Optional<Issue> broken(
            Identity identity, String path, BigDecimal printed, Matcher stars, Map<String, Object> facts) {
        List<String> parts = identity.parts().stream()
                .flatMap(p -> StarredPath.each(StarredPath.fill(p, stars), facts.keySet()))
                .toList();
        List<BigDecimal> amounts = parts.stream()
                .map(facts::get)
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .toList();
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.subtract(printed).abs().compareTo(identity.tolerance()) <= 0) {
            return Optional.empty();
        }
        String message = identity.name() + ": " + printed.toPlainString() + " is printed, but its parts add up to "
                + sum.toPlainString();
        return Optional.of(Issue.warning(Code.SUM_MISMATCH, glob(path, parts), message));
    }

    /** Parts without a printed total: the total is in doubt, because it should be there. */
    private static List<Issue> withoutTotal(Identity identity, Map<String, Object> facts) {
        List<Issue> issues = new ArrayList<>();
        for (String part : identity.parts()) {
            Pattern pattern = StarredPath.stars(part);
            // most facts of a long sheet are none of the part's, which its beginning tells at once
            String begin = part.split("[*{]", 2)[0];
            for (String path : facts.keySet()) {
                if (!path.startsWith(begin)) {
                    continue;
                }
                Matcher m = pattern.matcher(path);
                if (m.matches() && !facts.containsKey(StarredPath.fill(identity.total(), m))) {
                    String total = StarredPath.fill(identity.total(), m);
                    if (issues.stream().noneMatch(i -> i.field().equals(FieldPath.of(total)))) {
                        String message = identity.name() + ": a part is printed, but the total is not";
                        issues.add(Issue.warning(Code.VALUE_MISSING, total, message));
                    }
                }
            }
        }
        return issues;
    }

    /** The common end of two paths with different beginnings, such as the totals of a sheet and of its parts. */
    private static Optional<String> sameEnd(String[] one, String[] other) {
        int same = 0;
        while (same < Math.min(one.length, other.length)
                && one[one.length - 1 - same].equals(other[other.length - 1 - same])) {
            same++;
        }
        return same < 2
                ? Optional.empty()
                : Optional.of("*" + String.join("/", List.of(one).subList(one.length - same, one.length)));
    }

    /** The narrowest path with stars that covers all the paths: segments in which they differ become a star. */
    private static String glob(String path, List<String> others) {
        String[] segments = path.split("/");
        for (String other : others) {
            String[] theirs = other.split("/");
            if (theirs.length != segments.length) {
                return sameEnd(segments, theirs).orElse(path);
            }
            for (int i = 0; i < segments.length; i++) {
                if (!segments[i].equals(theirs[i])) {
                    segments[i] = "*";
                }
            }
        }
        return String.join("/", segments);
    }
}
