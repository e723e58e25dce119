package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the facts of a sheet together again: the other half of {@link Facts#of}. */
final class SheetAssembly {

    private static final String PARTS = "parts/";

    private final Map<String, Object> facts;
    private final Set<String> estimates;
    private final Map<String, Object> plain = new LinkedHashMap<>();
    private final List<String> departments = new ArrayList<>();
    private final List<Sheet.BudgetAccount> accounts = new ArrayList<>();
    private final List<String> pledges = new ArrayList<>();
    private final List<Sheet.Policy> policies = new ArrayList<>();
    private final List<Sheet.Sdg> sdgs = new ArrayList<>();
    private final Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
    private final BodyAssembly body;

    private SheetAssembly(Map<String, Object> facts, Set<String> estimates) {
        this.facts = facts;
        this.estimates = estimates;
        this.body = new BodyAssembly(facts, "", estimates);
    }

    static Sheet of(Map<String, Object> facts, Set<String> estimates) {
        SheetAssembly assembly = new SheetAssembly(facts, estimates);
        facts.forEach(assembly::take);
        return assembly.sheet();
    }

    private void take(String path, Object value) {
        String[] part = path.split("/", -1);
        switch (part[0]) {
            case "departments" -> departments.add(rest(path, 1));
            case "budgetAccounts" ->
                accounts.add(new Sheet.BudgetAccount(rest(path, 1), value instanceof String s ? s : null));
            case "pledges" -> pledges.add(rest(path, 1));
            case "policies" -> takePolicy(part, path, value);
            case "sdgs" -> sdgs.add(sdg(rest(path, 1), value));
            case "parts" ->
                parts.computeIfAbsent(PARTS + part[1] + "/", k -> new LinkedHashMap<>())
                        .put(rest(path, 2), value);
            default -> {
                if (!body.take(path, value)) {
                    plain.put(path, value);
                }
            }
        }
    }

    private void takePolicy(String[] part, String path, Object value) {
        boolean levelled = part.length > 2;
        String code = rest(path, levelled ? 2 : 1);
        String label = value instanceof String s ? s : null;
        policies.add(new Sheet.Policy(levelled ? part[1] : null, code.equals(label) ? null : code, label));
    }

    private static Sheet.Sdg sdg(String code, Object value) {
        String note = value instanceof String s ? s : null;
        int dot = code.indexOf('.');
        return dot < 0 ? new Sheet.Sdg(code, null, note) : new Sheet.Sdg(code.substring(0, dot), code, note);
    }

    /** A path without its first segments. */
    static String rest(String path, int segments) {
        int at = 0;
        for (int i = 0; i < segments; i++) {
            at = path.indexOf('/', at) + 1;
        }
        return path.substring(at);
    }

    private Part part(String at, Map<String, Object> own) {
        BodyAssembly partBody = new BodyAssembly(facts, at, estimates);
        own.forEach(partBody::take);
        return new Part(text(own, "number"), text(own, "name"), partBody.body());
    }

    private static String text(Map<String, Object> from, String key) {
        Object value = from.get(key);
        return value == null ? null : value.toString();
    }

    private static Integer year(Object value) {
        return value instanceof BigDecimal year ? Integer.valueOf(year.intValue()) : null;
    }

    private Sheet sheet() {
        List<Part> printed = new ArrayList<>();
        parts.forEach((at, own) -> {
            // What stands in a block without a name is what an empty block prints.
            if (own.get("name") != null) {
                printed.add(part(at, own));
            }
        });
        return new Sheet(
                new Sheet.Origin(text(plain, "layout"), null, null),
                head(),
                new Sheet.Placement(accounts, pledges, policies, sdgs),
                body.body(),
                printed,
                null,
                null,
                null);
    }

    private Sheet.Head head() {
        Integer evaluated = year(plain.get("fiscalYear"));
        return new Sheet.Head(
                text(plain, "city"),
                evaluated == null ? 0 : evaluated,
                year(plain.get("publishedYear")),
                null,
                text(plain, "number"),
                text(plain, "name"),
                text(plain, "department"),
                departments,
                text(plain, "departmentCode"),
                text(plain, "section"));
    }
}
