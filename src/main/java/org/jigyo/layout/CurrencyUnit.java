package org.jigyo.layout;

import java.util.Map;
import java.util.Optional;
import org.jigyo.sheet.Printed;

/** Units in which forms print amounts. */
public final class CurrencyUnit {

    /** The place of a printed unit in a label. */
    public static final String PLACE = "{unit}";

    /** All of them, for patterns. */
    public static final String WORDS = "千円|万円|百万円|億円|円";

    private static final Map<String, Integer> YEN =
            Map.of("円", 1, "千円", 1000, "万円", 10_000, "百万円", 1_000_000, "億円", 100_000_000);

    private CurrencyUnit() {}

    /** How many yen a printed unit is; empty for what is none. */
    public static Optional<Integer> yen(String printed) {
        return Optional.ofNullable(YEN.get(Printed.key(printed)));
    }

    /** True for yen in a unit that forms print. */
    public static boolean known(int yen) {
        return YEN.containsValue(yen);
    }
}
