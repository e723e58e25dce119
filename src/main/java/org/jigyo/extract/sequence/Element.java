package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.Sequence;
import org.jigyo.layout.SequenceElement;
import org.jigyo.layout.YearTemplate;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/**
 * An element of the layout for one evaluated year, at its place in the order of the form.
 *
 * @param index its number in the layout, the same in both orders
 * @param label comparison key of the literal; null for a slot
 * @param to path of the fact; null if nothing is kept
 * @param spec the element of the layout
 */
record Element(int index, String label, String to, SequenceElement spec) {

    /** A label with fewer characters than this, apart from its years, may be printed for other years, too. */
    private static final int TELLING = 6;

    private static final Pattern YEAR = Pattern.compile("(" + Era.WORDS + ")" + YearTemplate.PLACE);

    SequenceElement.Type type() {
        return spec.slot();
    }

    String codes() {
        return spec.codes();
    }

    int digits() {
        return spec.digits() == null ? 0 : spec.digits();
    }

    String row() {
        return spec.row();
    }

    boolean optional() {
        return spec.optional();
    }

    /** The elements of a form in its order, or with the chunks reversed; years are relative to {@code year}. */
    static List<Element> of(Sequence sequence, int year, boolean reversed) {
        List<List<Element>> chunks = new ArrayList<>();
        int index = 0;
        for (SequenceElement e : sequence.head()) {
            if (chunks.isEmpty()) {
                chunks.add(new ArrayList<>());
            }
            chunks.get(0).add(of(index++, e, year));
        }
        int head = chunks.size();
        for (List<SequenceElement> chunk : sequence.chunks()) {
            List<Element> elements = new ArrayList<>();
            for (SequenceElement e : chunk) {
                elements.add(of(index++, e, year));
            }
            chunks.add(reversed ? head : chunks.size(), elements);
        }
        return chunks.stream().flatMap(List::stream).toList();
    }

    private static Element of(int index, SequenceElement e, int year) {
        return new Element(
                index,
                e.label() == null ? null : Printed.key(year > 0 ? YearTemplate.label(e.label(), year) : e.label()),
                e.to() == null ? null : YearTemplate.path(e.to(), year),
                e);
    }

    /**
     * The evaluated years implied by the labels of a form as printed on a page: one for each distinctive label with a
     * year.
     */
    static List<Integer> years(Sequence sequence, String printedKey) {
        List<Integer> years = new ArrayList<>();
        sequence.chunks().stream()
                .flatMap(List::stream)
                .map(SequenceElement::label)
                .filter(label -> label != null)
                .map(Printed::key)
                .forEach(label -> {
                    Matcher place = YEAR.matcher(label);
                    if (place.find() && YEAR.matcher(label).replaceAll("").length() >= TELLING) {
                        int offset = YearTemplate.offset(place.group(2));
                        Matcher printed = printed(label).matcher(printedKey);
                        if (printed.find()) {
                            Printed.year(printed.group(1)).ifPresent(year -> years.add(year - offset));
                        }
                    }
                });
        return years;
    }

    /** The label with any year at its placeholders; the first one is a group. */
    private static Pattern printed(String label) {
        StringBuilder pattern = new StringBuilder();
        int from = 0;
        Matcher m = YEAR.matcher(label);
        while (m.find()) {
            pattern.append(Pattern.quote(label.substring(from, m.start())))
                    .append(from == 0 ? "(" : "(?:")
                    .append("(?:" + Era.WORDS + ")(?:元|\\d{1,2}))");
            from = m.end();
        }
        return Pattern.compile(pattern + Pattern.quote(label.substring(from)));
    }
}
