package org.jigyo.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.StarredPath;
import org.jigyo.layout.Identity;
import org.jigyo.sheet.Issue;

/** Evaluates the sums of a form. A violated one becomes an issue with both sides; the printed values stay. */
public final class Identities {

    private Identities() {}

    /**
     * A total on a sheet beside the sum of its parts.
     *
     * @param total path of the total
     * @param printed the total as printed
     * @param parts paths of its parts, printed or not
     * @param amounts the parts that are printed, at least one
     * @param sum what these add up to
     * @param holds true if that is the total, within the tolerance of the identity
     */
    public record Sum(
            String total,
            BigDecimal printed,
            List<String> parts,
            List<BigDecimal> amounts,
            BigDecimal sum,
            boolean holds) {}

    /**
     * The totals of a sheet that an identity speaks of and of which at least one part is printed.
     *
     * @param declared as the layout declares it
     * @param facts path → value of a sheet, with its {@code fiscalYear}
     */
    public static List<Sum> sums(Identity declared, Map<String, Object> facts) {
        Identity identity = dated(declared, facts);
        Pattern total = StarredPath.stars(identity.total());
        String begin = begin(identity.total());
        List<Sum> sums = new ArrayList<>();
        facts.forEach((path, value) -> {
            if (path.startsWith(begin) && value instanceof BigDecimal printed) {
                Matcher m = total.matcher(path);
                if (m.matches()) {
                    sum(identity, path, printed, m, facts).ifPresent(sums::add);
                }
            }
        });
        return sums;
    }

    /** Paths of the totals that are not printed although one of their parts is: each is in doubt, because it should be there. */
    public static Set<String> missingTotals(Identity declared, Map<String, Object> facts) {
        Identity identity = dated(declared, facts);
        Set<String> missing = new LinkedHashSet<>();
        for (String part : identity.parts()) {
            Pattern pattern = StarredPath.stars(part);
            String begin = begin(part);
            for (String path : facts.keySet()) {
                if (!path.startsWith(begin)) {
                    continue;
                }
                Matcher m = pattern.matcher(path);
                if (m.matches() && !facts.containsKey(StarredPath.fill(identity.total(), m))) {
                    missing.add(StarredPath.fill(identity.total(), m));
                }
            }
        }
        return missing;
    }

    /** A starred path up to its first star: most facts of a long sheet begin otherwise, which is told at once. */
    private static String begin(String starred) {
        int end = 0;
        while (end < starred.length() && "*{".indexOf(starred.charAt(end)) < 0) {
            end++;
        }
        return starred.substring(0, end);
    }

    private static Identity dated(Identity declared, Map<String, Object> facts) {
        return declared.of(facts.get("fiscalYear") instanceof BigDecimal y ? y.intValue() : 0);
    }

    private static Optional<Sum> sum(
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
        boolean holds = sum.subtract(printed).abs().compareTo(identity.tolerance()) <= 0;
        return Optional.of(new Sum(path, printed, parts, amounts, sum, holds));
    }

    static List<Issue> check(List<Identity> identities, Map<String, Object> facts) {
        List<Issue> issues = new ArrayList<>();
        for (Identity identity : identities) {
            for (Sum sum : sums(identity, facts)) {
                if (!sum.holds()) {
                    String message = identity.name() + ": " + sum.printed().toPlainString()
                            + " is printed, but its parts add up to "
                            + sum.sum().toPlainString();
                    issues.add(Issue.warning(Code.SUM_MISMATCH, glob(sum.total(), sum.parts()), message));
                }
            }
            for (String total : missingTotals(identity, facts)) {
                String message = identity.name() + ": a part is printed, but the total is not";
                issues.add(Issue.warning(Code.VALUE_MISSING, total, message));
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
