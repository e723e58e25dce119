package org.jigyo.draft.words;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** Fiscal years inside printed texts, and texts with their years as distances from an evaluated year. */
public final class YearWords {

    /** A year with its era or in four digits; or a bare number with 年度 behind it. */
    private static final Pattern YEAR = Pattern.compile(
            "(?:(?:令和|平成|昭和)(?:元|\\d{1,2})年?度?|(?<![A-Za-z])[RHS](?:元|\\d{1,2})(?![\\d.])(?:年度)?|(?<!\\d)(?:19|20)\\d{2}年度?|(?<!\\d)(?:元|\\d{1,2})年度)");

    /**
     * A year in a text.
     *
     * @param start index of its first character
     * @param end index behind its last one
     * @param year the western year
     * @param bare true for a number without an era (6年度)
     */
    public record Found(int start, int end, int year, boolean bare) {}

    private YearWords() {}

    /**
     * The years of a text.
     *
     * @param key the text as {@link Printed#key} gives it
     * @param bare the era of a number alone; with null such a number is no year
     */
    public static List<Found> in(String key, Era bare) {
        List<Found> found = new ArrayList<>();
        Matcher m = YEAR.matcher(key);
        while (m.find()) {
            boolean alone = m.group().matches("(?:元|\\d{1,2})年度");
            String word =
                    m.group().endsWith("度") || alone || !m.group().matches(".*[元\\d]$") ? m.group() : m.group() + "年度";
            OptionalInt year = Printed.year(word, bare);
            if (year.isPresent()) {
                found.add(new Found(m.start(), m.end(), year.getAsInt(), alone));
            }
        }
        return found;
    }

    /** The text with each year as its distance from the evaluated one: 令和5年度決算 → {year-1}決算. */
    public static String template(String key, int evaluated, Era bare) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (Found year : in(key, bare)) {
            text.append(key, from, year.start()).append(YearTemplate.place(year.year() - evaluated));
            from = year.end();
        }
        return text.append(key.substring(from)).toString();
    }
}
