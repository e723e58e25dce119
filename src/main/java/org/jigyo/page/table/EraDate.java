package org.jigyo.page.table;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Dates in Excel's era formats (ggge年m月d日, ge.m.d), which Apache POI does not support. */
final class EraDate {

    private EraDate() {}

    /** True for a format with an era, or with unquoted 年, 月 and 日. */
    static boolean is(String format) {
        String code = bare(format);
        boolean figure = code.equalsIgnoreCase("General") || code.matches("(?s).*[0#?].*");
        return !figure && (code.matches("(?s).*[gGeE].*") || code.matches("[yYmMdD年月日]+"));
    }

    /** A format without its literals and conditions. */
    private static String bare(String format) {
        return format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "");
    }

    /** The date as the format displays it. */
    static String text(String format, LocalDateTime time) {
        String code = format.replaceAll("\\[[^\\]]*\\]", "");
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < code.length() && code.charAt(i) != ';') {
            char c = code.charAt(i);
            if (c == '"') {
                int end = code.indexOf('"', i + 1);
                text.append(code, i + 1, end < 0 ? code.length() : end);
                i = end < 0 ? code.length() : end + 1;
            } else if (c == '\\') {
                text.append(code, Math.min(i + 1, code.length()), Math.min(i + 2, code.length()));
                i += 2;
            } else {
                int end = i;
                while (end < code.length() && code.charAt(end) == c) {
                    end++;
                }
                text.append(part(Character.toLowerCase(c), end - i, time, code.substring(i, end)));
                i = end;
            }
        }
        return text.toString();
    }

    private static String part(char letter, int length, LocalDateTime time, String literal) {
        return switch (letter) {
            case 'g' -> era(time, length);
            case 'e' -> number(yearOfEra(time), length);
            case 'y' -> length > 2 ? String.valueOf(time.getYear()) : number(time.getYear() % 100, 2);
            case 'm' -> number(time.getMonthValue(), length);
            case 'd' ->
                length > 2
                        ? time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.JAPAN)
                        : number(time.getDayOfMonth(), length);
            case 'a' -> time.getDayOfWeek().getDisplayName(length > 3 ? TextStyle.FULL : TextStyle.SHORT, Locale.JAPAN);
            case 'h' -> number(time.getHour(), length);
            default -> literal;
        };
    }

    private static String number(int n, int digits) {
        return digits > 1 ? String.format(Locale.ROOT, "%02d", n) : String.valueOf(n);
    }

    private static int yearOfEra(LocalDateTime time) {
        return japanese(time).get(ChronoField.YEAR_OF_ERA);
    }

    private static String era(LocalDateTime time, int length) {
        JapaneseEra era = japanese(time).getEra();
        return switch (length) {
            case 1 -> era.getDisplayName(TextStyle.NARROW, Locale.JAPAN);
            case 2 -> era.getDisplayName(TextStyle.FULL, Locale.JAPAN).substring(0, 1);
            default -> era.getDisplayName(TextStyle.FULL, Locale.JAPAN);
        };
    }

    private static JapaneseDate japanese(LocalDateTime time) {
        try {
            return JapaneseDate.from(time);
        } catch (DateTimeException e) {
            // The JDK's Japanese calendar has no dates before 1873, and Excel none before 1900.
            return JapaneseDate.of(1873, 1, 1);
        }
    }
}
