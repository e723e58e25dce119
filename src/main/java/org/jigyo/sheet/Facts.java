package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sheet as facts, path → value, and back. The paths are those of issues, evidence and scoring: {@code texts/purpose},
 * {@code costs/total/settled/2022}, {@code indicators/1/actual/2023}, {@code policies/measure/①}. Values are String,
 * BigDecimal, Boolean or, in a list attribute, TRUE behind the option's own path.
 *
 * <p>Law: {@code of(assemble(f)) = f} for every map of well-formed facts.
 */
public final class Facts {

    private Facts() {}

    /** All facts that a sheet states, in the order of the record. */
    public static Map<String, Object> of(Sheet sheet) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "city", sheet.city());
        put(facts, "fiscalYear", BigDecimal.valueOf(sheet.fiscalYear()));
        put(facts, "number", sheet.number());
        put(facts, "name", sheet.name());
        put(facts, "department", sheet.head().department());
        put(facts, "departmentCode", sheet.head().departmentCode());
        put(facts, "section", sheet.head().section());
        of(sheet.placement(), facts);
        of(sheet.body(), facts);
        return facts;
    }

    private static void of(Sheet.Placement placement, Map<String, Object> facts) {
        placement
                .budgetAccounts()
                .forEach(a -> facts.put("budgetAccounts/" + a.code(), a.name() == null ? true : a.name()));
        placement.pledges().forEach(p -> facts.put("pledges/" + p, true));
        for (Sheet.Policy p : placement.policies()) {
            String id = p.code() == null ? p.label() : p.code();
            facts.put(
                    "policies/" + (p.level() == null ? "" : p.level() + "/") + id,
                    p.label() == null ? true : p.label());
        }
        for (Sheet.Sdg s : placement.sdgs()) {
            facts.put("sdgs/" + (s.target() == null ? s.goal() : s.target()), s.note() == null ? true : s.note());
        }
    }

    private static void of(Sheet.Body body, Map<String, Object> facts) {
        body.attributes().forEach((key, value) -> {
            if (value instanceof List<?> options) {
                options.forEach(o -> facts.put("attributes/" + key + "/" + o, true));
            } else {
                put(facts, "attributes/" + key, value);
            }
        });
        body.texts().forEach((key, value) -> put(facts, "texts/" + key, value));
        body.costs().forEach(c -> put(facts, path(c), c.value()));
        body.staffing().forEach(s -> put(facts, "staffing/" + s.item() + "/" + s.year(), s.value()));
        for (Sheet.Indicator i : body.indicators()) {
            String base = "indicators/" + i.slot() + "/";
            put(facts, base + "name", i.name());
            put(facts, base + "unit", i.unit());
            put(facts, base + "kind", i.kind());
            put(facts, base + "description", i.description());
            put(facts, base + "resilienceIndicator", i.resilienceIndicator());
            i.values().forEach(v -> put(facts, base + v.kind() + "/" + v.year(), v.value()));
        }
        for (Sheet.Rating r : body.ratings()) {
            put(facts, "ratings/" + r.criterion(), r.value());
            put(facts, "ratings/" + r.criterion() + "/reason", r.reason());
        }
        if (body.direction() != null) {
            put(facts, "direction", body.direction().value());
            put(facts, "direction/reason", body.direction().reason());
        }
    }

    /** The path of an amount. */
    public static String path(Sheet.Cost cost) {
        return "costs/" + cost.item() + "/" + (cost.label() == null ? "" : cost.label() + "/") + cost.phase() + "/"
                + cost.year();
    }

    private static void put(Map<String, Object> facts, String path, Object value) {
        if (value != null) {
            facts.put(path, value);
        }
    }

    /**
     * The sheet that states these facts.
     *
     * @param facts path → value, in the order in which lists shall stand
     * @param estimates paths of amounts that are printed as estimates (決算見込)
     * @throws IllegalArgumentException for a path outside the record
     */
    public static Sheet assemble(Map<String, Object> facts, java.util.Set<String> estimates) {
        Assembly a = new Assembly();
        facts.forEach((path, value) -> a.take(path, value, estimates.contains(path)));
        return a.sheet();
    }

    private static final class Assembly {
        private final Map<String, Object> plain = new LinkedHashMap<>();
        private final List<Sheet.BudgetAccount> accounts = new ArrayList<>();
        private final List<String> pledges = new ArrayList<>();
        private final List<Sheet.Policy> policies = new ArrayList<>();
        private final List<Sheet.Sdg> sdgs = new ArrayList<>();
        private final Map<String, Object> attributes = new LinkedHashMap<>();
        private final Map<String, String> texts = new LinkedHashMap<>();
        private final List<Sheet.Cost> costs = new ArrayList<>();
        private final List<Sheet.Staffing> staffing = new ArrayList<>();
        private final Map<Integer, Map<String, Object>> indicators = new TreeMap<>();
        private final Map<Integer, List<Sheet.Indicator.Value>> indicatorValues = new TreeMap<>();
        private final Map<String, Map<String, String>> ratings = new LinkedHashMap<>();

        void take(String path, Object value, boolean estimate) {
            String[] part = path.split("/", -1);
            switch (part[0]) {
                case "budgetAccounts" ->
                    accounts.add(new Sheet.BudgetAccount(rest(path, 1), value instanceof String s ? s : null));
                case "pledges" -> pledges.add(rest(path, 1));
                case "policies" -> takePolicy(part, path, value);
                case "sdgs" -> sdgs.add(sdg(rest(path, 1), value));
                case "attributes" -> takeAttribute(part, path, value);
                case "texts" -> texts.put(rest(path, 1), value.toString());
                case "costs" -> takeCost(part, path, (BigDecimal) value, estimate);
                case "staffing" -> staffing.add(new Sheet.Staffing(part[1], Integer.parseInt(part[2]), value));
                case "indicators" -> takeIndicator(part, value);
                case "ratings" ->
                    ratings.computeIfAbsent(part[1], k -> new LinkedHashMap<>())
                            .put(part.length > 2 ? "reason" : "value", value.toString());
                default -> plain.put(path, value);
            }
        }

        private void takePolicy(String[] part, String path, Object value) {
            boolean levelled = part.length > 2;
            String code = rest(path, levelled ? 2 : 1);
            String label = value instanceof String s ? s : null;
            policies.add(new Sheet.Policy(levelled ? part[1] : null, code.equals(label) ? null : code, label));
        }

        private void takeAttribute(String[] part, String path, Object value) {
            if (part.length == 2) {
                attributes.put(part[1], value);
                return;
            }
            @SuppressWarnings("unchecked")
            List<Object> options = (List<Object>) attributes.computeIfAbsent(part[1], k -> new ArrayList<>());
            options.add(rest(path, 2));
        }

        private void takeCost(String[] part, String path, BigDecimal value, boolean estimate) {
            int n = part.length;
            String label = n > 4 ? path.substring(part[0].length() + part[1].length() + 2, lastSlashes(path, 2)) : null;
            costs.add(new Sheet.Cost(
                    part[1], label, part[n - 2], Integer.parseInt(part[n - 1]), value, estimate ? true : null));
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

        private static Sheet.Sdg sdg(String code, Object value) {
            String note = value instanceof String s ? s : null;
            int dot = code.indexOf('.');
            return dot < 0 ? new Sheet.Sdg(code, null, note) : new Sheet.Sdg(code.substring(0, dot), code, note);
        }

        private static String rest(String path, int from) {
            int at = 0;
            for (int i = 0; i < from; i++) {
                at = path.indexOf('/', at) + 1;
            }
            return path.substring(at);
        }

        private static int lastSlashes(String path, int count) {
            int at = path.length();
            for (int i = 0; i < count; i++) {
                at = path.lastIndexOf('/', at - 1);
            }
            return at;
        }

        private String text(String key) {
            Object value = plain.get(key);
            return value == null ? null : value.toString();
        }

        private Sheet sheet() {
            // Only slots that have a name are indicators: values without one are what an empty slot prints.
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
            List<Sheet.Rating> rated = new ArrayList<>();
            ratings.forEach(
                    (criterion, of) -> rated.add(new Sheet.Rating(criterion, of.get("value"), of.get("reason"))));
            String direction = text("direction");
            String why = text("direction/reason");
            Sheet.Direction directed = direction == null && why == null ? null : new Sheet.Direction(direction, why);
            return new Sheet(
                    new Sheet.Origin(text("layout"), null, null),
                    head(),
                    new Sheet.Placement(accounts, pledges, policies, sdgs),
                    new Sheet.Body(attributes, texts, costs, staffing, slots, rated, directed),
                    null,
                    null,
                    null);
        }

        private Sheet.Head head() {
            return new Sheet.Head(
                    text("city"),
                    plain.get("fiscalYear") instanceof BigDecimal y ? y.intValue() : 0,
                    null,
                    text("number"),
                    text("name"),
                    text("department"),
                    text("departmentCode"),
                    text("section"));
        }
    }
}
