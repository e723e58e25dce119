package org.jigyo.layout.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.layout.Sequence;
import org.jigyo.layout.SequenceElement;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks a {@code sequence}. */
final class SequenceCheck {

    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}?");

    private final Sequence sequence;
    private final PathCheck paths;
    private final LabelCheck labels;
    private final Problems problems;
    private final Map<String, String> withs = new HashMap<>();
    private final Map<String, SequenceElement.Type> pools = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    SequenceCheck(Sequence sequence, PathCheck paths, Problems problems) {
        this.sequence = sequence;
        this.paths = paths;
        this.problems = problems;
        this.labels = new LabelCheck(problems);
    }

    void check() {
        paths.check("fiscalYear", Holds.YEAR, "/sequence");
        if (new HashSet<>(sequence.rows()).size() < sequence.rows().size()) {
            problems.add("/sequence/rows", "a row is listed twice");
        }
        for (int s = 0; s < sequence.slots().size(); s++) {
            row(sequence.slots().get(s), "/sequence/slots/" + s);
        }
        elements(sequence.head(), "/sequence/head");
        for (int c = 0; c < sequence.chunks().size(); c++) {
            elements(sequence.chunks().get(c), "/sequence/chunks/" + c);
        }
        withs.forEach((path, at) -> {
            if (!said.contains(path)) {
                problems.add(at, "no slot reads «" + path + "»" + Nearest.hint(path, said));
            }
        });
    }

    private void row(String row, String at) {
        if (!sequence.rows().contains(row)) {
            problems.add(
                    at,
                    "there is no row «" + row + "»" + Nearest.hint(row, sequence.rows()) + "; rows: "
                            + String.join(", ", sequence.rows()));
        }
    }

    private void elements(List<SequenceElement> elements, String at) {
        for (int e = 0; e < elements.size(); e++) {
            SequenceElement element = elements.get(e);
            String place = at + "/" + e;
            row(element.row(), place + "/row");
            if (element.when() != null) {
                row(element.when(), place + "/when");
            }
            if (element.with() != null) {
                withs.put(element.with(), place + "/with");
            }
            if (element.label() != null) {
                labels.literal(element.label(), true, place + "/label");
                if (element.to() != null) {
                    problems.addKey(place, "to", "a label cannot have a path; remove «to», or use «slot» for a value");
                }
            } else {
                slot(element, place);
            }
        }
    }

    private void slot(SequenceElement element, String at) {
        SequenceElement.Type type = element.slot();
        if (type == SequenceElement.Type.CODE && element.codes() == null) {
            problems.add(at, "slot code needs a code list; add codes: name");
        }
        if (type == SequenceElement.Type.DIGITS
                && (element.digits() == null || element.digits() < 1 || element.digits() > 20)) {
            problems.add(at, "slot digits needs their number; add digits: 8");
        }
        if ((type == SequenceElement.Type.PAIRS) != (element.and() != null)) {
            problems.add(at, "slot pairs needs two paths, «to» and «and»; other slots have no «and»");
        }
        if (element.pool() != null
                && pools.putIfAbsent(element.pool(), type) != null
                && pools.get(element.pool()) != type) {
            problems.add(at + "/pool", "the slots of the pool «" + element.pool() + "» must all have the same type");
        }
        if (element.to() == null) {
            boolean needed = type == SequenceElement.Type.PAIRS
                    || type == SequenceElement.Type.SDGS
                    || type == SequenceElement.Type.TEXT;
            if (needed) {
                problems.add(at, "slot " + KeyCheck.word(type) + " needs «to», the path of its fact");
            }
            return;
        }
        if (places(element.to(), at + "/to")) {
            path(element, at);
        }
        if (element.and() != null && places(element.and(), at + "/and")) {
            said.add(element.and());
            paths.check(element.and(), Holds.TEXT, at + "/and");
        }
    }

    private boolean places(String path, String at) {
        Matcher m = PLACE.matcher(path);
        while (m.find()) {
            labels.year(m.group(), at);
            if (m.group().equals("{any year}")) {
                problems.add(at, "{any year} can only be used in a grid; write {year} or {year-1}");
                return false;
            }
        }
        return true;
    }

    private void path(SequenceElement element, String at) {
        String to = element.to();
        said.add(to);
        if (element.slot() == SequenceElement.Type.SDGS) {
            if (!to.equals("sdgs")) {
                problems.add(at + "/to", "slot sdgs always has the path «sdgs»");
            }
            paths.check("sdgs/{code}", Holds.NAME, at + "/to");
            return;
        }
        if (element.slot() == SequenceElement.Type.DASH) {
            problems.addKey(at, "to", "slot dash has no value; remove «to»");
            return;
        }
        boolean attribute = to.startsWith("attributes/");
        Holds reads = switch (element.slot()) {
            case NUMBER -> Holds.NUMBER;
            case VALUE -> Holds.FIGURE;
            case BOX -> Holds.BOOLEAN;
            case CODE -> {
                Holds listed = paths.through(element.codes(), to, at + "/codes");
                yield listed == Holds.BOOLEAN && !attribute ? Holds.TEXT : listed;
            }
            default -> Holds.TEXT;
        };
        // An element of the plan is named by its label until the tree provides its code.
        String template = to.startsWith("policies/") ? to + "/{code}" : to;
        if (reads != null) {
            paths.check(template, reads, at + "/to");
        }
    }
}
