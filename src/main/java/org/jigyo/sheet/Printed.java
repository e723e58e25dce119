package org.jigyo.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Interprets printed strings: numbers, fiscal years, blanks, comparison keys, wrapped text. Pure functions that never
 * throw; a string that cannot be interpreted gives an empty result, never a guess.
 */
public final class Printed {

    private static final int LONGEST_FIGURE = 18;
    private static final String DASHES = "-‐‑‒–—―−－ｰー─";
    private static final Pattern NUMBER = Pattern.compile("([▲△−‐‑–ー-]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?");
    private static final Pattern YEAR = Pattern.compile("(?:(" + Era.WORDS + ")?(元|\\d{1,4}))年度?|(R|H|S)(元|\\d{1,2})");
    private static final Pattern NEW_ITEM = Pattern.compile(
            "[\\s　]*(?:[・●○◯◎■□◆◇▲△▼▽★☆※＊*➢►➤]|[①-⑳㉑-㉟]|[（(][0-9０-９ア-ンa-zａ-ｚ]{1,2}[)）]|[0-9０-９]{1,2}[.．)）、][^0-9０-９]).*");

    /** Error values and overflow marks that a spreadsheet shows instead of a value. */
    private static final Pattern ERROR =
            Pattern.compile("#(?:DIV/0!|N/A|REF!|VALUE!|NAME\\?|NUM!|NULL!|SPILL!|CALC!)|#{2,}");

    private static final Set<String> DITTO = Set.of("〃", "″", "”", "\"", "仝", "′′", "''", "同上", "仝上");

    private static final String WHITE = " \t\n\u000B\f\r\u00a0\u3000";

    private Printed() {}

    /**
     * The key by which labels and codes are compared: NFKC, normalised letters, no white space. Raised, lowered,
     * circled and bracketed digits are kept apart from plain digits, because they mark notes and are never part of a
     * number.
     */
    public static String key(String printed) {
        if (Letters.plain(printed)) {
            return printed;
        }
        String letters = Letters.unified(printed);
        if (letters.chars().noneMatch(c -> note((char) c))) {
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

    /** True for ASCII digits only, no more than a long holds. */
    private static boolean figure(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() <= LONGEST_FIGURE;
    }

    private static boolean digits(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean note(char c) {
        return Character.getType(c) == Character.OTHER_NUMBER;
    }

    /**
     * A text in the form that records keep: NFC, radicals as ideographs, full-width katakana, spaced-out letters
     * joined.
     */
    public static String canonical(String printed) {
        return Letters.canonical(printed);
    }

    /** True for a text that a spreadsheet shows instead of a value, such as #DIV/0! or ####. */
    public static boolean error(String printed) {
        return ERROR.matcher(key(printed)).matches();
    }

    private static String withoutWhite(String text) {
        int from = 0;
        while (from < text.length() && WHITE.indexOf(text.charAt(from)) < 0) {
            from++;
        }
        if (from == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from; i < text.length(); i++) {
            if (WHITE.indexOf(text.charAt(i)) < 0) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    /** True for a cell without content: white space or dashes only. Blank is not zero. */
    public static boolean blank(String printed) {
        for (int i = 0; printed != null && i < printed.length(); i++) {
            char c = printed.charAt(i);
            if (WHITE.indexOf(c) < 0 && DASHES.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** True for the key of a sign that stands for the text above it: 〃, 同上. */
    public static boolean ditto(String key) {
        return DITTO.contains(key);
    }

    /**
     * The printed number. Thousands separators are dropped; ▲, △ and dashes before the digits mean minus; full-width
     * digits count as half-width. Empty if a separator is misplaced (1,23) or if there is a unit, a note (334³, ①334)
     * or any other sign.
     */
    public static Optional<BigDecimal> number(String printed) {
        // normalising is slow; most texts have no digit at all, and most figures nothing else
        if (printed == null || !digits(printed)) {
            return Optional.empty();
        }
        if (figure(printed)) {
            return Optional.of(BigDecimal.valueOf(Long.parseLong(printed)));
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
     * The western fiscal year of a printed year: 令和6年度, R06年度, 令和元年度, Ｒ６, 平成31年度, 2024年度. Empty for a bare number or a
     * year outside its era.
     */
    public static OptionalInt year(String printed) {
        return year(printed, null);
    }

    /**
     * The western fiscal year of a printed year, where a bare number (20年度) counts the years of an era that the form
     * does not print.
     *
     * @param bare the era of a bare number; if null, a bare number is not a year
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
     * Wrapped lines as one text, each normalised. Lines are joined without a space; a line that starts a new item (・ ①
     * ※ （1）) stays a separate line.
     */
    public static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        boolean parted = false;
        for (String line : lines) {
            String trimmed = canonical(line).strip();
            if (trimmed.isEmpty()) {
                parted = true;
                continue;
            }
            if (text.length() > 0) {
                if (parted || NEW_ITEM.matcher(trimmed).matches()) {
                    text.append('\n');
                } else if (latin(text.charAt(text.length() - 1)) && latin(trimmed.charAt(0))) {
                    // Alphabetic words need a space where the line was broken between them.
                    text.append(' ');
                }
            }
            text.append(trimmed);
            parted = false;
        }
        return text.toString();
    }

    private static boolean latin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
