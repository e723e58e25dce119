package org.jigyo.extract.grid;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
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
