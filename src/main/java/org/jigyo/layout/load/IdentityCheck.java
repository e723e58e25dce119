package org.jigyo.layout.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jigyo.layout.Identity;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks that each identity can match: that the layout reads a total and each part, with the same in the place of the stars. */
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
                problems.add(at + "/name", "the identity «" + identity.name() + "» stands twice");
            }
            if (identity.tolerance().signum() < 0) {
                problems.add(at + "/tolerance", "a difference is never less than 0");
            }
            List<String[]> totals = read(identity.total(), at + "/total");
            for (int p = 0; p < identity.parts().size(); p++) {
                part(identity, p, totals, at + "/parts/" + p);
            }
        }
    }

    /** The facts that a path with stars may be, as segments. */
    private List<String[]> read(String path, String at) {
        List<String[]> facts = matching(path).toList();
        if (facts.isEmpty()) {
            String hint = read.all().stream()
                            .map(ReadFacts.Fact::pattern)
                            .anyMatch(p -> p.startsWith(path) || FieldPath.meet(path, p))
                    ? "; a star stands for one segment, and the facts are " + examples(path)
                    : Nearest.hint(path, read.patterns());
            problems.add(at, "the identity can never apply: the layout reads no number at «" + path + "»" + hint);
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
            problems.add(at, "«" + part + "» stands twice in the identity");
            return;
        }
        if (stars(part) != stars(identity.total())) {
            problems.add(
                    at,
                    "«" + part + "» has " + stars(part) + " stars and the total «" + identity.total() + "» "
                            + stars(identity.total()) + "; each star stands for the same in all paths");
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
                    "the identity can never apply: nowhere does the layout read «" + part
                            + "» with the same in the place of the stars as «" + identity.total() + "»");
        }
    }

    private static long stars(String path) {
        return path.chars().filter(c -> c == '*').count();
    }

    /** The part with what the stars of the total are in a fact. */
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
