package org.jigyo.extract.grid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.Finding.Code;
import org.jigyo.layout.CurrencyUnit;
import org.jigyo.layout.Label;
import org.jigyo.sheet.Printed;

/** The currency units of amounts: as named by a layout, printed in a heading, or printed after a figure. */
final class MoneyUnits {

    /** What says the unit of the amounts below it. */
    private static final Pattern HEADING = Pattern.compile("単位[:は]?(" + CurrencyUnit.WORDS + ")(?=$|[)\\]、,。])");

    private static final Pattern YEN = Pattern.compile("([▲△-]?)[¥\\\\](\\d[\\d,]*)");
    private static final Pattern AMOUNT = Pattern.compile("(.*?)(" + CurrencyUnit.WORDS + ")", Pattern.DOTALL);

    private final Board board;

    MoneyUnits(Board board) {
        this.board = board;
    }

    /**
     * The yen per unit of a field's amounts.
     *
     * @param currency the layout's description of the unit
     * @param area the area of the field; a unit printed there takes precedence over one elsewhere
     * @return empty if it is not printed or is ambiguous
     */
    Optional<Integer> of(Label currency, Area area) {
        String first = currency.wordings().get(0);
        if (!first.contains(CurrencyUnit.PLACE)) {
            return CurrencyUnit.yen(first);
        }
        List<Integer> near = printed(currency, area);
        List<Integer> units = near.isEmpty() ? printed(currency, Area.EVERYWHERE) : near;
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    private List<Integer> printed(Label currency, Area area) {
        List<CellPattern> patterns = currency.wordings().stream()
                .map(w -> CellPattern.of(w, name -> "(?:" + CurrencyUnit.WORDS + ")"))
                .toList();
        return board.items().stream()
                .filter(i -> area.holds(i.box()) && !i.blank())
                .flatMap(i -> patterns.stream().flatMap(p -> unit(p, i)))
                .distinct()
                .toList();
    }

    private static Stream<Integer> unit(CellPattern pattern, Item item) {
        List<Map<String, String>> readings = pattern.readings(item.text());
        if (readings.size() != 1) {
            return Stream.empty();
        }
        item.label();
        return CurrencyUnit.yen(readings.get(0).get("unit")).stream();
    }

    /**
     * Doubts all amounts where text that nothing reads says that they have another unit than the form's: （単位：円） on a form in
     * 千円.
     */
    static void doubt(List<Item> nameless, Integer usual, Notes notes) {
        for (Item item : nameless) {
            Matcher m = HEADING.matcher(item.key());
            Optional<Integer> printed = m.find() ? CurrencyUnit.yen(m.group(1)) : Optional.empty();
            if (usual != null && printed.isPresent() && !printed.get().equals(usual)) {
                String message = "another unit than the form's is printed, and nothing in the layout reads it";
                notes.doubt(Code.SLOT_AMBIGUOUS, "costs/*", message, item);
            }
        }
    }

    /**
     * An amount with the unit printed after it, or before it as ¥.
     *
     * @param figure without the unit
     * @param unit yen per unit; null if none is printed
     */
    record Amount(String figure, Integer unit) {
        static Amount of(String printed) {
            String key = Printed.key(printed);
            Matcher yen = YEN.matcher(key);
            if (yen.matches()) {
                return new Amount(yen.group(1) + yen.group(2), 1);
            }
            Matcher m = AMOUNT.matcher(key);
            return m.matches()
                    ? new Amount(m.group(1), CurrencyUnit.yen(m.group(2)).orElse(null))
                    : new Amount(printed, null);
        }
    }
}
