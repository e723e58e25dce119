package org.jigyo.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Printed;

/**
 * Changes a drawn form, depending on a seed, so that its visible content differs from the text layer, and knows what is
 * visible.
 */
final class ShownDamage {

    /** What can happen to a form. */
    enum Kind {
        TEXT_ADDED_UNSEEN,
        TEXT_MADE_UNSEEN,
        COVERED,
        PRINTED_OVER,
        WHITED_OUT,
        PRINTED_TWICE,
        NOTE_RAISED,
        NOTE_CIRCLED,
        ERROR_VALUE,
        MISREAD,
        COMMA_MISPLACED,
        SET_APART,
        RADICALS,
        TORN,
        TURNED,
        PICTURE_PAGE
    }

    /** What happens to the facts of the changed cell; all others stay unchanged. */
    enum Fate {
        SAME,
        GONE,
        CHANGED,
        DOUBTED
    }

    /**
     * A changed form.
     *
     * @param drawing input of the typesetter
     * @param turn degrees by which the page is rotated
     * @param own the facts of the changed cell
     * @param now their new printed value, if they are changed
     * @param picture the page that is an image, or 0
     */
    record Case(
            Kind kind, String drawing, int turn, Set<String> own, Fate fate, String now, int picture, String what) {}

    /** A cell as it is drawn, with the facts that it states. */
    private record Place(int line, List<Double> at, String text, Set<String> facts) {

        String draw(String verb, double right, double narrower, String words) {
            return String.format(
                    Locale.ROOT,
                    "%s %f %f %f %f %f | %s",
                    verb,
                    at.get(0) + right,
                    at.get(1),
                    at.get(2) - narrower,
                    at.get(3),
                    at.get(4),
                    words);
        }

        boolean number() {
            return text.matches("\\d[\\d,.]*");
        }
    }

    private static final List<String[]> UNSEEN = List.of(
            new String[] {"q 3 Tr", "Q"},
            new String[] {"q 1 g", "Q"},
            new String[] {"q 1 1 1 rg", "Q"},
            new String[] {"q 0 0 0 0 k", "Q"},
            new String[] {"/OC /Off BDC", "EMC"},
            new String[] {"q 0 0 4 4 re W n", "Q"},
            new String[] {"q 1 0 0 1 -600 0 cm", "Q"},
            new String[] {"q 1 0 0 1 0 900 cm", "Q"});

    private static final List<String> COLOURS = List.of("1 g", "1 1 1 rg", "0 0 0 0 k", "0.5 g", "0 g", "1 0.9 0.8 rg");
    private static final List<String> ERRORS = List.of("#DIV/0!", "#N/A", "#REF!", "#VALUE!", "####");
    private static final String IDEOGRAPHS = "人大土生用行金水見食音車小工手方日木目立言";
    private static final String RADICALS = "⼈⼤⼟⽣⽤⾏⾦⽔⾒⾷⾳⾞⼩⼯⼿⽅⽇⽊⽬⽴⾔";

    private final List<String> lines;
    private final List<Place> places = new ArrayList<>();
    private final Random random;
    private final int pages;

    /** A form as it was read without damage. */
    ShownDamage(String drawing, Map<String, Evidence> evidence, Random random) {
        this.lines = drawing.lines().toList();
        this.random = random;
        int page = 1;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            page += line.equals("page") ? 1 : 0;
            if (line.startsWith("cell ")) {
                String[] words = line.substring(5, line.indexOf('|')).strip().split(" +");
                List<Double> at =
                        Arrays.stream(words).limit(5).map(Double::valueOf).toList();
                String text = line.substring(line.indexOf('|') + 1).strip();
                places.add(new Place(i, at, text, facts(page, at, evidence)));
            }
        }
        pages = page;
    }

    private static Set<String> facts(int page, List<Double> at, Map<String, Evidence> evidence) {
        Set<String> facts = new HashSet<>();
        evidence.forEach((path, e) -> {
            if (e.page() == page
                    && e.box() != null
                    && Math.abs(e.box().get(0) - at.get(0)) < 2
                    && Math.abs(e.box().get(1) - at.get(1)) < 2) {
                facts.add(path);
            }
        });
        return facts;
    }

    /** A case; null if nothing suitable was found. */
    Case of(Kind kind) {
        Place any = pick(places);
        Place filled = pick(places.stream()
                .filter(p -> !p.text.isBlank() && !p.text.contains("\\n"))
                .toList());
        Place value = pick(places.stream().filter(p -> !p.facts.isEmpty()).toList());
        Place number = pick(
                places.stream().filter(p -> !p.facts.isEmpty() && p.number()).toList());
        return switch (kind) {
            case TEXT_ADDED_UNSEEN -> unseen(any, List.of(lines.get(any.line)), other(any.text), Fate.SAME);
            case TEXT_MADE_UNSEEN -> unseen(filled, List.of(filled.draw("cell", 0, 0, "")), filled.text, Fate.GONE);
            case COVERED -> made(kind, filled, Fate.GONE, null, lines.get(filled.line), cover(filled));
            case PRINTED_OVER -> {
                String instead = other(value.text);
                // A figure stands at the right of its cell and a text at the left: one beside the other covers nothing.
                yield amount(value.text) == amount(instead)
                        ? made(kind, value, Fate.CHANGED, instead, lines.get(value.line), over(value, instead))
                        : null;
            }
            case WHITED_OUT -> {
                String instead = other(value.text);
                yield made(
                        kind, value, Fate.CHANGED, instead, lines.get(value.line), white(value), over(value, instead));
            }
            case PRINTED_TWICE -> made(kind, filled, Fate.SAME, null, lines.get(filled.line), twice(filled));
            case NOTE_RAISED -> raised(number);
            case NOTE_CIRCLED -> replaced(kind, number, Fate.SAME, circled(number.text));
            case ERROR_VALUE -> replaced(kind, number, Fate.DOUBTED, pick(ERRORS));
            case MISREAD -> replaced(kind, number, Fate.DOUBTED, misread(number.text));
            case COMMA_MISPLACED -> replaced(kind, number, Fate.DOUBTED, comma(number.text));
            case SET_APART -> replaced(kind, filled, Fate.SAME, apart(filled));
            case RADICALS -> replaced(kind, filled, Fate.SAME, radicals(filled.text));
            case TORN -> torn(number);
            case TURNED -> new Case(kind, all(), 90 * (1 + random.nextInt(3)), Set.of(), Fate.SAME, null, 0, "");
            case PICTURE_PAGE -> picture();
        };
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String all() {
        return String.join("\n", lines) + "\n";
    }

    private Case made(Kind kind, Place place, Fate fate, String now, String... instead) {
        List<String> drawn = new ArrayList<>(lines);
        drawn.set(place.line, String.join("\n", instead));
        String what = "«" + place.text + "» " + String.join("; ", instead);
        return new Case(kind, String.join("\n", drawn) + "\n", 0, place.facts, fate, now, 0, what);
    }

    private Case replaced(Kind kind, Place place, Fate fate, String text) {
        return text == null || text.equals(place.text)
                ? null
                : made(kind, place, fate, text, place.draw("cell", 0, 0, text));
    }

    /** A text that is drawn so that paper does not show it. */
    private Case unseen(Place place, List<String> before, String text, Fate fate) {
        String[] how = pick(UNSEEN);
        List<String> instead = new ArrayList<>(before);
        instead.addAll(List.of("draw | " + how[0], place.draw("text", 0, 0, text), "draw | " + how[1]));
        Kind kind = fate == Fate.SAME ? Kind.TEXT_ADDED_UNSEEN : Kind.TEXT_MADE_UNSEEN;
        return made(kind, place, fate, null, instead.toArray(String[]::new));
    }

    /** A different text for the place: another digit, another letter, a blacked-out sign. */
    private String other(String text) {
        List<Integer> letters = IntStream.range(0, text.length())
                .filter(i -> Character.isDigit(text.charAt(i)) || text.charAt(i) > 0xFF)
                .boxed()
                .toList();
        if (letters.isEmpty()) {
            return pick(List.of("9", "1,234", "○", "別"));
        }
        int i = pick(letters);
        char c = text.charAt(i);
        String instead = Character.isDigit(c)
                ? String.valueOf((Character.digit(c, 10) + 1 + random.nextInt(9)) % 10)
                : pick(List.of("〓", "別", "■"));
        return text.substring(0, i) + instead + text.substring(i + 1);
    }

    /**
     * An area of any colour, or an image, over the whole cell or over the half where its text begins or, for a figure,
     * ends.
     */
    private String cover(Place p) {
        boolean half = random.nextInt(3) == 0;
        double width = (half ? 0.5 : 1) * (p.at.get(2) - 2);
        double x = p.at.get(0) + 1 + (half && amount(p.text) ? width : 0);
        return random.nextBoolean()
                ? area(pick(COLOURS), p, x, width)
                : String.format(
                        Locale.ROOT,
                        "draw | q %f 0 0 %f %f %f cm BI /W 1 /H 1 /CS /G /BPC 8 ID z EI Q",
                        width,
                        p.at.get(3) - 2,
                        x,
                        843 - p.at.get(1) - p.at.get(3));
    }

    private static String white(Place p) {
        return area("1 g", p, p.at.get(0) + 1, p.at.get(2) - 2);
    }

    private static String area(String colour, Place p, double x, double width) {
        return String.format(
                Locale.ROOT,
                "draw | q %s %f %f %f %f re f Q",
                colour,
                x,
                843 - p.at.get(1) - p.at.get(3),
                width,
                p.at.get(3) - 2);
    }

    private static boolean amount(String text) {
        return text.matches("[\\d,.%▲-]+");
    }

    private static String over(Place p, String instead) {
        return p.draw("text", 0, 0, instead);
    }

    private static String twice(Place p) {
        return p.draw("text", 0.2, 0, p.text);
    }

    private Case raised(Place p) {
        double top = p.at.get(1) + (p.at.get(3) - 1.15 * p.at.get(4)) / 2;
        String note = String.format(
                Locale.ROOT,
                "line %f %f %f | %d",
                p.at.get(0) + p.at.get(2) - 6,
                top - 0.5,
                0.55 * p.at.get(4),
                1 + random.nextInt(9));
        return made(Kind.NOTE_RAISED, p, Fate.SAME, null, p.draw("cell", 0, 0, ""), p.draw("text", 0, 4, p.text), note);
    }

    private String circled(String text) {
        char note = (char) ('①' + random.nextInt(9));
        return random.nextBoolean() ? note + text : text + note;
    }

    private String misread(String text) {
        int i = random.nextInt(text.length());
        return !Character.isDigit(text.charAt(i))
                ? null
                : text.substring(0, i) + pick(List.of("l", "O", "I", "S", "o", "B")) + text.substring(i + 1);
    }

    private String comma(String text) {
        String digits = text.replace(",", "");
        if (digits.length() < 3 || !digits.matches("\\d+")) {
            return null;
        }
        int i = 1 + random.nextInt(digits.length() - 1);
        return digits.length() - i == 3 ? null : digits.substring(0, i) + "," + digits.substring(i);
    }

    private static String apart(Place p) {
        boolean letters = p.text.matches("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]{2,}");
        return letters && p.text.length() * 1.5 * p.at.get(4) < p.at.get(2) - 5
                ? String.join(" ", p.text.split(""))
                : null;
    }

    private static String radicals(String text) {
        StringBuilder with = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = IDEOGRAPHS.indexOf(text.charAt(i));
            if (at >= 0) {
                with.setCharAt(i, RADICALS.charAt(at));
            }
        }
        return with.toString();
    }

    /** Half of a figure is in the next cell. */
    private Case torn(Place p) {
        double half = p.text.length() * p.at.get(4) / 4;
        return p.text.length() < 2
                ? null
                : made(Kind.TORN, p, Fate.SAME, null, p.draw("cell", 0, 0, ""), p.draw("text", half, 0, p.text));
    }

    private Case picture() {
        String picture = pick(List.of(
                "rule 40 40 500 1\nrule 40 700 500 1\n",
                "draw | q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID z EI Q\n",
                "draw | 100 400 m 150 500 l 200 400 l S\n",
                "draw | q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID z EI Q 3 Tr\nline 100 100 9 | 334\n"));
        boolean first = random.nextBoolean();
        String drawing = first ? picture + "page\n" + all() : all() + "page\n" + picture;
        return new Case(Kind.PICTURE_PAGE, drawing, 0, Set.of(), Fate.SAME, null, first ? 1 : pages + 1, picture);
    }

    /** What a cell says as the value of a fact. */
    static String value(String printed) {
        return Printed.number(printed)
                .map(n -> n.stripTrailingZeros().toPlainString())
                .orElse(Printed.key(printed));
    }
}
