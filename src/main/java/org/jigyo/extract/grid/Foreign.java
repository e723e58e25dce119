package org.jigyo.extract.grid;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.CodeList;
import org.jigyo.sheet.Printed;

/** Recognises text that does not belong in a cell for texts. */
final class Foreign {

    private static final Pattern PLACE = Pattern.compile("[IVX]+-\\d{1,2}");
    private static final Pattern AMOUNT = Pattern.compile("\\([^()]*\\)[▲△-]?[\\d,.]+");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{2,}(?:-\\d+){2,}[\\s　]+\\S.*", Pattern.DOTALL);
    private static final Pattern NUMBERED = Pattern.compile("0?([1-9]\\d?)([^\\d.,].+)", Pattern.DOTALL);

    private Foreign() {}

    /**
     * True for a figure (alone or after its unit in brackets), a value of one of the code lists, an account, a plan
     * element, or a numbered name.
     *
     * @param key the key of the text
     */
    static boolean is(String text, String key, Map<String, CodeList> codes) {
        // Most texts of a list begin with a letter, which none of the expressions does.
        char begin = key.isEmpty() ? 0 : key.charAt(0);
        boolean digit = Character.isDigit(begin);
        Matcher numbered = NUMBERED.matcher(digit ? key : "");
        boolean name = numbered.matches();
        return Printed.number(key).isPresent()
                || (begin == '(' && AMOUNT.matcher(key).matches())
                || ("IVX".indexOf(begin) >= 0 && PLACE.matcher(key).matches())
                || (digit && ACCOUNT.matcher(text).matches())
                || codes.values().stream()
                        .anyMatch(list -> list.ofKey(key).isPresent() || (name && numbered(list, numbered)));
    }

    /** True for a number followed by its name in a code list, or by the beginning of that name. */
    private static boolean numbered(CodeList names, Matcher m) {
        return names.value(m.group(1))
                .map(Printed::key)
                .filter(name -> name.startsWith(m.group(2)) || m.group(2).startsWith(name))
                .isPresent();
    }
}
