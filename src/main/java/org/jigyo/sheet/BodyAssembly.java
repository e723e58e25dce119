package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Puts together what a sheet says about its project, or about a part of it. */
final class BodyAssembly {

    private static final String UNIT = "/unit";

    private final Map<String, Object> all;
    private final String at;
    private final Set<String> estimates;
    private final Map<String, Object> attributes = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Sheet.Cost> costs = new ArrayList<>();
    private final List<Sheet.Staffing> staffing = new ArrayList<>();
    private final Map<Integer, Map<String, Object>> indicators = new TreeMap<>();
    private final Map<Integer, List<Sheet.Indicator.Value>> indicatorValues = new TreeMap<>();
    private final Map<String, Map<String, String>> ratings = new LinkedHashMap<>();
    private final Map<String, String> direction = new LinkedHashMap<>();

    /**
     * An empty body.
     *
     * @param all the facts of the whole sheet
     * @param at what stands before this body's paths among them, empty for the sheet's own
     * @param estimates paths, among all, of amounts that are estimates
     */
    BodyAssembly(Map<String, Object> all, String at, Set<String> estimates) {
        this.all = all;
        this.at = at;
        this.estimates = estimates;
    }

    /** Takes a fact, its path without what stands before this body's; false when it is none of a body. */
    boolean take(String path, Object value) {
        String[] part = path.split("/", -1);
        switch (part[0]) {
            case "attributes" -> takeAttribute(part, path, value);
            case "texts" -> texts.put(SheetAssembly.rest(path, 1), value.toString());
            case "costs" -> takeCost(part, path, (BigDecimal) value);
            case "staffing" -> staffing.add(new Sheet.Staffing(part[1], Integer.parseInt(part[2]), value));
            case "indicators" -> takeIndicator(part, value);
            case "ratings" ->
                ratings.computeIfAbsent(part[1], k -> new LinkedHashMap<>())
                        .put(part.length > 2 ? "reason" : "value", value.toString());
            case "direction" -> direction.put(part.length > 1 ? "reason" : "value", value.toString());
            default -> {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private void takeAttribute(String[] part, String path, Object value) {
        if (part.length == 2) {
            attributes.put(part[1], value);
        } else if (part[2].matches("[12]\\d{3}")) {
            ((Map<String, Object>) attributes.computeIfAbsent(part[1], k -> new LinkedHashMap<>())).put(part[2], value);
        } else {
            ((List<Object>) attributes.computeIfAbsent(part[1], k -> new ArrayList<>()))
                    .add(SheetAssembly.rest(path, 2));
        }
    }

    private void takeCost(String[] part, String path, BigDecimal value) {
        if (path.endsWith(UNIT)) {
            return;
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
                all.get(at + path + UNIT) instanceof BigDecimal unit ? unit.intValue() : null));
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
                    .add(new Sheet.Indicator.Value(part[2], Integer.parseInt(part[3]), value));
        }
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

    /** Only slots that have a name are indicators: values without one are what an empty slot prints. */
    private List<Sheet.Indicator> slots() {
        List<Sheet.Indicator> slots = new ArrayList<>();
        indicators.forEach((slot, of) -> {
            if (of.get("name") != null) {
                slots.add(new Sheet.Indicator(
                        slot,
                        (String) of.get("name"),
                        (String) of.get("unit"),
                        (String) of.get("kind"),
                        (String) of.get("description"),
                        (Boolean) of.get("resilienceIndicator"),
                        indicatorValues.get(slot)));
            }
        });
        return slots;
    }
}
