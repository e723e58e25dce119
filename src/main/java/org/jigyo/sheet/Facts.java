package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Converts a sheet to facts (path → value) and back. Issues, evidence and scores use the same paths:
 * {@code texts/purpose}, {@code costs/total/settled/2022}, {@code indicators/1/actual/2023},
 * {@code policies/measure/①}. A value is a String, a BigDecimal or a Boolean; each option of a list attribute is a path
 * with the value TRUE. Paths of a part are those of a sheet with a prefix: {@code parts/1/costs/total/settled/2022}.
 *
 * <p>Law: {@code of(assemble(f)) = f} for every map of well-formed facts.
 */
public final class Facts {

    private Facts() {}

    /** All facts of a sheet, in the order of the record. */
    public static Map<String, Object> of(Sheet sheet) {
        Map<String, Object> facts = head(sheet);
        of(sheet.placement(), facts);
        of(sheet.body(), "", facts);
        Part.forEach(sheet.parts(), (path, part) -> {
            put(facts, path + "number", part.number());
            put(facts, path + "name", part.name());
            of(part.body(), path, facts);
        });
        return facts;
    }

    /** The facts that say which sheet it is: path → value. */
    public static Map<String, Object> head(Sheet sheet) {
        Map<String, Object> facts = new LinkedHashMap<>();
        put(facts, "city", sheet.city());
        put(facts, "fiscalYear", BigDecimal.valueOf(sheet.fiscalYear()));
        put(facts, "publishedYear", decimal(sheet.head().publishedYear()));
        put(facts, "number", sheet.number());
        put(facts, "name", sheet.name());
        put(facts, "department", sheet.head().department());
        sheet.head().departments().forEach(d -> facts.put("departments/" + d, true));
        put(facts, "departmentCode", sheet.head().departmentCode());
        put(facts, "section", sheet.head().section());
        return facts;
    }

    /** Number and name of a sheet for display; only the name if no number is printed. */
    public static String title(Sheet sheet) {
        return (sheet.number() == null ? "" : sheet.number() + " ") + sheet.name();
    }

    private static BigDecimal decimal(Integer number) {
        return number == null ? null : BigDecimal.valueOf(number);
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

    private static void of(Body body, String at, Map<String, Object> facts) {
        body.attributes().forEach((key, value) -> {
            if (value instanceof List<?> options) {
                options.forEach(o -> facts.put(at + "attributes/" + key + "/" + o, true));
            } else if (value instanceof Map<?, ?> years) {
                years.forEach((year, of) -> put(facts, at + "attributes/" + key + "/" + year, of));
            } else {
                put(facts, at + "attributes/" + key, value);
            }
        });
        body.texts().forEach((key, value) -> put(facts, at + "texts/" + key, value));
        for (Sheet.Cost c : body.costs()) {
            put(facts, at + path(c), c.value());
            put(facts, at + path(c) + "/unit", decimal(c.unit()));
        }
        body.staffing().forEach(s -> put(facts, at + path(s), s.value()));
        for (PrintedIndicator i : body.indicators()) {
            String base = at + "indicators/" + i.slot() + "/";
            put(facts, base + "name", i.name());
            put(facts, base + "unit", i.unit());
            put(facts, base + "kind", i.kind());
            put(facts, base + "description", i.description());
            put(facts, base + "resilienceIndicator", i.resilienceIndicator());
            put(facts, base + "improvement", i.improvement());
            put(facts, base + "accumulation", i.accumulation());
            i.values().forEach(v -> put(facts, base + v.kind() + "/" + v.year(), v.value()));
        }
        for (Sheet.Rating r : body.ratings()) {
            put(facts, at + path(r), r.value());
            put(facts, at + path(r) + "/reason", r.reason());
        }
        if (body.direction() != null) {
            put(facts, at + "direction", body.direction().value());
            put(facts, at + "direction/reason", body.direction().reason());
        }
    }

    /** A value with numbers as BigDecimal without trailing zeros, so that equal figures are equal values. */
    static Object plain(Object value) {
        if (!(value instanceof Number)) {
            return value;
        }
        BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** Paths of the amounts printed as estimates (決算見込). */
    public static Set<String> estimates(Sheet sheet) {
        Set<String> estimates = new HashSet<>();
        estimates(sheet.body(), "", estimates);
        Part.forEach(sheet.parts(), (path, part) -> estimates(part.body(), path, estimates));
        return estimates;
    }

    private static void estimates(Body body, String at, Set<String> into) {
        body.costs().stream()
                .filter(cost -> Boolean.TRUE.equals(cost.estimate()))
                .forEach(cost -> into.add(at + path(cost)));
    }

    /** The path of a rating. The rater, if any, precedes the criterion. */
    public static String path(Sheet.Rating rating) {
        return "ratings/" + (rating.by() == null ? "" : rating.by() + ".") + rating.criterion();
    }

    /** The path of a staffing figure. */
    public static String path(Sheet.Staffing staffing) {
        return "staffing/" + staffing.item() + "/" + staffing.year();
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
     * The sheet that states these facts. A fact with an unknown path, or a value of the wrong kind, is left out with an
     * issue.
     *
     * @param facts path → value; lists keep this order
     * @param estimates paths of amounts printed as estimates (決算見込)
     */
    public static Sheet assemble(Map<String, Object> facts, Set<String> estimates) {
        return SheetAssembly.of(facts, estimates);
    }

    /** The value as a whole number, or null if it is not one. */
    public static Integer whole(Object value) {
        boolean whole = value instanceof BigDecimal n
                && n.precision() - n.scale() <= 9
                && n.stripTrailingZeros().scale() <= 0;
        return whole ? Integer.valueOf(((BigDecimal) value).intValue()) : null;
    }
}
