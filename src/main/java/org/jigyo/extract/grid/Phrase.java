package org.jigyo.extract.grid;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** One wording of a label, prepared for comparison with printed text. */
final class Phrase {

    private static final Pattern YEAR =
            Pattern.compile("(?:" + Era.WORDS + ")?(?:" + YearTemplate.PLACE + "|(\\{any year\\}))(?:年度)?");
    private static final String MORE = "…";
    /** Length of 令和16年度, with room for four digits. */
    private static final int LONGEST_YEAR = 8;

    private final String before;
    private final String after;
    private final boolean openStart;
    private final boolean openEnd;
    private final Integer offset;
    private final boolean year;
    private final Era era;

    private Phrase(String wording, Era era) {
        this.era = era;
        openStart = wording.startsWith(MORE);
        openEnd = wording.endsWith(MORE);
        String closed = wording.substring(openStart ? 1 : 0, wording.length() - (openEnd ? 1 : 0));
        Matcher m = YEAR.matcher(closed);
        year = m.find();
        before = Printed.key(year ? closed.substring(0, m.start()) : closed);
        after = year ? Printed.key(closed.substring(m.end())) : "";
        boolean any = year && m.group(2) != null;
        offset = !year || any ? null : Integer.valueOf(YearTemplate.offset(m.group(1)));
    }

    /**
     * The wordings of a label.
     *
     * @param era the era of years printed without one, or null
     */
    static List<Phrase> of(Label label, Era era) {
        return label.wordings().stream().map(w -> new Phrase(w, era)).toList();
    }

    /** True if this phrase matches the key of a printed text, for this evaluated year. */
    boolean matches(String key, int evaluated) {
        if (!year) {
            return plain(key);
        }
        OptionalInt printed = printedYear(key);
        return printed.isPresent() && (offset == null || printed.getAsInt() == evaluated + offset);
    }

    /** True if this phrase, with any year in it, matches a printed text and so opens a sheet. */
    boolean opens(String key) {
        return year ? printedYear(key).isPresent() : plain(key);
    }

    /** The evaluated fiscal year of a sheet on which this text is printed. */
    OptionalInt evaluatedYear(String key) {
        OptionalInt printed = printedYear(key);
        return printed.isEmpty() || offset == null ? printed : OptionalInt.of(printed.getAsInt() - offset);
    }

    private boolean plain(String key) {
        if (openStart) {
            return openEnd ? key.contains(before) : key.endsWith(before);
        }
        return openEnd ? key.startsWith(before) : key.equals(before);
    }

    /** The year printed at the phrase's placeholder, if the rest of the phrase matches. */
    OptionalInt printedYear(String key) {
        int from = openStart ? key.indexOf(before) : key.startsWith(before) ? 0 : -1;
        while (year && from >= 0) {
            int start = from + before.length();
            int latest = openEnd ? Math.min(start + LONGEST_YEAR, key.length()) : key.length() - after.length();
            int earliest = openEnd ? start + 1 : latest;
            for (int end = latest; end >= earliest && end > start; end--) {
                OptionalInt printed =
                        key.startsWith(after, end) ? Printed.year(key.substring(start, end), era) : OptionalInt.empty();
                if (printed.isPresent()) {
                    return printed;
                }
            }
            // nothing is found at the end of the text, again and again
            from = openStart && from < key.length() ? key.indexOf(before, from + 1) : -1;
        }
        return OptionalInt.empty();
    }
}
