package org.jigyo.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a printed string is understood: numbers, fiscal years, blanks, comparison keys, wrapped text. Pure functions that
 * never throw; what cannot be understood is empty, and never a guess.
 */
public final class Printed {

    private static final Pattern DASHES = Pattern.compile("[-‐‑‒–—―−－ｰー─]*");
    private static final Pattern NUMBER = Pattern.compile("([▲△−‐‑–ー-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern YEAR = Pattern.compile("(?:(" + Era.WORDS + ")?(元|\\d{1,4}))年度?|(R|H|S)(元|\\d{1,2})");
    private static final Pattern NEW_ITEM = Pattern.compile(
            "[\\s　]*(?:[・●○◯◎■□◆◇▲△▼▽★☆※＊*➢►➤]|[①-⑳㉑-㉟]|[（(][0-9０-９ア-ンa-zａ-ｚ]{1,2}[)）]|[0-9０-９]{1,2}[.．)）、][^0-9０-９]).*");

    /** What a spreadsheet shows where it has no value. */
    private static final Pattern ERROR =
            Pattern.compile("#(?:DIV/0!|N/A|REF!|VALUE!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)|#{2,}");

    private static final String WHITE = " \t\n\u000B\f\r\u00a0\u3000";

    private Printed() {}

    /**
     * NFKC without any white space and with unified letters: what labels and codes are compared by. Raised, lowered, circled
     * and bracketed digits stay what they are, for they are notes and never part of a number.
     */
    public static String key(String printed) {
        if (printed.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            return printed;
        }
        String letters = Letters.unified(printed);
        if (letters.codePoints().noneMatch(Printed::note)) {
            return withoutWhite(Normalizer.normalize(letters, Normalizer.Form.NFKC));
        }
        StringBuilder key = new StringBuilder();
        int from = 0;
        for (int i = 0; i < letters.length(); i++) {
            if (note(letters.charAt(i))) {
                key.append(Normalizer.normalize(letters.substring(from, i), Normalizer.Form.NFKC));
                key.append(letters.charAt(i));
                from = i + 1;
            }
        }
        return withoutWhite(key.append(Normalizer.normalize(letters.substring(from), Normalizer.Form.NFKC))
                .toString());
    }

    private static boolean note(int c) {
        return Character.getType(c) == Character.OTHER_NUMBER;
    }

    /** A text as records keep it: NFC, radicals as ideographs, katakana in full width, letters that are set apart put together. */
    public static String canonical(String printed) {
        return Letters.canonical(printed);
    }

    /** True for what a spreadsheet shows where it has no value, as #DIV/0! or ####. */
    public static boolean error(String printed) {
        return ERROR.matcher(key(printed)).matches();
    }

    private static String withoutWhite(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (WHITE.indexOf(text.charAt(i)) < 0) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    /** True for a cell that says nothing: white space, or dashes only. Absent is not zero. */
    public static boolean blank(String printed) {
        return printed == null || DASHES.matcher(withoutWhite(printed)).matches();
    }

    /**
     * The number that is printed: thousands separators dropped, ▲ △ and dashes before the digits are minus, full width as half
     * width. A misplaced separator (1,23), a unit, a note (334³, ①334) or any other sign makes it no number.
     */
    public static Optional<BigDecimal> number(String printed) {
        if (printed == null) {
            return Optional.empty();
        }
        Matcher m = NUMBER.matcher(key(printed));
        if (!m.matches()) {
            return Optional.empty();
        }
        String digits = m.group(2).replace(",", "") + (m.group(3) == null ? "" : m.group(3));
        BigDecimal value = new BigDecimal(digits).stripTrailingZeros();
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
        return Optional.of(m.group(1).isEmpty() ? value : value.negate());
    }

    /**
     * The western fiscal year of a printed one: 令和6年度, R06年度, 令和元年度, Ｒ６, 平成31年度, 2024年度. A bare number or an
     * era year outside its era is no year.
     */
    public static OptionalInt year(String printed) {
        return year(printed, null);
    }

    /**
     * The western fiscal year of a printed one, where a number alone counts the years of an era that the form does not print: 20年度.
     *
     * @param bare the era of a number alone, or null: such a number is no year
     */
    public static OptionalInt year(String printed, Era bare) {
        if (printed == null) {
            return OptionalInt.empty();
        }
        Matcher m = YEAR.matcher(key(printed));
        if (!m.matches()) {
            return OptionalInt.empty();
        }
        String era = m.group(2) == null ? m.group(3) : m.group(1);
        String digits = m.group(2) == null ? m.group(4) : m.group(2);
        int n = digits.equals("元") ? 1 : Integer.parseInt(digits);
        if (era == null) {
            boolean western = n >= 1900 && n <= 2100;
            return western ? OptionalInt.of(n) : bare == null ? OptionalInt.empty() : bare.western(n);
        }
        return Era.named(era).map(e -> e.western(n)).orElseGet(OptionalInt::empty);
    }

    /**
     * Wrapped lines as text, each in the form that records keep: joined without a blank, except that a line that starts a new
     * item (・ ① ※ （1）) stays a line of its own.
     */
    public static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String trimmed = canonical(line).strip();
            if (trimmed.isEmpty()) {
                continue;
            }
            if (text.length() > 0) {
                if (NEW_ITEM.matcher(trimmed).matches()) {
                    text.append('\n');
                } else if (latin(text.charAt(text.length() - 1)) && latin(trimmed.charAt(0))) {
                    // Words of an alphabet that was broken between words need their blank back.
                    text.append(' ');
                }
            }
            text.append(trimmed);
        }
        return text.toString();
    }

    private static boolean latin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
