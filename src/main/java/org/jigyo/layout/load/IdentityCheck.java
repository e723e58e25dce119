package org.jigyo.layout.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jigyo.layout.Identity;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.RecordPaths.Holds;

/**
 * Checks that each identity can be evaluated: the layout reads a total and each part, with the same text for
 * corresponding stars.
 */
final class IdentityCheck {

    private static final Set<Holds> NUMERIC = Set.of(Holds.NUMBER, Holds.FIGURE);

    private final ReadFacts read;
    private final Problems problems;

    IdentityCheck(ReadFacts read, Problems problems) {
        this.read = read;
        this.problems = problems;
    }

    void check(List<Identity> identities) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < identities.size(); i++) {
            Identity identity = identities.get(i);
            String at = "/identities/" + i;
            if (!names.add(identity.name())) {
                problems.add(at + "/name", "two identities have the same name «" + identity.name() + "»");
            }
            if (identity.tolerance().signum() < 0) {
                problems.add(at + "/tolerance", "«tolerance» must be 0 or more");
            }
            List<String[]> totals = read(identity.total(), at + "/total");
            for (int p = 0; p < identity.parts().size(); p++) {
                part(identity, p, totals, at + "/parts/" + p);
            }
        }
    }

    /** The facts, as segments, that a path with stars can match. */
    private List<String[]> read(String path, String at) {
        List<String[]> facts = matching(path).toList();
        if (facts.isEmpty()) {
            String hint = read.all().stream()
                            .map(ReadFacts.Fact::pattern)
                            .anyMatch(p -> p.startsWith(path) || FieldPath.meet(path, p))
                    ? "; a star stands for exactly one part of a path, from slash to slash, and the layout reads "
                            + examples(path)
                    : Nearest.hint(path, read.patterns());
            problems.add(
                    at,
                    "the identity can never be checked, because the layout reads no number at «" + path + "»" + hint);
        }
        return facts;
    }

    private String examples(String path) {
        return String.join(
                ", ",
                read.patterns().stream()
                        .filter(p -> FieldPath.meet(path, p))
                        .limit(3)
                        .toList());
    }

    private Stream<String[]> matching(String path) {
        String[] segments = path.replace("{each}", "*").split("/", -1);
        return read.all().stream()
                .filter(f -> NUMERIC.contains(f.holds()))
                .map(f -> f.pattern().split("/", -1))
                .filter(f -> matches(segments, f));
    }

    private static boolean matches(String[] path, String[] fact) {
        if (path.length != fact.length) {
            return false;
        }
        for (int i = 0; i < path.length; i++) {
            if (!FieldPath.meet(path[i], fact[i])) {
                return false;
            }
        }
        return true;
    }

    private void part(Identity identity, int index, List<String[]> totals, String at) {
        String part = identity.parts().get(index);
        if (part.equals(identity.total()) || identity.parts().indexOf(part) < index) {
            problems.add(at, "«" + part + "» is listed twice in the identity");
            return;
        }
        if (stars(part) != stars(identity.total())) {
            problems.add(
                    at,
                    "«" + part + "» has " + stars(part) + " star(s) and the total «" + identity.total() + "» "
                            + stars(identity.total())
                            + "; every path needs the same number of stars, because each star stands for the same text in all paths");
            return;
        }
        if (read(part, at).isEmpty() || totals.isEmpty()) {
            return;
        }
        boolean together = totals.stream()
                .map(t -> filled(part, identity.total(), t))
                .anyMatch(p -> matching(p).findAny().isPresent());
        if (!together) {
            problems.add(
                    at,
                    "the identity can never be checked, because the layout never reads «" + part
                            + "» with the same text for the stars as «" + identity.total() + "»");
        }
    }

    private static long stars(String path) {
        return path.chars().filter(c -> c == '*').count();
    }

    /** The part's path with its stars replaced by what the stars of the total match in a fact. */
    private static String filled(String part, String total, String[] fact) {
        String[] segments = total.split("/", -1);
        String path = part;
        for (int i = 0; i < segments.length; i++) {
            if (segments[i].equals("*")) {
                path = path.replaceFirst(
                        "\\*", fact[i].equals("*") ? "\u0000" : java.util.regex.Matcher.quoteReplacement(fact[i]));
            }
        }
        return path.replace('\u0000', '*');
    }
}
