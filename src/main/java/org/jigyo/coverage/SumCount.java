package org.jigyo.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.Place;
import org.jigyo.extract.Identities;
import org.jigyo.layout.Identity;

/** Counts on how many sheets an identity holds. */
final class SumCount {

    private static final int TWO = 2;

    private final Identity identity;
    private final List<Place> failing = new ArrayList<>();
    private int printed;
    private int holding;
    private int telling;
    private int missingTotal;

    SumCount(Identity identity) {
        this.identity = identity;
    }

    void add(Map<String, Object> facts, Place sheet) {
        List<Identities.Sum> sums = Identities.sums(identity, facts);
        if (!sums.isEmpty()) {
            printed++;
            holding += sums.stream().allMatch(Identities.Sum::holds) ? 1 : 0;
            telling += sums.stream().anyMatch(SumCount::tells) ? 1 : 0;
            sums.stream()
                    .filter(sum -> !sum.holds())
                    .findFirst()
                    .ifPresent(sum -> Counting.sample(failing, sheet.at(sum.total())));
        }
        missingTotal += Identities.missingTotals(identity, facts).isEmpty() ? 0 : 1;
    }

    private static boolean tells(Identities.Sum sum) {
        return sum.amounts().stream().filter(amount -> amount.signum() != 0).count() >= TWO;
    }

    Coverage.Sums sums() {
        return new Coverage.Sums(identity.name(), printed, holding, telling, missingTotal, List.copyOf(failing));
    }
}
