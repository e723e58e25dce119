package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.layout.Identity;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.junit.jupiter.api.Test;

/** Sums over parts of a project and differences between years. */
class IdentitiesTest {

    private static final Identity OVER_PARTS = new Identity(
            "sum", "costs/total/settled/*", List.of("parts/{each}/costs/total/settled/*"), new BigDecimal(2));
    private static final Identity CHANGE = new Identity(
            "change",
            "parts/*/costs/total/settled/{year}",
            List.of("parts/*/costs/total/settled/{year-1}", "parts/*/costs/change/settled/{year}"),
            null);

    private static List<Issue> issues(Identity identity, Object... facts) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("fiscalYear", new BigDecimal(2024));
        for (int i = 0; i < facts.length; i += 2) {
            map.put(facts[i].toString(), new BigDecimal(facts[i + 1].toString()));
        }
        return Identities.check(List.of(identity), map);
    }

    @Test
    void thePartsAddUpWithinTheTolerance() {
        String one = "parts/1/costs/total/settled/2024";
        String two = "parts/2/costs/total/settled/2024";
        String total = "costs/total/settled/2024";
        assertThat(issues(OVER_PARTS, total, 12, one, 4, two, 6)).isEmpty();
        assertThat(issues(OVER_PARTS, total, 13, one, 4, two, 6))
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.doubts(total) && i.doubts(one) && i.doubts(two))
                            .isTrue();
                    assertThat(i.doubts("costs/total/settled/2023")).isFalse();
                    assertThat(i.message()).contains("13", "10");
                });
        assertThat(issues(OVER_PARTS, one, 4)).extracting(Issue::field).containsExactly(FieldPath.of(total));
    }

    @Test
    void theChangeIsWhatLiesBetweenTheYearsOfOnePart() {
        String last = "parts/1/costs/total/settled/2023";
        String now = "parts/1/costs/total/settled/2024";
        String change = "parts/1/costs/change/settled/2024";
        String other = "parts/2/costs/change/settled/2024";
        assertThat(issues(CHANGE, last, 10, now, 7, change, -3)).isEmpty();
        assertThat(issues(CHANGE, last, 10, now, 7, change, 3)).singleElement().satisfies(i -> {
            assertThat(i.doubts(last) && i.doubts(now) && i.doubts(change)).isTrue();
            assertThat(i.doubts(other)).isFalse();
        });
    }
}
