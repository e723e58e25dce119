package org.jigyo.nation;

/**
 * A prefecture, municipality or special ward. Everything but its names follows from its code by rule.
 *
 * @param code local government code, six digits
 * @param name Japanese name with its ending: つくば市
 * @param reading of the name, mostly hiragana: つくばし
 * @param romaji name in Latin letters, without its ending: Tsukuba
 */
public record LocalGovernment(String code, String name, String reading, String romaji) {

    private static final int PREFECTURE_DIGITS = 2;

    /** The kinds of local governments, by Japanese law. */
    public enum Kind {
        PREFECTURE,
        DESIGNATED_CITY,
        CITY,
        SPECIAL_WARD,
        TOWN,
        VILLAGE
    }

    /** Standard area code: the code without its check digit. */
    public String areaCode() {
        return code.substring(0, 5);
    }

    /** The code of its prefecture; a prefecture's own code. */
    public String prefecture() {
        return LocalGovernmentCode.checked(code.substring(0, PREFECTURE_DIGITS) + "000");
    }

    /** Its kind. The codes of designated cities (政令指定都市), and no others but special wards, have a 1 in third place. */
    public Kind kind() {
        if (code.equals(prefecture())) {
            return Kind.PREFECTURE;
        }
        return switch (name.charAt(name.length() - 1)) {
            case '区' -> Kind.SPECIAL_WARD;
            case '町' -> Kind.TOWN;
            case '村' -> Kind.VILLAGE;
            default -> code.charAt(PREFECTURE_DIGITS) == '1' ? Kind.DESIGNATED_CITY : Kind.CITY;
        };
    }

    /** IRI of the area in e-Stat: the area, not the organisation. */
    public String area() {
        return "http://data.e-stat.go.jp/lod/sac/C" + areaCode();
    }

    /**
     * Corporate number (法人番号): 000020 and the code, preceded by a check digit (9 minus the weighted digit sum modulo 9;
     * weights 1 and 2 alternating from the right).
     */
    public String corporateNumber() {
        String base = "000020" + code;
        int sum = 0;
        for (int i = 0; i < base.length(); i++) {
            sum += Character.digit(base.charAt(base.length() - 1 - i), 10) * (i % 2 == 0 ? 1 : 2);
        }
        return (9 - sum % 9) + base;
    }
}
