package org.jigyo.sheet;

import java.util.regex.Pattern;

/**
 * 全国地方公共団体コード: two digits of the prefecture (JIS X 0401), three of the body within it (JIS X 0402) and a check digit.
 * Source of the rule: 総務省「全国地方公共団体コード」.
 */
public final class LocalGovernmentCode {

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");
    private static final int PREFECTURES = 47;

    private LocalGovernmentCode() {}

    /** True for six digits with the number of a prefecture (01 to 47) in front and the right check digit behind. */
    public static boolean exists(String code) {
        if (code == null || !SIX_DIGITS.matcher(code).matches()) {
            return false;
        }
        int prefecture = Integer.parseInt(code.substring(0, 2));
        return prefecture >= 1 && prefecture <= PREFECTURES && checked(code).equals(code);
    }

    /** The first five digits of a code of six with the check digit that is right. */
    public static String checked(String code) {
        return code.substring(0, 5) + checkDigit(code);
    }

    /** Weights 6 to 2 over the first five digits; the last digit of what the sum modulo 11 leaves to 11. */
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
