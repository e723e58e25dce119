package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Builds the body of a sheet, or of one part, from facts. */
final class BodyAssembly {

    /** Beginning of the paths of indicators. */
    static final String INDICATORS = "indicators/";

    private static final String UNIT = "/unit";
    private static final Set<String> OF_BODY =
            Set.of("attributes", "texts", "costs", "staffing", "indicators", "ratings", "direction");

    private final Map<String, Object> all;
    private final String at;
    private final Set<String> estimates;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Sheet.Cost> costs = new ArrayList<>();
    private final List<Sheet.Staffing> staffing = new ArrayList<>();
    private final Map<Integer, Map<String, Object>> indicators = new TreeMap<>();
    private final Map<Integer, List<PrintedIndicator.Value>> indicatorValues = new TreeMap<>();
    private final Map<String, Map<String, String>> ratings = new LinkedHashMap<>();
    private final Map<String, String> direction = new LinkedHashMap<>();

    /**
     * An empty body.
     *
     * @param all all facts of the sheet
     * @param at prefix of this body's paths in {@code all}; empty for the sheet's own body
     * @param estimates paths in {@code all} of amounts that are estimates (決算見込)
     */
    BodyAssembly(Map<String, Object> all, String at, Set<String> estimates) {
        this.all = all;
        this.at = at;
        this.estimates = estimates;
    }

    /** True if a path, given without the body's prefix, belongs to a body. */
    static boolean has(String path) {
        return OF_BODY.contains(SheetAssembly.first(path));
    }

    /**
     * Adds a fact whose value fits its path.
     *
     * @param path path without the body's prefix
     * @return the reason why the fact cannot be added, or null
     */
    String take(String path, Object value) {
        String[] part = path.split("/", -1);
        switch (part[0]) {
            case "attributes" -> {
                return takeAttribute(part, path, value) ? null : "the field holds both a text and options";
            }
            case "costs" -> {
                return takeCost(part, path, (BigDecimal) value);
            }
            case "texts" -> texts.put(SheetAssembly.rest(path, 1), value.toString());
            case "staffing" -> staffing.add(new Sheet.Staffing(part[1], Integer.parseInt(part[2]), value));
            case "indicators" -> takeIndicator(part, value);
            case "ratings" ->
                ratings.computeIfAbsent(part[1], k -> new LinkedHashMap<>())
                        .put(part.length > 2 ? "reason" : "value", value.toString());
            default -> direction.put(part.length > 1 ? "reason" : "value", value.toString());
        }
        return null;
    }

    /** False if the field already holds a value of another kind. */
    @SuppressWarnings("unchecked")
    private boolean takeAttribute(String[] part, String path, Object value) {
        if (part.length == 2) {
            return attributes.putIfAbsent(part[1], value) == null;
        }
        if (!RecordPaths.KNOWN.entry(path)) {
            Object years = attributes.computeIfAbsent(part[1], k -> new LinkedHashMap<>());
            return years instanceof Map && ((Map<String, Object>) years).putIfAbsent(part[2], value) == null;
        }
        Object options = attributes.computeIfAbsent(part[1], k -> new ArrayList<>());
        return options instanceof List && ((List<Object>) options).add(SheetAssembly.rest(path, 2));
    }

    private String takeCost(String[] part, String path, BigDecimal value) {
        if (path.endsWith(UNIT)) {
            boolean amount = all.get(at + path.substring(0, path.length() - UNIT.length())) instanceof BigDecimal;
            return amount ? null : "is a unit without an amount";
        }
        Object printed = all.get(at + path + UNIT);
        Integer unit = Facts.whole(printed);
        if (printed != null && (unit == null || unit <= 0)) {
            return "has an unreadable unit";
        }
        int n = part.length;
        String label = n > 4 ? path.substring(part[0].length() + part[1].length() + 2, lastSlashes(path, 2)) : null;
        costs.add(new Sheet.Cost(
                part[1],
                label,
                part[n - 2],
                Integer.parseInt(part[n - 1]),
                value,
                estimates.contains(at + path) ? true : null,
                unit));
        return null;
    }

    private static int lastSlashes(String path, int count) {
        int at = path.length();
        for (int i = 0; i < count; i++) {
            at = path.lastIndexOf('/', at - 1);
        }
        return at;
    }

    private void takeIndicator(String[] part, Object value) {
        int slot = Integer.parseInt(part[1]);
        if (part.length == 3) {
            indicators.computeIfAbsent(slot, k -> new LinkedHashMap<>()).put(part[2], value);
        } else {
            indicatorValues
                    .computeIfAbsent(slot, k -> new ArrayList<>())
                    .add(new PrintedIndicator.Value(part[2], Integer.parseInt(part[3]), value));
        }
    }

    /**
     * True for a value that forms also print in unused slots: a zero, a kind or a unit. Any other value in a slot
     * without a name belongs to an indicator whose name was not read.
     */
    boolean nameless(String path, Object value) {
        if (!path.startsWith(INDICATORS)) {
            return false;
        }
        String[] part = path.split("/", -1);
        boolean says = part[2].equals("description")
                || (part.length == 4 && !(value instanceof BigDecimal n && n.signum() == 0));
        return says
                && !indicators.getOrDefault(Integer.valueOf(part[1]), Map.of()).containsKey("name");
    }

    Body body() {
        List<Sheet.Rating> rated = new ArrayList<>();
        ratings.forEach((key, of) -> {
            String by = key.matches("(internal|external)\\..*") ? key.substring(0, key.indexOf('.')) : null;
            String criterion = by == null ? key : key.substring(by.length() + 1);
            rated.add(new Sheet.Rating(criterion, of.get("value"), of.get("reason"), by));
        });
        Sheet.Direction directed =
                direction.isEmpty() ? null : new Sheet.Direction(direction.get("value"), direction.get("reason"));
        return new Body(attributes, texts, costs, staffing, slots(), rated, directed);
    }

    /** The slots that have a name. Values in a slot without one are the defaults of an unused slot. */
    private List<PrintedIndicator> slots() {
        List<PrintedIndicator> slots = new ArrayList<>();
        indicators.forEach((slot, of) -> {
            if (of.get("name") != null) {
                slots.add(new PrintedIndicator(
                        slot,
                        (String) of.get("name"),
                        (String) of.get("unit"),
                        (String) of.get("kind"),
                        (String) of.get("description"),
                        (Boolean) of.get("resilienceIndicator"),
                        (String) of.get("improvement"),
                        (String) of.get("accumulation"),
                        indicatorValues.get(slot)));
            }
        });
        return slots;
    }
}
