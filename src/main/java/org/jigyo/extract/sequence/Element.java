package org.jigyo.extract.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.Sequence;
import org.jigyo.layout.SequenceElement;
import org.jigyo.sheet.Printed;

/**
 * An element of the layout for one evaluated year, at its place in the order of the form.
 *
 * @param index its number in the layout, the same in both orders
 * @param label key of the literal, null for a slot
 * @param to path of the fact, null when nothing is kept
 * @param spec as the layout has it
 */
record Element(int index, String label, String to, SequenceElement spec) {

    /** A label with less to it than this may stand for other years too. */
    private static final int TELLING = 9;

    private static final Pattern YEAR = Pattern.compile("@([+-]?\\d+)");

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

    /** The elements of a form in its order, or with the chunks the other way round; years are those around {@code year}. */
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
                e.label() == null ? null : Printed.key(replace(e.label(), year - 2018)),
                e.to() == null ? null : replace(e.to(), year),
                e);
    }

    /** The text with each {@code @n} replaced by the year n years after the given one. */
    static String replace(String text, int year) {
        return YEAR.matcher(text).replaceAll(m -> Integer.toString(year + Integer.parseInt(m.group(1))));
    }

    /** The era years that a page prints in the labels of a form: for each label with one year, the evaluated year it speaks for. */
    static List<Integer> years(Sequence sequence, String printedKey) {
        List<Integer> years = new ArrayList<>();
        sequence.chunks().stream()
                .flatMap(List::stream)
                .map(SequenceElement::label)
                .forEach(label -> {
                    if (label != null && label.contains("@")) {
                        Matcher in = YEAR.matcher(label);
                        String key = Printed.key(label);
                        Matcher at = YEAR.matcher(key);
                        if (in.find() && at.find() && key.length() >= TELLING) {
                            Pattern printed = Pattern.compile(Pattern.quote(key.substring(0, at.start()))
                                    + "(元|\\d{1,2})"
                                    + tail(key.substring(at.end())));
                            Matcher m = printed.matcher(printedKey);
                            if (m.find()) {
                                int era = m.group(1).equals("元") ? 1 : Integer.parseInt(m.group(1));
                                years.add(2018 + era - Integer.parseInt(at.group(1)));
                            }
                        }
                    }
                });
        return years;
    }

    private static String tail(String text) {
        StringBuilder tail = new StringBuilder();
        int from = 0;
        Matcher m = YEAR.matcher(text);
        while (m.find()) {
            tail.append(Pattern.quote(text.substring(from, m.start()))).append("\\d{1,2}");
            from = m.end();
        }
        return tail.append(Pattern.quote(text.substring(from))).toString();
    }
}
