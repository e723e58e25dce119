package org.jigyo.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * line by line, so that no sheet has to be kept. Not thread-safe.
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

    /**
     * What these checks need of one sheet.
     *
     * @param layout id of its layout
     * @param key what no other sheet of the run should share
     * @param file its file, or null
     * @param title printed number and name
     * @param filled the fields, among those whose layout states how often they are filled, that it fills
     */
    public record Line(String layout, String key, String file, String title, List<String> filled) {}

    /** Counts a sheet. */
    public void add(Sheet sheet) {
        line(sheet).ifPresent(this::add);
    }

    /** What is needed of a sheet; empty if its layout is unknown. */
    public Optional<Line> line(Sheet sheet) {
        Layout layout = layouts.get(sheet.origin().layout());
        if (layout == null) {
            return Optional.empty();
        }
        Map<String, Object> facts = layout.fill().isEmpty() ? Facts.head(sheet) : Facts.of(sheet);
        List<String> filled = layout.fill().keySet().stream()
                .filter(glob ->
                        facts.containsKey(glob) || facts.keySet().stream().anyMatch(FieldPath.of(glob)::covers))
                .toList();
        String file = sheet.source() == null ? null : sheet.source().file();
        String key = String.join("|", sheet.city(), "" + sheet.fiscalYear(), layout.form(), identity(layout, facts));
        return Optional.of(new Line(layout.id(), key, file, Facts.title(sheet), filled));
    }

    /** Counts a sheet by its line. */
    public void add(Line line) {
        sheets.merge(line.layout(), 1, Integer::sum);
        line.filled()
                .forEach(glob -> filled.computeIfAbsent(line.layout(), k -> new TreeMap<>())
                        .merge(glob, 1, Integer::sum));
        String first = keys.putIfAbsent(line.key(), String.valueOf(line.file()));
        if (first != null) {
            repeated.add(Finding.warning(
                    Code.KEY_REPEATED,
                    new Place(line.file(), 0, 0, line.title(), null),
                    "a sheet with this "
                            + String.join(" and ", layouts.get(line.layout()).identity())
                            + " was already read from " + first));
        }
    }

    private static String identity(Layout layout, Map<String, Object> facts) {
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
