package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The scale in which a page shows amounts of money. Scaled amounts are rounded; the page has the exact amount beside them. */
public enum Scale {
    /** Yen, as in the data. */
    YEN("1", 0, "円", "yen"),
    /** Thousands of yen. */
    THOUSAND("1000", 0, "千円", "thousand yen"),
    /** Millions of yen. */
    MILLION("1000000", 1, "百万円", "million yen"),
    /** Hundreds of millions of yen. */
    HUNDRED_MILLION("100000000", 2, "億円", "100 million yen");

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    /** Averages, which have parts of a yen, all with two decimals, so that they can be compared in a column. */
    private static final String PARTS_OF_YEN = "#,##0.00";

    private final String yen;
    private final int decimals;
    private final String ja;
    private final String en;

    Scale(String yen, int decimals, String ja, String en) {
        this.yen = yen;
        this.decimals = decimals;
        this.ja = ja;
        this.en = en;
    }

    /** The scale for a number of yen, such as 1000; empty if it is none of them. */
    public static Optional<Scale> of(String yen) {
        return Arrays.stream(values()).filter(scale -> scale.yen.equals(yen)).findFirst();
    }

    /** How many yen are one, as the parameter of a page states it. */
    public String yen() {
        return yen;
    }

    /** The unit's name, in ja or en. */
    public String in(String language) {
        return language.equals("ja") ? ja : en;
    }

    /** An amount of yen in this scale, with thousands separators. */
    public String show(BigDecimal amount) {
        return this == YEN
                ? amount.stripTrailingZeros().scale() <= 0
                        ? grouped(amount)
                        : new DecimalFormat(PARTS_OF_YEN, SYMBOLS).format(amount)
                : new DecimalFormat("#,##0" + ".0000".substring(0, decimals == 0 ? 0 : decimals + 1), SYMBOLS)
                        .format(amount.divide(new BigDecimal(yen), decimals, RoundingMode.HALF_UP));
    }

    /** Any number with thousands separators and all its decimals. */
    public static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setMinimumFractionDigits(0);
        return format.format(number);
    }
}
