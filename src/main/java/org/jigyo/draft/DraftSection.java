package org.jigyo.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jigyo.draft.sample.LabelledSheet;
import org.jigyo.draft.sample.PrintedPiece;

/**
 * A section of the drafted layout.
 *
 * @param heading its heading; null for the whole form
 * @param part true if it is printed once for each part of a project
 * @param fields fields above the first of its sections
 * @param sections sections in it
 */
record DraftSection(String heading, boolean part, List<Proposal> fields, List<DraftSection> sections) {

    private static final int COMPARED = 12;
    private static final double ALWAYS = 0.95;

    /** An area of a sheet; a heading stands at its top. */
    private record Area(double left, double top, double right, double bottom) {

        static final Area WHOLE = new Area(-1, -1, Double.MAX_VALUE, Double.MAX_VALUE);

        boolean holds(PrintedPiece piece) {
            return piece.middleX() >= left
                    && piece.middleX() < right
                    && piece.middleY() >= top
                    && piece.middleY() < bottom;
        }
    }

    /** The fields under the headings of the form, and those printed several times under headings of their own. */
    static DraftSection of(Form form, List<Proposal> proposals, Set<String> noHeadings) {
        List<String> headings = headings(form, proposals, noHeadings);
        if (form.block().heading() != null) {
            headings.add(form.block().heading());
        }
        Map<Integer, Area> whole = new TreeMap<>();
        for (int i = 0; i < form.sheets().size(); i++) {
            whole.put(i, Area.WHOLE);
        }
        return section(form, null, false, proposals, headings, whole, 0);
    }

    private static DraftSection section(
            Form form,
            String heading,
            boolean part,
            List<Proposal> proposals,
            List<String> headings,
            Map<Integer, Area> areas,
            int depth) {
        List<Proposal> fields = new ArrayList<>();
        Map<String, List<Proposal>> under = new LinkedHashMap<>();
        Map<String, Map<Integer, Area>> placed = areas(form, headings, areas);
        for (Proposal proposal : proposals) {
            String own = proposal.part() && !part && depth == 0 ? form.block().heading() : home(proposal, placed);
            if (own == null) {
                fields.add(proposal);
            } else {
                under.computeIfAbsent(own, k -> new ArrayList<>()).add(proposal);
            }
        }
        List<DraftSection> sections = new ArrayList<>();
        headings.stream()
                .filter(h -> under.containsKey(h) || parting(h, placed))
                .forEach(h -> {
                    boolean block = h.equals(form.block().heading());
                    List<Proposal> own = under.getOrDefault(h, List.of());
                    List<String> inner = depth > 1 ? List.of() : contexts(form, own, h);
                    sections.add(section(form, h, block, own, inner, placed.get(h), depth + 1));
                });
        if (depth == 0 && !fields.isEmpty()) {
            List<String> contexts = new ArrayList<>(contexts(form, fields, ""));
            if (!contexts.isEmpty()) {
                contexts.addAll(headings);
                List<String> sorted = order(form, contexts);
                return section(form, null, false, proposals, sorted, areas, 1);
            }
        }
        return new DraftSection(heading, part, fields, sections);
    }

    /** True for a heading without fields that ends the area of the one above it: it has its line for itself. */
    private static boolean parting(String heading, Map<String, Map<Integer, Area>> placed) {
        return placed.containsKey(heading)
                && placed.get(heading).entrySet().stream()
                        .limit(1)
                        .allMatch(area -> placed.entrySet().stream()
                                .filter(other -> !other.getKey().equals(heading))
                                .map(other -> other.getValue().get(area.getKey()))
                                .noneMatch(other -> other != null
                                        && PrintedPiece.touch(
                                                other.top(), area.getValue().top())));
    }

    private static List<String> order(Form form, List<String> words) {
        LabelledSheet first = form.sheets().get(0);
        return first.sheet().pieces().stream()
                .filter(first::label)
                .map(PrintedPiece::word)
                .filter(words::contains)
                .distinct()
                .toList();
    }

    /** The labels below which labels stand that the form prints several times. */
    private static List<String> contexts(Form form, List<Proposal> proposals, String heading) {
        Set<String> contexts = new LinkedHashSet<>();
        for (Proposal proposal : proposals) {
            if (proposal.context() != null && !proposal.context().equals(heading) && ambiguous(form, proposal)) {
                contexts.add(proposal.context());
            }
        }
        return new ArrayList<>(order(form, new ArrayList<>(contexts)));
    }

    /** True if a label of a field is printed elsewhere, too. */
    private static boolean ambiguous(Form form, Proposal proposal) {
        Map<String, Integer> own = new HashMap<>();
        proposal.words().forEach(w -> own.merge(w, 1, Integer::sum));
        int sheet = proposal.anchors().keySet().iterator().next();
        Map<String, Integer> times = form.sheets().get(sheet).times();
        return own.entrySet().stream()
                .anyMatch(e -> (proposal.part()
                                ? form.block().words().getOrDefault(e.getKey(), times.getOrDefault(e.getKey(), 1))
                                : times.getOrDefault(e.getKey(), 1))
                        > e.getValue());
    }

    /** The heading in whose area the field stands on most sheets; null for none. */
    private static String home(Proposal proposal, Map<String, Map<Integer, Area>> placed) {
        Map<String, Long> votes = new HashMap<>();
        long seen = 0;
        for (Map.Entry<Integer, PrintedPiece> anchor : proposal.anchors().entrySet()) {
            if (seen++ >= COMPARED) {
                break;
            }
            placed.forEach((heading, areas) -> {
                Area area = areas.get(anchor.getKey());
                if (area != null && area.holds(anchor.getValue())) {
                    votes.merge(heading, 1L, Long::sum);
                }
            });
        }
        long half = Math.min(seen, COMPARED) / 2;
        return votes.entrySet().stream()
                .filter(e -> e.getValue() > half)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /** The area of each heading on the first sheets, down to the next heading below and right to the next one on its line. */
    private static Map<String, Map<Integer, Area>> areas(Form form, List<String> headings, Map<Integer, Area> within) {
        Map<String, Map<Integer, Area>> areas = new LinkedHashMap<>();
        for (Map.Entry<Integer, Area> sheet : within.entrySet()) {
            LabelledSheet labelled = form.sheets().get(sheet.getKey());
            List<PrintedPiece> pieces = labelled.labels().stream()
                    .filter(p -> headings.contains(p.word()) && sheet.getValue().holds(p))
                    .sorted(Comparator.<PrintedPiece>comparingDouble(
                                    p -> p.box().y())
                            .thenComparingDouble(p -> p.box().x()))
                    .toList();
            for (PrintedPiece piece : pieces) {
                areas.computeIfAbsent(piece.word(), k -> new TreeMap<>())
                        .putIfAbsent(sheet.getKey(), area(piece, pieces, sheet.getValue()));
            }
        }
        return areas;
    }

    private static Area area(PrintedPiece heading, List<PrintedPiece> all, Area within) {
        double[] sides = sides(heading, all, within);
        double bottom = within.bottom();
        for (PrintedPiece other : all) {
            double[] theirs = sides(other, all, within);
            if (!sameLine(other, heading)
                    && other.box().y() > heading.box().y()
                    && theirs[0] < sides[1]
                    && theirs[1] > sides[0]) {
                bottom = Math.min(bottom, other.box().y());
            }
        }
        return new Area(sides[0], heading.box().y(), sides[1], bottom);
    }

    private static double[] sides(PrintedPiece heading, List<PrintedPiece> all, Area within) {
        double left = within.left();
        double right = within.right();
        for (PrintedPiece other : all) {
            if (other != heading && sameLine(other, heading)) {
                if (other.box().x() > heading.box().x()) {
                    right = Math.min(right, other.box().x());
                } else {
                    left = heading.box().x();
                }
            }
        }
        return new double[] {left, right};
    }

    private static boolean sameLine(PrintedPiece a, PrintedPiece b) {
        return a.middleY() >= b.box().y() && a.middleY() <= b.box().bottom();
    }

    /** The words that stand alone on their line of (almost) every sheet, once, and are no label of a field. */
    private static List<String> headings(Form form, List<Proposal> proposals, Set<String> noHeadings) {
        Set<String> used = proposals.stream().flatMap(p -> p.words().stream()).collect(Collectors.toSet());
        // A line with its text below may stand under two sections side by side, and is wider than both.
        Set<String> below = proposals.stream()
                .filter(p -> p.field().containsKey("below"))
                .flatMap(p -> p.words().stream())
                .collect(Collectors.toSet());
        Map<String, Integer> alone = new HashMap<>();
        for (LabelledSheet sheet : form.sheets()) {
            for (PrintedPiece label : sheet.labels()) {
                if ((!used.contains(label.word()) || (below.contains(label.word()) && !label.cell()))
                        && !form.year().opens(label.word())
                        && !noHeadings.contains(label.word())
                        && sheet.once(label)
                        && (label.cell() ? sheet.wholeRow(label) : label.word().length() > 2)) {
                    alone.merge(label.word(), 1, Integer::sum);
                }
            }
        }
        alone.values().removeIf(n -> n < ALWAYS * form.sheets().size());
        return new ArrayList<>(order(form, new ArrayList<>(alone.keySet())));
    }
}
