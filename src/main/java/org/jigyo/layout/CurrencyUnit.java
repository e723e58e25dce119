package org.jigyo.layout;

import java.util.Map;
import java.util.Optional;
import org.jigyo.sheet.Printed;

/** The currency units in which forms print amounts. */
public final class CurrencyUnit {

    /** The placeholder for a printed unit in a label. */
    public static final String PLACE = "{unit}";

    /** All units, as an alternation for regular expressions. */
    public static final String WORDS = "千円|万円|百万円|億円|円";

    private static final Map<String, Integer> YEN =
            Map.of("円", 1, "千円", 1000, "万円", 10_000, "百万円", 1_000_000, "億円", 100_000_000);

    private CurrencyUnit() {}

    /** The yen in one printed unit; empty if it is not a unit. */
    public static Optional<Integer> yen(String printed) {
        return Optional.ofNullable(YEN.get(Printed.key(printed)));
    }

    /** True if some printed unit is worth this many yen. */
    public static boolean known(int yen) {
        return YEN.containsValue(yen);
    }
}
