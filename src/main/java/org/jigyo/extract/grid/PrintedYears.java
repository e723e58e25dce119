package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.layout.GridYear;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** The fiscal years printed at the places that a layout names. */
final class PrintedYears {

    /** A year as forms and file names print it. */
    static final String SHAPE =
            "(?<![0-9０-９])(?:令和|平成|昭和|[RHSrhsＲＨＳ])?[\\s\u3000]*(?:元|[0-9０-９]{1,4})[\\s\u3000]*(?:年度|年)?(?![0-9０-９])";

    /** The head of a column or row of settlements or results; what stands before the word may be its year. */
    private static final Pattern CLOSED = Pattern.compile("(.*?)の?(?:決算|実績)(?:額|値|数)?(?:\\(.*\\))?");

    /** What is not closed, or compares. */
    private static final Pattern OPEN = Pattern.compile("見込|予定|計画|目標|予算|増減|差|比|率");

    private static final int LONGEST_HEAD = 16;

    /** A row prints no more years than these. */
    private static final int MOST_YEARS = 12;

    private final Board board;
    private final Era era;

    /**
     * @param era the era of years printed without one, or null
     */
    PrintedYears(Board board, Era era) {
        this.board = board;
        this.era = era;
    }

    /** A year, with the item that prints it; null if none does. */
    record Year(int year, Item item) {}

    /**
     * A year that a sheet closes: the head of a column or row of settlements (決算) or results (実績) says it.
     *
     * @param values the cells below or beside the head
     */
    record Closed(int year, Item head, List<Item> values) {
        boolean blank() {
            return !values.isEmpty() && values.stream().allMatch(Item::blank);
        }
    }

    /** The years that the sheet closes, as far as heads say them. */
    List<Closed> closed() {
        List<Item> cells = board.items().stream()
                .filter(i -> i.isCell() && !i.blank() && i.key().length() <= LONGEST_HEAD)
                .toList();
        List<Item> heads = cells.stream()
                .filter(i -> i.key().contains("決算") || i.key().contains("実績"))
                .filter(i -> CLOSED.matcher(i.key()).matches()
                        && !OPEN.matcher(i.key()).find())
                .toList();
        List<Item> years = heads.isEmpty()
                ? List.of()
                : cells.stream()
                        .filter(i -> Printed.year(i.key(), era).isPresent())
                        .toList();
        List<Closed> closed = new ArrayList<>();
        for (Item head : heads) {
            Matcher m = CLOSED.matcher(head.key());
            m.matches();
            OptionalInt own = Printed.year(m.group(1), era);
            OptionalInt year = own.isPresent() ? own : over(head, years);
            List<Item> right = board.rightOf(head, Area.EVERYWHERE);
            if (year.isPresent()) {
                closed.add(new Closed(year.getAsInt(), head, values(head, right)));
            } else {
                right.stream()
                        .limit(MOST_YEARS)
                        .forEach(c -> over(c, years).ifPresent(y -> closed.add(new Closed(y, head, List.of(c)))));
            }
        }
        return closed;
    }

    /** True if figures stand in the rows of cells, as in the columns beside them. */
    boolean figuresBeside(List<Item> cells) {
        return board.items().stream()
                .anyMatch(i -> figure(i) && cells.stream().anyMatch(c -> i.page() == c.page() && board.sameRow(i, c)));
    }

    /** The cells of which something is a head: below it as far as its table goes, or to the right of it. */
    private List<Item> values(Item head, List<Item> right) {
        List<Item> below = board.items().stream()
                .filter(i -> i.isCell()
                        && i.page() == head.page()
                        && i.middleY() > head.box().bottom())
                .filter(i -> board.inColumnOf(i, head))
                .takeWhile(i -> i.blank() || figure(i))
                .toList();
        return below.isEmpty() ? right.stream().limit(1).toList() : below;
    }

    private boolean figure(Item cell) {
        return cell.isCell()
                && cell.key().chars().anyMatch(Character::isDigit)
                && Printed.year(cell.key(), era).isEmpty();
    }

    /** The year in the nearest of some cells above, at least as wide. */
    private OptionalInt over(Item item, List<Item> years) {
        return years.stream()
                .filter(i -> i.page() == item.page() && i.box().bottom() < item.middleY())
                .filter(i -> board.inColumnOf(item, i))
                .max(Comparator.comparingDouble(Item::middleY))
                .map(i -> Printed.year(i.key(), era))
                .orElseGet(OptionalInt::empty);
    }

    /** The evaluated years according to a place: one for each year printed there. */
    List<Year> at(GridYear where) {
        if (where.is() != null) {
            return List.of(new Year(where.is(), null));
        }
        if (where.inFileName() != null) {
            return inside(board.fileName(), where.inFileName()).toList();
        }
        if (where.rightOf() != null) {
            return beside(where.rightOf())
                    .flatMap(i -> inside(i, where.pattern()))
                    .toList();
        }
        return where.printed() != null
                ? with(where.printed(), board.items().stream()).toList()
                : under(where.under()).toList();
    }

    /** The years of items that print a label. */
    Stream<Year> with(Label label, Stream<Item> items) {
        List<Phrase> phrases = Phrase.of(label, era);
        return items.flatMap(i -> phrases.stream()
                .map(p -> p.evaluatedYear(i.key()))
                .filter(OptionalInt::isPresent)
                .limit(1)
                .map(year -> new Year(year.getAsInt(), i)));
    }

    private Stream<Item> beside(Label label) {
        List<Phrase> phrases = Phrase.of(label, era);
        return board.items().stream()
                .filter(i -> phrases.stream().anyMatch(p -> p.matches(i.key(), 0)))
                .flatMap(i -> board.rightOf(i, Area.EVERYWHERE).stream().limit(1));
    }

    /** The years in headers of columns, whichever of their labels prints it. */
    private Stream<Year> under(List<Label> labels) {
        return chains(labels, 0, null).flatMap(chain -> {
            Stream<Year> years = Stream.empty();
            for (int i = 0; i < labels.size(); i++) {
                years = Stream.concat(years, with(labels.get(i), Stream.of(chain.get(i))));
            }
            return years.limit(1);
        });
    }

    private Stream<List<Item>> chains(List<Label> labels, int from, Item outer) {
        if (from == labels.size()) {
            return Stream.of(List.of());
        }
        List<Phrase> phrases = Phrase.of(labels.get(from), era);
        return board.items().stream()
                .filter(i -> !i.blank() && phrases.stream().anyMatch(p -> p.opens(i.key())))
                .filter(i -> outer == null || (board.inColumnOf(i, outer) && i.middleY() > outer.middleY()))
                .flatMap(i -> chains(labels, from + 1, i)
                        .map(rest -> Stream.concat(Stream.of(i), rest.stream()).toList()));
    }

    private Stream<Year> inside(Item item, String pattern) {
        return CellPattern.of(pattern, name -> SHAPE).readings(item.text()).stream()
                .flatMap(reading -> reading.entrySet().stream().flatMap(e -> year(e, item)));
    }

    private Stream<Year> year(Map.Entry<String, String> place, Item item) {
        Matcher m = YearTemplate.PLACE.matcher("{" + place.getKey() + "}");
        int offset = m.matches() ? YearTemplate.offset(m.group(1)) : 0;
        String key = Printed.key(place.getValue()).toUpperCase(Locale.ROOT);
        OptionalInt year = Printed.year(key, era);
        year = year.isPresent() || key.endsWith("年") ? year : Printed.year(key + "年度", era);
        return year.isPresent() ? Stream.of(new Year(year.getAsInt() - offset, item)) : Stream.empty();
    }
}
