package org.jigyo.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.extract.grid.GridEngine;
import org.jigyo.layout.Identity;
import org.jigyo.layout.Layout;
import org.jigyo.page.Box;
import org.jigyo.page.Page;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;

/**
 * Doubts what was recognised in the pictures of a sheet. Sure is only a figure that a sum of the form proves: the sum holds to
 * the unit, has at least two parts that are not zero (a single part repeats the total, and is misread as the total is), none of its
 * figures is doubted or has a decimal point (a comma is often read as one), and the evaluated year is printed at two places. A zero
 * adds nothing, so no sum proves it. Everything else is an issue; of texts and marks also what was not found, as far as the
 * layout names it.
 */
final class RecognisedFacts {

    private static final Set<String> FIGURES = Set.of("costs", "staffing");
    private static final String YEAR = "fiscalYear";
    private static final Pattern PRINTED_YEAR = Pattern.compile("(" + Era.WORDS + ")(元|\\d{1,2})年|(20\\d\\d)年");
    private static final int PLACES = 2;

    private final Layout layout;
    private final List<Page> pages;
    private final Map<String, Evidence> evidence;
    private final Set<String> recognised = new LinkedHashSet<>();
    private final Extraction read;

    private RecognisedFacts(Layout layout, List<Page> pages, Extraction read) {
        this.layout = layout;
        this.pages = pages;
        this.read = read;
        this.evidence = new LinkedHashMap<>(read.evidence());
    }

    /**
     * The result with these issues, and with evidence that says what was recognised; unchanged if none of the sheet's pages is a
     * picture.
     */
    static Extraction on(Layout layout, List<Page> pages, Extraction read) {
        List<Page> pictures = pages.stream()
                .filter(p -> !p.recognised().isEmpty())
                .filter(p -> p.number() >= read.firstPage() && p.number() <= read.lastPage())
                .toList();
        return pictures.isEmpty() ? read : new RecognisedFacts(layout, pictures, read).doubted();
    }

    private Extraction doubted() {
        Map<Integer, Page> byNumber = new HashMap<>();
        pages.forEach(p -> byNumber.put(p.number(), p));
        read.evidence().forEach((path, found) -> {
            if (found != null && byNumber.containsKey(found.page())) {
                recognised.add(path);
                evidence.put(path, found.recognised(confidence(byNumber.get(found.page()), found)));
            }
        });
        List<Issue> issues = new ArrayList<>(read.issues());
        Set<String> proven = proven();
        List<FieldPath> declared =
                declared().stream().filter(f -> !figure(f.glob())).toList();
        declared.forEach(f -> issues.add(issue(f.glob(), "recognised in a picture; compare it with the page")
                .printed(pages.get(0).number(), null)));
        for (String path : recognised) {
            if (!proven.contains(path) && declared.stream().noneMatch(f -> f.covers(path))) {
                String message = figure(path)
                        ? "this figure was recognised in a picture, and no sum proves it"
                        : "recognised in a picture; compare it with the page";
                Evidence found = evidence.get(path);
                issues.add(issue(path, message).printed(found.page(), found.text()));
            }
        }
        blank().forEach(f -> issues.add(issue(f.glob(), "no figure was recognised here; compare the cell with the page")
                .printed(pages.get(0).number(), null)));
        return read.with(issues).placed(evidence);
    }

    /** The figures of the form that were not found: pale print is not seen, and looks like a blank cell. */
    private List<FieldPath> blank() {
        if (layout.grid() == null || !(read.facts().get(YEAR) instanceof BigDecimal year)) {
            return List.of();
        }
        return GridEngine.crossings(layout, year.intValue()).stream()
                .filter(f -> figure(f.glob()) && read.facts().keySet().stream().noneMatch(f::covers))
                .toList();
    }

    private static Issue issue(String field, String message) {
        return Issue.warning(Code.TEXT_RECOGNISED, field, message);
    }

    /** What the layout can read, so that what was not found is doubted as well; of the drawing order, everything. */
    private List<FieldPath> declared() {
        return layout.grid() == null ? List.of(FieldPath.of("*")) : GridEngine.declared(layout);
    }

    /** The confidence of the least certain line in the box of a fact. */
    private static Double confidence(Page page, Evidence found) {
        if (found.box() == null) {
            return found.confidence();
        }
        Box box = new Box(
                found.box().get(0),
                found.box().get(1),
                found.box().get(2),
                found.box().get(3));
        double least = page.recognised().stream()
                .filter(r -> box.holds(r.box()))
                .mapToDouble(Page.Recognised::confidence)
                .min()
                .orElse(1);
        return found.confidence() == null ? least : Math.min(least, found.confidence());
    }

    /** True for the path of a figure that stands in a row of the form; the rows of a breakdown have recognised names. */
    private static boolean figure(String path) {
        String[] segments = path.split("/");
        int from = segments[0].equals("parts") && segments.length > 2 ? 2 : 0;
        return FIGURES.contains(segments[from])
                && segments.length > from + 1
                && !segments[from + 1].equals("breakdown");
    }

    private Set<String> proven() {
        Set<String> proven = new LinkedHashSet<>();
        if (!yearProven()) {
            return proven;
        }
        for (Identity identity : layout.identities()) {
            for (Identities.Sum sum : Identities.sums(identity, read.facts())) {
                List<String> figures = new ArrayList<>();
                figures.add(sum.total());
                sum.parts().stream().filter(p -> read.facts().containsKey(p)).forEach(figures::add);
                boolean exact = sum.sum().compareTo(sum.printed()) == 0;
                boolean several =
                        sum.amounts().stream().filter(a -> a.signum() != 0).count() > 1;
                if (exact && several && figures.stream().allMatch(this::clear)) {
                    figures.stream()
                            .filter(p -> read.facts().get(p) instanceof BigDecimal n && n.signum() != 0)
                            .forEach(proven::add);
                }
            }
        }
        return proven;
    }

    /** True if nothing doubts a figure, and it is a whole number. */
    private boolean clear(String path) {
        Evidence found = evidence.get(path);
        return read.facts().get(path) instanceof BigDecimal number
                && number.scale() <= 0
                && found != null
                && !Printed.key(found.text()).contains(".")
                && read.issues().stream().noneMatch(i -> i.doubts(path));
    }

    /** True if the evaluated year does not come from a picture, or is printed at two places. */
    private boolean yearProven() {
        if (!recognised.contains(YEAR) || !(read.facts().get(YEAR) instanceof BigDecimal year)) {
            return read.facts().get(YEAR) != null;
        }
        long places = pages.stream()
                .flatMap(p -> p.blocks().stream())
                .filter(b -> prints(Printed.key(b.text()), year.intValue()))
                .count();
        return places >= PLACES;
    }

    private static boolean prints(String key, int year) {
        Matcher years = PRINTED_YEAR.matcher(key);
        while (years.find()) {
            OptionalInt western = years.group(3) != null
                    ? OptionalInt.of(Integer.parseInt(years.group(3)))
                    : Era.named(years.group(1))
                            .map(e -> e.western(years.group(2).equals("元") ? 1 : Integer.parseInt(years.group(2))))
                            .orElse(OptionalInt.empty());
            if (western.isPresent() && western.getAsInt() == year) {
                return true;
            }
        }
        return false;
    }
}
