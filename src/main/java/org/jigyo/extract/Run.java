package org.jigyo.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Place;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/**
 * Checks that concern a whole run: how often a field is filled, and whether two sheets have the same key. It is fed
 * sheet by sheet, so that no sheet has to be kept. Not thread-safe.
 */
public final class Run {

    /** With fewer sheets of a layout than this, a share means nothing. */
    private static final int ENOUGH = 10;

    private final Map<String, Layout> layouts = new TreeMap<>();
    private final Map<String, Integer> sheets = new TreeMap<>();
    private final Map<String, Map<String, Integer>> filled = new TreeMap<>();
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final List<Finding> repeated = new ArrayList<>();

    /** A run over forms of these layouts. */
    public Run(List<Layout> known) {
        known.forEach(l -> layouts.put(l.id(), l));
    }

    /** Counts a sheet. */
    public void add(Sheet sheet) {
        Layout layout = layouts.get(sheet.origin().layout());
        if (layout == null) {
            return;
        }
        sheets.merge(layout.id(), 1, Integer::sum);
        var paths = Facts.of(sheet).keySet();
        for (String glob : layout.fill().keySet()) {
            if (paths.stream().anyMatch(p -> FieldPath.of(glob).covers(p))) {
                filled.computeIfAbsent(layout.id(), k -> new TreeMap<>()).merge(glob, 1, Integer::sum);
            }
        }
        String file = sheet.source() == null ? null : sheet.source().file();
        String key = String.join("|", sheet.city(), "" + sheet.fiscalYear(), layout.form(), identity(layout, sheet));
        String first = keys.putIfAbsent(key, String.valueOf(file));
        if (first != null) {
            repeated.add(Finding.warning(
                    Code.KEY_REPEATED,
                    new Place(file, 0, 0, Facts.title(sheet), null),
                    "a sheet with this " + String.join(" and ", layout.identity()) + " was already read from "
                            + first));
        }
    }

    private static String identity(Layout layout, Sheet sheet) {
        Map<String, Object> facts = Facts.of(sheet);
        return layout.identity().stream()
                .map(path -> Printed.key("" + facts.get(path)))
                .collect(Collectors.joining("|"));
    }

    /** The findings about the run as a whole. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(repeated);
        sheets.forEach((id, count) -> {
            if (count >= ENOUGH) {
                layouts.get(id).fill().forEach((glob, expected) -> {
                    int n = filled.getOrDefault(id, Map.of()).getOrDefault(glob, 0);
                    if (n < expected * count) {
                        findings.add(Finding.warning(
                                Code.FILL_LOW,
                                new Place(null, 0, 0, id, glob),
                                "filled on " + n + " of " + count + " sheets, expected at least "
                                        + Math.round(expected * 100) + " %"));
                    }
                });
            }
        });
        return findings;
    }
}
