package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jigyo.Finding.Code;

/** Builds a sheet from facts, the inverse of {@link Facts#of}. A fact that cannot be used leaves an issue. */
final class SheetAssembly {

    private static final String PARTS = "parts/";

    /** A part under construction: its number and name, and its body. */
    private record Block(Map<String, Object> head, BodyAssembly body) {}

    private final Map<String, Object> facts;
    private final Set<String> estimates;
    private final List<Issue> issues = new ArrayList<>();
    private final Map<String, Object> plain = new LinkedHashMap<>();
    private final List<String> departments = new ArrayList<>();
    private final List<Sheet.BudgetAccount> accounts = new ArrayList<>();
    private final List<String> pledges = new ArrayList<>();
    private final List<Sheet.Policy> policies = new ArrayList<>();
    private final List<Sheet.Sdg> sdgs = new ArrayList<>();
    private final Map<String, Block> parts = new LinkedHashMap<>();
    private final BodyAssembly body;

    private SheetAssembly(Map<String, Object> facts, Set<String> estimates) {
        this.facts = facts;
        this.estimates = estimates;
        this.body = new BodyAssembly(facts, "", estimates);
    }

    static Sheet of(Map<String, Object> facts, Set<String> estimates) {
        SheetAssembly assembly = new SheetAssembly(facts, estimates);
        facts.forEach(assembly::check);
        facts.forEach((path, value) -> {
            boolean slotted = path.startsWith(PARTS) || path.startsWith(BodyAssembly.INDICATORS);
            if (slotted && RecordPaths.KNOWN.misfit(path, value) == null && assembly.nameless(path, value)) {
                assembly.leaveOut(Code.SLOT_AMBIGUOUS, path, "is in a slot without a name", value);
            }
        });
        return assembly.sheet();
    }

    private void leaveOut(Code code, String path, String why, Object value) {
        issues.add(Issue.warning(code, path, why + "; left out").printed(null, String.valueOf(value)));
    }

    private void check(String path, Object value) {
        if (value.equals(false) && RecordPaths.KNOWN.entry(path)) {
            return; // an option that the form marks as not chosen
        }
        String misfit = RecordPaths.KNOWN.misfit(path, value);
        String why = misfit == null ? take(path, RecordPaths.KNOWN.fitted(path, value)) : misfit;
        if (why != null) {
            leaveOut(Code.VALUE_UNREADABLE, path, why, value);
        }
    }

    /** Adds a fact whose value fits its path. Returns the reason why it cannot be added, or null. */
    private String take(String path, Object value) {
        switch (first(path)) {
            case "departments" -> departments.add(rest(path, 1));
            case "budgetAccounts" ->
                accounts.add(new Sheet.BudgetAccount(rest(path, 1), value instanceof String s ? s : null));
            case "pledges" -> pledges.add(rest(path, 1));
            case "policies" -> takePolicy(path, value);
            case "sdgs" -> sdgs.add(sdg(rest(path, 1), value));
            case "parts" -> {
                return takePart(path, value);
            }
            default -> {
                if (BodyAssembly.has(path)) {
                    return body.take(path, value);
                }
                plain.put(path, value);
            }
        }
        return null;
    }

    private String takePart(String path, Object value) {
        String own = rest(path, 2);
        Block block = parts.computeIfAbsent(
                block(path), at -> new Block(new LinkedHashMap<>(), new BodyAssembly(facts, at, estimates)));
        if (BodyAssembly.has(own)) {
            return block.body.take(own, value);
        }
        block.head.put(own, value);
        return null;
    }

    private static String block(String path) {
        return path.substring(0, path.length() - rest(path, 2).length());
    }

    /**
     * True for a fact in a slot or part whose name was not read. Zeros, kinds and units do not count, because unused
     * slots print them too.
     */
    private boolean nameless(String path, Object value) {
        if (!path.startsWith(PARTS)) {
            return body.nameless(path, value);
        }
        String own = rest(path, 2);
        Block block = parts.get(block(path));
        if (block != null && block.head.containsKey("name")) {
            return block.body.nameless(own, value);
        }
        boolean empty = value.equals(false) || (value instanceof BigDecimal n && n.signum() == 0);
        return !empty && !own.equals("number") && !own.endsWith("/unit") && !own.endsWith("/kind");
    }

    private void takePolicy(String path, Object value) {
        String[] part = path.split("/", -1);
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

    /** The first segment of a path. */
    static String first(String path) {
        int end = path.indexOf('/');
        return end < 0 ? path : path.substring(0, end);
    }

    /** A path without its first segments. */
    static String rest(String path, int segments) {
        int at = 0;
        for (int i = 0; i < segments; i++) {
            at = path.indexOf('/', at) + 1;
        }
        return path.substring(at);
    }

    private static String text(Map<String, Object> from, String key) {
        Object value = from.get(key);
        return value == null ? null : value.toString();
    }

    private Sheet sheet() {
        List<Part> printed = new ArrayList<>();
        for (Block block : parts.values()) {
            // Values of a block without a name are the defaults of an unused block.
            if (block.head.containsKey("name")) {
                printed.add(new Part(text(block.head, "number"), text(block.head, "name"), block.body.body()));
            }
        }
        return new Sheet(
                new Sheet.Origin(null, null, null),
                head(),
                new Sheet.Placement(accounts, pledges, policies, sdgs),
                body.body(),
                printed,
                null,
                null,
                issues,
                null);
    }

    private Sheet.Head head() {
        Integer evaluated = Facts.whole(plain.get("fiscalYear"));
        return new Sheet.Head(
                text(plain, "city"),
                evaluated == null ? 0 : evaluated,
                Facts.whole(plain.get("publishedYear")),
                null,
                text(plain, "number"),
                text(plain, "name"),
                text(plain, "department"),
                departments,
                text(plain, "departmentCode"),
                text(plain, "section"));
    }
}
