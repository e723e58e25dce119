package org.jigyo.extract;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jigyo.layout.Layout;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.TextBlock;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/**
 * Spells the labels and the options of a layout on a recognised page: a cell or a line that is nearly one of them, and nearer to no
 * other, is read as that one, unless it is printed elsewhere. Years and other digits are never changed.
 */
final class Spelling {

    /** One letter in four may differ. */
    private static final double SHARE = 4;

    private static final int SHORTEST = 4;
    private static final String REST = "…";
    private static final String YEAR = "\uF8FE";
    private static final Pattern PLACE = Pattern.compile("\\{(?:any )?year[^}]*\\}");
    private static final Pattern PRINTED_YEAR =
            Pattern.compile("(?:" + Era.WORDS + ")(?:元|\\d{1,2})年度?|(?:19|20)\\d\\d年度?");
    private static final Pattern NO_DIGITS = Pattern.compile("\\D+");

    private final List<String> phrases;

    private Spelling(Layout layout) {
        phrases = layout.words().stream()
                .filter(p -> !p.startsWith(REST))
                .map(p -> Printed.key(PLACE.matcher(p).replaceAll(YEAR)).replace(Printed.key(REST), REST))
                .filter(p -> p.length() >= SHORTEST && !p.contains("{"))
                .distinct()
                .toList();
    }

    /** A page as this layout spells it; a page that was not recognised in a picture stays as it is. */
    static Page of(Layout layout, Page page) {
        return page.recognised().isEmpty() ? page : new Spelling(layout).spelled(page);
    }

    private Page spelled(Page page) {
        Set<String> printed = new LinkedHashSet<>();
        page.cells().forEach(c -> printed.add(bare(c.text())));
        page.outside().forEach(l -> printed.add(bare(l.text())));
        List<Cell> cells = page.cells().stream().map(c -> cell(c, printed)).toList();
        List<Line> outside = page.outside().stream()
                .map(l -> l.with(text(l.text(), printed)))
                .toList();
        List<TextBlock> blocks = Stream.concat(
                        cells.stream().map(Cell::lines), outside.stream().map(List::of))
                .filter(lines -> !lines.isEmpty())
                .map(TextBlock::new)
                .toList();
        List<TextBlock> all = cells.isEmpty() ? page.blocks() : blocks;
        return new Page(
                page.number(),
                page.name(),
                page.size(),
                all,
                cells,
                outside,
                page.doubts(),
                page.rings(),
                page.recognised());
    }

    private Cell cell(Cell cell, Set<String> printed) {
        String text = text(cell.text(), printed);
        if (text.equals(cell.text())) {
            return cell;
        }
        Box box = cell.lines().stream().map(Line::box).reduce(Box::union).orElse(cell.box());
        List<Line> lines = List.of(new Line(0, box, text));
        return new Cell(cell.row(), cell.column(), cell.rows(), cell.columns(), cell.box(), lines);
    }

    private static String bare(String text) {
        return PRINTED_YEAR.matcher(Printed.key(text)).replaceAll(YEAR);
    }

    /** The phrase that a text is, with the years of the text; the text itself if it is none. */
    private String text(String text, Set<String> printed) {
        String bare = bare(text);
        if (bare.length() < SHORTEST || phrases.contains(bare)) {
            return text;
        }
        List<String> best = new ArrayList<>();
        int least = Integer.MAX_VALUE;
        for (String phrase : phrases) {
            int distance = printed.contains(phrase) ? -1 : distance(bare, phrase);
            if (distance >= 0 && distance <= least) {
                if (distance < least) {
                    best.clear();
                }
                least = distance;
                best.add(phrase);
            }
        }
        return best.size() == 1 ? spelled(best.get(0), Printed.key(text)) : text;
    }

    /** In how many letters a text differs from a phrase, or begins otherwise than a phrase after which more may follow; -1 for too many. */
    private static int distance(String bare, String phrase) {
        boolean open = phrase.endsWith(REST);
        String whole = open ? phrase.substring(0, phrase.length() - 1) : phrase;
        String begin = open && bare.length() > whole.length() ? bare.substring(0, whole.length()) : bare;
        return sameDigits(begin, whole)
                ? new LevenshteinDistance((int) Math.round(whole.length() / SHARE)).apply(whole, begin)
                : -1;
    }

    private static String spelled(String phrase, String key) {
        if (!phrase.endsWith(REST)) {
            return dated(phrase, key);
        }
        String whole = phrase.substring(0, phrase.length() - 1);
        return whole + key.substring(Math.min(key.length(), whole.length()));
    }

    /** True if the digits and years of a text are those of a phrase, as far as it has any. */
    private static boolean sameDigits(String bare, String phrase) {
        String digits = NO_DIGITS.matcher(bare).replaceAll("");
        return (digits.isEmpty() || digits.equals(NO_DIGITS.matcher(phrase).replaceAll("")))
                && count(bare) == count(phrase);
    }

    private static long count(String text) {
        return text.chars().filter(c -> c == YEAR.charAt(0)).count();
    }

    private static String dated(String phrase, String key) {
        Matcher years = PRINTED_YEAR.matcher(key);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < phrase.length(); i++) {
            if (phrase.charAt(i) == YEAR.charAt(0) && years.find()) {
                text.append(years.group());
            } else {
                text.append(phrase.charAt(i));
            }
        }
        return text.toString();
    }
}
