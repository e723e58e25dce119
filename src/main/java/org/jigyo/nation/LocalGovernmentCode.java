package org.jigyo.nation;

import java.util.regex.Pattern;

/**
 * Local government code (全国地方公共団体コード): two digits for the prefecture (JIS X 0401), three for the municipality (JIS X
 * 0402), and a check digit. Source of the rule: 総務省「全国地方公共団体コード」.
 */
public final class LocalGovernmentCode {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final int PREFECTURES = 47;

    private LocalGovernmentCode() {}

    /** True for six digits that start with a prefecture number (01 to 47) and end with the right check digit. */
    public static boolean exists(String code) {
        if (code == null || !SIX_DIGITS.matcher(code).matches()) {
            return false;
        }
        int prefecture = Integer.parseInt(code.substring(0, 2));
        return prefecture >= 1 && prefecture <= PREFECTURES && checked(code).equals(code);
    }

    /** The first five digits of a code, followed by the right check digit. */
    public static String checked(String code) {
        return code.substring(0, 5) + checkDigit(code);
    }

    /**
     * Weighted sum of the first five digits with weights 6 to 2; the check digit is the last digit of 11 minus (sum
     * modulo 11).
     */
    private static int checkDigit(String code) {
        int sum = 0;
        for (int i = 0; i < 5; i++) {
            sum += digit(code, i) * (6 - i);
        }
        return (11 - sum % 11) % 10;
    }

    private static int digit(String code, int at) {
        return code.charAt(at) - '0';
    }
}
