package org.jigyo.extract.sequence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jigyo.extract.engine.StarredPath;
import org.jigyo.layout.Identity;

/** Evaluates the declared identities that involve given paths. */
final class Sums {

    private final List<Identity> identities;

    Sums(List<Identity> identities) {
        this.identities = identities;
    }

    /** True if at least one identity involves the paths and each one that does is satisfied. */
    boolean hold(List<String> paths, Map<String, Object> facts) {
        boolean any = false;
        for (Identity identity : identities) {
            for (String path : paths) {
                for (int part = -1; part < identity.parts().size(); part++) {
                    String mine = part < 0 ? identity.total() : identity.parts().get(part);
                    Matcher m = StarredPath.stars(mine).matcher(path);
                    if (m.matches()) {
                        Boolean holds = holds(identity, m, facts);
                        if (Boolean.FALSE.equals(holds)) {
                            return false;
                        }
                        any |= holds != null;
                    }
                }
            }
        }
        return any;
    }

    /** Null if the total or all parts are not printed. */
    private static Boolean holds(Identity identity, Matcher stars, Map<String, Object> facts) {
        Object total = facts.get(StarredPath.fill(identity.total(), stars));
        List<BigDecimal> parts = identity.parts().stream()
                .map(p -> facts.get(StarredPath.fill(p, stars)))
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .toList();
        if (!(total instanceof BigDecimal printed) || parts.isEmpty()) {
            return null;
        }
        BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.subtract(printed).abs().compareTo(identity.tolerance()) <= 0;
    }
}
