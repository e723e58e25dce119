package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.GridSection;

/**
 * Finds the sections of a form. A section extends from its heading down to the next one, and right to the next one on
 * the same line.
 */
final class Headings {

    /**
     * A section found on the sheet.
     *
     * @param n 1-based number of a repeated section, else 0
     */
    record Place(GridSection section, Item heading, int n, Area area) {}

    private final Board board;
    private final PrintedLabels labels;
    private final Notes notes;
    private final Fields fields;
    private final List<Place> repeated = new ArrayList<>();

    Headings(Board board, PrintedLabels labels, Notes notes, Fields fields) {
        this.board = board;
        this.labels = labels;
        this.notes = notes;
        this.fields = fields;
    }

    /** The sections in an area, in reading order. */
    List<Place> places(List<GridSection> sections, Area area) {
        List<Place> found = new ArrayList<>();
        for (GridSection section : sections) {
            List<Item> items = labels.all(section.heading(), area);
            List<Item> lines = items.stream().filter(i -> !i.isCell()).toList();
            List<Item> headings = lines.isEmpty() ? items : lines;
            if (headings.isEmpty() || (headings.size() > 1 && !several(section))) {
                missing(section, headings);
                continue;
            }
            if (several(section)) {
                labels.hidden(section.heading(), area).forEach(i -> lost(section, "a heading is hidden here", i));
            }
            int n = 0;
            for (Item heading : headings) {
                heading.use(Item.Use.LABEL);
                found.add(new Place(section, heading, several(section) ? ++n : 0, area));
            }
        }
        List<Place> placed = found.stream().map(p -> placed(p, found, area)).toList();
        placed.stream()
                .map(Place::section)
                .filter(Headings::several)
                .distinct()
                .forEach(s -> headless(s, placed, area));
        return placed;
    }

    /**
     * Doubts the blocks of a repeated section where cells without a meaning stand as a heading and its value would: the
     * heading cannot be seen or read.
     *
     * @param nameless what belongs to no field
     */
    void finish(Set<Item> nameless) {
        for (Place place : repeated) {
            Item heading = place.heading();
            board.cells(place.area())
                    .filter(c -> c != heading && heading.isCell() && board.sameColumn(c, heading))
                    .filter(c -> c.blank() ? c.use() == Item.Use.NONE : nameless.contains(c))
                    .map(c -> board.rightOf(c, place.area()).stream().findFirst())
                    .flatMap(Optional::stream)
                    .filter(nameless::contains)
                    .forEach(value -> lost(place.section(), "the text stands where a value of a heading would", value));
        }
    }

    /** Doubts the blocks of a repeated section if a label of theirs is printed more often than their heading. */
    private void headless(GridSection section, List<Place> places, Area area) {
        List<Place> own =
                places.stream().filter(p -> p.section().equals(section)).toList();
        own.stream().map(p -> new Place(section, p.heading(), p.n(), area)).forEach(repeated::add);
        List<Place> others =
                places.stream().filter(p -> !p.section().equals(section)).toList();
        for (GridField field : section.fields()) {
            GridLocator at = field.locator();
            boolean beside = at instanceof GridLocator.RightOf
                    || at instanceof GridLocator.LeftOf
                    || at instanceof GridLocator.Below;
            List<Item> printed = (beside ? labels.all(field.labels().get(0), area) : List.<Item>of())
                    .stream()
                            .filter(i -> others.stream().noneMatch(p -> p.area().holds(i.box())))
                            .toList();
            if (printed.size() > own.size()) {
                String message = "the label «" + field.labels().get(0) + "» is printed more often than its heading «"
                        + section.heading() + "»";
                lost(section, message, printed.get(0));
            }
        }
    }

    private void lost(GridSection section, String message, Item at) {
        fields.under(section).forEach(f -> notes.doubt(Code.LABEL_MISSING, f, message, at));
    }

    private static boolean several(GridSection section) {
        return section.repeat() || section.part();
    }

    private void missing(GridSection section, List<Item> headings) {
        Code code = headings.isEmpty() ? Code.LABEL_MISSING : Code.SLOT_AMBIGUOUS;
        Optional<Item> at = headings.isEmpty() ? labels.near(section.heading()) : Optional.of(headings.get(0));
        String message = "the heading «" + section.heading() + "» is printed " + headings.size() + " times"
                + (headings.isEmpty() && at.isPresent() ? PrintedLabels.NEARLY : "");
        for (String field : fields.under(section)) {
            notes.doubt(code, field, message, at.orElse(null));
        }
    }

    private static Place placed(Place place, List<Place> all, Area area) {
        double[] sides = sides(place.heading(), all, area);
        double bottom = area.bottom();
        for (Place other : all) {
            double top = other.heading().box().y();
            double[] theirs = sides(other.heading(), all, area);
            boolean below = !sameLine(other.heading(), place.heading())
                    && top > place.heading().box().y();
            if (below && theirs[0] < sides[1] && theirs[1] > sides[0]) {
                bottom = Math.min(bottom, top);
            }
        }
        Area own = new Area(sides[0], place.heading().box().y(), sides[1], bottom);
        return new Place(place.section(), place.heading(), place.n(), own);
    }

    /** The left and right edge: from the heading itself, if another is to its left, to the next one to its right. */
    private static double[] sides(Item heading, List<Place> all, Area area) {
        double left = area.left();
        double right = area.right();
        for (Place other : all) {
            if (other.heading() != heading && sameLine(other.heading(), heading)) {
                if (other.heading().box().x() > heading.box().x()) {
                    right = Math.min(right, other.heading().box().x());
                } else {
                    left = heading.box().x();
                }
            }
        }
        return new double[] {left, right};
    }

    private static boolean sameLine(Item a, Item b) {
        return a.middleY() >= b.box().y() && a.middleY() <= b.box().bottom();
    }
}
