package org.jigyo.page.table;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Formats a number of a workbook as its cell shows it. Not thread-safe. */
final class CellFormat {

    /** Stands for a displayed value that the file does not contain: a formula that was never calculated. */
    static final String UNKNOWN = "\uFFFD";

    /** Formats that a Japanese Excel refers to by number only, from the list in ECMA-376 part 1, 18.8.30. */
    private static final Map<Integer, String> JAPANESE = Map.ofEntries(
            Map.entry(27, "ge.m.d"),
            Map.entry(28, "ggge年m月d日"),
            Map.entry(29, "ggge年m月d日"),
            Map.entry(31, "yyyy年m月d日"),
            Map.entry(34, "yyyy年m月"),
            Map.entry(35, "m月d日"),
            Map.entry(36, "ge.m.d"),
            Map.entry(50, "ge.m.d"),
            Map.entry(51, "ggge年m月d日"),
            Map.entry(52, "yyyy年m月"),
            Map.entry(53, "m月d日"),
            Map.entry(54, "ggge年m月d日"),
            Map.entry(55, "yyyy年m月"),
            Map.entry(56, "m月d日"),
            Map.entry(57, "ge.m.d"),
            Map.entry(58, "ggge年m月d日"));

    private static final String GENERAL = "General";

    /** A whole number below this one is displayed as it is, unless its cell has a format. */
    private static final double PLAIN = 1e10;

    private static final Pattern DASHES = Pattern.compile("[-‐–—―−－ー]+");

    /** A condition such as [>=1000]. */
    private static final Pattern CONDITION = Pattern.compile("\\[[<>=]");

    private static final Pattern TOKEN = Pattern.compile("(?s)\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]|.");
    private static final Pattern SPACE = Pattern.compile("(?s)_.|\\*.|\\[[^\\]]*\\]|\\s|\"\\s*\"");

    private final DataFormatter formatter = new DataFormatter(Locale.JAPAN);
    private final Map<String, Boolean> eras = new HashMap<>();
    private final Map<String, List<String>> shows = new HashMap<>();
    private final boolean from1904;

    /**
     * Formats of a workbook.
     *
     * @param from1904 true if its days are counted from 1904
     */
    CellFormat(boolean from1904) {
        this.from1904 = from1904;
    }

    /**
     * The displayed text of a number. A zero that is displayed as a dash, as accounting formats do, is returned as
     * zero.
     */
    String text(double value, int index, String format) {
        String code = JAPANESE.getOrDefault(index, format == null ? GENERAL : format);
        if (code.equals(GENERAL) && value == Math.rint(value) && Math.abs(value) < PLAIN) {
            return Long.toString((long) value);
        }
        if (eras.computeIfAbsent(code, EraDate::is) && DateUtil.isValidExcelDate(value)) {
            LocalDateTime time = DateUtil.getLocalDateTime(value, from1904);
            return EraDate.text(code, time);
        }
        if (hides(code, value)) {
            return "";
        }
        String shown =
                formatter.formatRawCellContents(value, index, code, from1904).strip();
        return value == 0 && DASHES.matcher(shown).matches() ? "0" : shown;
    }

    /** True if a format shows nothing for a number: the part for zeros in {@code #,##0;-#,##0;;@} is empty. */
    private boolean hides(String format, double value) {
        // A condition decides in place of the sign.
        List<String> parts = shows.computeIfAbsent(
                format, f -> f.indexOf(';') < 0 || CONDITION.matcher(f).find() ? List.of() : parts(f));
        int part = value == 0 && parts.size() > 2 ? 2 : value < 0 ? 1 : 0;
        return part < parts.size() && parts.get(part).isEmpty();
    }

    /** True if a format shows nothing of a text: {@code ;;;}. */
    static boolean hidesText(String format) {
        if (format == null || format.indexOf(';') < 0) {
            return false;
        }
        List<String> parts = parts(format);
        return parts.size() > 3 && parts.get(3).isEmpty();
    }

    /** What each part of a format shows: without colours, filled and left out spaces. */
    private static List<String> parts(String format) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        Matcher token = TOKEN.matcher(format);
        while (token.find()) {
            if (token.group().equals(";")) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (!SPACE.matcher(token.group()).matches()) {
                part.append(token.group());
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
