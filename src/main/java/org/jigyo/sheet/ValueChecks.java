package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;

/** Checks single values of a record. A value that no record may hold leaves an issue at its field. Not thread-safe. */
final class ValueChecks {

    /** Maximum length of a printed code or number, in characters. */
    static final int CODE = 100;

    /** Maximum length of a name, a label or a short cell, in characters. */
    static final int NAME = 1_000;

    /** Maximum length of a narrative, in characters: about forty full pages. */
    static final int TEXT = 100_000;

    private static final int LONGEST_KEY = 64;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    /** The national budget in yen has 15 digits. */
    private static final int MOST_DIGITS = 18;

    private static final int MOST_DECIMALS = 10;

    /** The message for a number that is not {@link #printable}. */
    static final String TOO_LONG = "has more digits than a printed figure";

    private final Map<String, Evidence> evidence;
    private final List<Issue> issues;
    private final Set<String> leftOut;
    private final Set<String> taken;
    private final boolean identity;

    /** Checks for a record with this evidence. */
    ValueChecks(Map<String, Evidence> evidence) {
        this(evidence, new ArrayList<>(), new HashSet<>(), new HashSet<>(), false);
    }

    private ValueChecks(
            Map<String, Evidence> evidence,
            List<Issue> issues,
            Set<String> leftOut,
            Set<String> taken,
            boolean identity) {
        this.evidence = evidence;
        this.issues = issues;
        this.leftOut = leftOut;
        this.taken = taken;
        this.identity = identity;
    }

    /** The same checks for values that identify the sheet: a failure holds the sheet back. */
    ValueChecks ofIdentity() {
        return new ValueChecks(evidence, issues, leftOut, taken, true);
    }

    /** Issues of all checks so far. Issues of severity error hold the sheet back. */
    List<Issue> issues() {
        return issues;
    }

    /** True if the fact at a path was left out. */
    boolean leftOut(String path) {
        return leftOut.contains(path);
    }

    /** Returns the condition. If it is false, an issue says why the value is left out, and quotes it. */
    boolean holds(boolean condition, Code code, String path, String why, Object value) {
        if (!condition) {
            leftOut.add(path);
            doubt(code, path, why + (identity ? "; the sheet is held back" : "; left out"), value);
        }
        return condition;
    }

    /** Adds an issue at a path that quotes the value. */
    void doubt(Code code, String path, String message, Object value) {
        Evidence place = evidence.get(path);
        issues.add(Issue.warning(code, Characters.quoted(path), message)
                .as(identity ? Severity.ERROR : Severity.WARNING)
                .printed(
                        place == null ? null : place.page(),
                        value == null ? null : Characters.quoted(value.toString())));
    }

    /** The text, or null if it is blank or invalid. */
    String text(String path, String text, int most) {
        return text == null || text.isBlank() || !sound(path, text, most) ? null : text;
    }

    /** True for a valid text. A blank text gives an issue, too. */
    boolean required(String path, String text, int most) {
        boolean there = text != null && !text.isBlank();
        return holds(there, Code.VALUE_MISSING, path, "is blank", null) && sound(path, text, most);
    }

    private boolean sound(String path, String text, int most) {
        OptionalInt foreign = Characters.foreign(text);
        String why =
                foreign.isEmpty() ? "" : "holds " + Characters.name(foreign.getAsInt()) + ", which no text may hold";
        return holds(foreign.isEmpty(), Code.VALUE_UNREADABLE, path, why, text)
                && holds(
                        text.length() <= most,
                        Code.LIMIT_EXCEEDED,
                        path,
                        "is longer than " + most + " characters",
                        text);
    }

    /** True for a key that can be part of an IRI: letters and digits, separated by dots. */
    boolean key(String path, String key) {
        boolean fits = key != null && key.length() <= LONGEST_KEY && isKey(key);
        return holds(fits, Code.CODE_UNKNOWN, path, "is not a key of a sheet record", key);
    }

    /** True for letters and digits, a letter first, with single dots between them. */
    static boolean isKey(String key) {
        boolean begin = true;
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            boolean digit = c >= '0' && c <= '9' && i > 0;
            if (!letter && !digit && (begin || c != '.')) {
                return false;
            }
            begin = c == '.';
        }
        return !begin;
    }

    /** The id of a layout, form, plan or term; null if it is invalid. */
    String id(String path, String id) {
        boolean fits = id == null || (id.length() <= CODE && ID.matcher(id).matches());
        return holds(fits, Code.CODE_UNKNOWN, path, "is not an id", id) ? id : null;
    }

    /** True for a western year within the range that sheets print. */
    boolean year(String path, int year) {
        String why = "is not a year from " + FIRST_YEAR + " to " + LAST_YEAR;
        return holds(year >= FIRST_YEAR && year <= LAST_YEAR, Code.VALUE_UNREADABLE, path, why, year);
    }

    /** True for a figure that a sheet can print. */
    boolean number(String path, BigDecimal number) {
        // Huge numbers (a million digits, a billion zeros) are not written out.
        Object quote = number.precision() <= MOST_DIGITS ? number : "a number of " + number.precision() + " digits";
        return holds(printable(number), Code.VALUE_UNREADABLE, path, TOO_LONG, quote);
    }

    /** True for a number with no more digits than a sheet prints. */
    static boolean printable(BigDecimal number) {
        return number.scale() <= MOST_DECIMALS
                && number.scale() >= -MOST_DIGITS
                && number.precision() - number.scale() <= MOST_DIGITS;
    }

    /** True for the first value at a path. A second value makes both doubtful. */
    boolean first(String path, Object value) {
        boolean first = taken.add(path);
        if (!first) {
            doubt(
                    Code.SLOT_AMBIGUOUS,
                    path,
                    "is stated twice; the first value is kept, and either may be wrong",
                    value);
        }
        return first;
    }
}
