package org.jigyo.extract.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jigyo.layout.CodeList;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/** All the ways in which an element can be read at a position of a page. Caches its results; not thread-safe. */
final class ElementReader {

    /** Maximum number of lines of a text cell. */
    private static final int LONGEST = 80;

    private static final int LONGEST_DASH = 4;

    /** The cost of splitting a run of figures that is a number as it is. */
    private static final double WHOLE = 2.5;

    static final Pattern FIGURE = Pattern.compile("[▲△−‐‑–ー-]?(?:0|[1-9]\\d{0,2}(?:,\\d{3})+|[1-9]\\d*)(?:\\.\\d+)?");
    private static final Pattern FIGURES = Pattern.compile("[▲△\\d,.]+");
    private static final Pattern YEAR = Pattern.compile("(?:" + Era.WORDS + ")?(?:元|[1-9]\\d{0,3})(?:年度?)?");
    private static final String TICKED = "☑■☒✓✔レ";
    private static final String EMPTY = "□";

    private final DrawnText drawn;
    private final Map<String, CodeList> codes;
    private final Resemblance resemblance;
    private final NarrativeReader texts;
    private final List<List<List<Candidate>>> known = new ArrayList<>();

    ElementReader(DrawnText drawn, Map<String, CodeList> codes, Resemblance resemblance) {
        this.drawn = drawn;
        this.codes = codes;
        this.resemblance = resemblance;
        this.texts = new NarrativeReader(drawn, resemblance, codes);
    }

    /** The candidates of an element that begin at a position. */
    List<Candidate> at(Element element, int from) {
        while (known.size() <= element.index()) {
            known.add(new ArrayList<>(Collections.nCopies(drawn.size(), null)));
        }
        List<List<Candidate>> mine = known.get(element.index());
        List<Candidate> candidates = mine.get(from);
        if (candidates == null) {
            candidates = element.label() != null ? label(element, from) : slot(element, from);
            mine.set(from, candidates);
        }
        return candidates;
    }

    /** The candidate of a label that is printed exactly at a position; null if it is not. */
    Candidate exact(Element element, int from) {
        String label = element.label();
        int matched = 0;
        for (int to = from + 1; to < drawn.size(); to++) {
            String piece = drawn.key(to - 1);
            if (!label.startsWith(piece, matched)) {
                return null;
            }
            matched += piece.length();
            if (matched == label.length()) {
                return new Candidate(from, to, 0, 0, null);
            }
        }
        return null;
    }

    private List<Candidate> slot(Element element, int from) {
        return switch (element.type()) {
            case TEXT -> texts.at(from);
            case SDGS -> new SdgReader(drawn, resemblance).at(from);
            case PAIRS -> new PairReader(drawn, resemblance).at(element, from);
            case CODE -> code(element, from);
            default -> oneLine(element, from);
        };
    }

    private List<Candidate> label(Element element, int from) {
        List<Candidate> candidates = new ArrayList<>();
        String label = element.label();
        StringBuilder key = new StringBuilder();
        for (int to = from + 1; to < drawn.size() && to <= from + LONGEST; to++) {
            key.append(drawn.key(to - 1));
            if (key.length() > label.length() * 1.3 + 2) {
                break;
            }
            if (drawn.insideFigure(to) && !label.contentEquals(key)) {
                continue;
            }
            double alike = Resemblance.of(label, key.toString());
            if (alike == 1) {
                candidates.add(new Candidate(from, to, 0, 0, null));
            } else if (alike >= Resemblance.LABEL && label.length() > 2 && key.indexOf(label) < 0) {
                // A label that is printed completely needs no part of the adjacent text.
                candidates.add(new Candidate(from, to, 1 + 4 * (1 - alike), 0, null));
            }
        }
        return candidates;
    }

    private List<Candidate> code(Element element, int from) {
        List<Candidate> candidates = new ArrayList<>();
        CodeList list = codes.getOrDefault(element.codes(), new CodeList(Map.of()));
        for (int to = from + 1; to < drawn.size() && drawn.lineOf(to) <= drawn.lineOf(from) + 4; to++) {
            String printed = String.join("", drawn.pieces(from, to));
            if (drawn.key(from, to).length() > 40) {
                break;
            }
            if (drawn.insideFigure(to)) {
                continue;
            }
            final int end = to;
            list.value(printed).ifPresentOrElse(v -> candidates.add(new Candidate(from, end, 0, 0, v)), () -> {
                if (Printed.blank(printed) && !printed.isEmpty()) {
                    candidates.add(new Candidate(from, end, 1, 0, null));
                }
            });
        }
        return candidates;
    }

    private List<Candidate> oneLine(Element element, int from) {
        List<Candidate> candidates = new ArrayList<>();
        int line = drawn.lineOf(from);
        for (int to = from + 1; to < drawn.size() && drawn.first(line + 1) >= to; to++) {
            String printed = String.join("", drawn.pieces(from, to));
            Candidate candidate = of(element, from, to, printed);
            if (candidate != null) {
                // A figure that continues after its end was glued to the next one: possible, but never as good as a
                // whole one.
                boolean torn =
                        (drawn.insideFigure(to) && drawn.torn(to)) || (drawn.insideFigure(from) && drawn.torn(from));
                double glued = drawn.insideFigure(to) ? (torn ? WHOLE : 0.5) : 0;
                double odd = candidate.misfit() + (torn ? WHOLE : 0);
                candidates.add(new Candidate(from, to, candidate.cost() + glued, odd, candidate.value()));
            }
        }
        return candidates;
    }

    private Candidate of(Element element, int from, int to, String printed) {
        String key = drawn.key(from, to);
        if (key.isEmpty()) {
            return null;
        }
        boolean dash = key.length() <= LONGEST_DASH && Printed.blank(key);
        if (parted(printed) && element.type() != org.jigyo.layout.SequenceElement.Type.WORD) {
            return null;
        }
        return switch (element.type()) {
            case DASH -> dash ? new Candidate(from, to, 0, 0, null) : null;
            case NUMBER -> dash ? new Candidate(from, to, 0, 0, null) : number(from, to, key);
            case VALUE -> dash ? new Candidate(from, to, 0, 0, null) : value(from, to, key);
            case YEAR ->
                dash
                        ? new Candidate(from, to, 0.1, 0, null)
                        : YEAR.matcher(key).matches() ? new Candidate(from, to, 0, 0, printed.strip()) : null;
            case DIGITS ->
                key.length() == element.digits() && key.chars().allMatch(Character::isDigit)
                        ? new Candidate(from, to, 0, 0, key)
                        : null;
            case BOX ->
                EMPTY.equals(key)
                        ? new Candidate(from, to, 0, 0, false)
                        : key.length() == 1 && TICKED.contains(key) ? new Candidate(from, to, 0, 0, true) : null;
            case PHRASE -> phrase(from, to, printed, dash);
            case WORD -> dash ? new Candidate(from, to, 0.5, 0, null) : word(from, to, printed);
            default -> null;
        };
    }

    private static Candidate number(int from, int to, String figure) {
        if (!FIGURE.matcher(figure).matches()) {
            return null;
        }
        BigDecimal value = Printed.number(figure).orElse(null);
        // Every form prints thousands separators; four digits without one are two figures, or not an amount.
        double odd = figure.matches(".*\\d{4}.*") && figure.indexOf(',') < 0 ? 3 : 0;
        return value == null ? null : new Candidate(from, to, odd, odd, value);
    }

    private Candidate value(int from, int to, String key) {
        Candidate number = number(from, to, key);
        if (number != null) {
            return number;
        }
        if (key.endsWith("%")
                && FIGURE.matcher(key.substring(0, key.length() - 1)).matches()) {
            return new Candidate(from, to, 0.3, 0, key);
        }
        boolean wordy = key.length() <= 12 && !key.matches("[\\d,.]+") && resemblance.toLabel(key) < Resemblance.LABEL;
        return wordy ? new Candidate(from, to, 2.5, 2.5, key) : null;
    }

    /** True if there is a space inside. */
    private static boolean parted(String printed) {
        return printed.strip().chars().anyMatch(c -> Character.isWhitespace(c) || c == 0x3000);
    }

    private Candidate phrase(int from, int to, String printed, boolean dash) {
        if (dash) {
            return new Candidate(from, to, 0.1, 0, null);
        }
        String key = Printed.key(printed);
        double odd = (FIGURE.matcher(key).matches() || key.length() == 1 ? 2.5 : 0)
                + (resemblance.toLabel(key) >= Resemblance.LABEL ? 3 : 0);
        return new Candidate(from, to, odd, odd, printed.strip());
    }

    private Candidate word(int from, int to, String printed) {
        String key = Printed.key(printed);
        if (key.length() > 12) {
            return null;
        }
        double odd = (key.length() > 6 ? 0.5 : 0)
                + (FIGURES.matcher(key).matches() ? 1.5 : 0)
                + (resemblance.toLabel(key) >= Resemblance.LABEL || resemblance.holdsLabel(key) ? 4 : 0)
                + (key.chars().anyMatch(c -> (EMPTY + TICKED).indexOf(c) >= 0) ? 3 : 0)
                + (Printed.blank(key.substring(0, 1)) || resemblance.inLabel(key) ? Taken.MISFIT : 0);
        return new Candidate(from, to, odd, odd, key);
    }
}
