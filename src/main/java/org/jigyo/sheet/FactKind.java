package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kinds of value in a record (String, BigDecimal, Boolean), and which of them each path accepts. */
public enum FactKind {
    /** A printed text. A number is accepted as one. */
    TEXT,
    /** A figure. */
    NUMBER,
    /** Yes or no. A list entry that consists of its path alone has the value true. */
    TRUTH;

    private record Rule(Pattern path, Set<FactKind> kinds) {}

    private static final Pattern ENTRY = Pattern.compile(
            "(departments|budgetAccounts|pledges|policies|sdgs|(parts/[^/]+/)?attributes/[^/]+)/.*", Pattern.DOTALL);
    private static final Pattern YEARLY = Pattern.compile("(parts/[^/]+/)?attributes/[^/]+/[12][0-9]{3}");
    private static final Pattern PART = Pattern.compile("parts/[^/]+/", Pattern.DOTALL);
    private static final String YEAR = "/[1-9][0-9]{0,8}";
    private static final String SLOT = "indicators/[1-9][0-9]{0,8}/";

    /** Rules by path pattern; the first match applies. */
    private static final List<Rule> RULES = List.of(
            rule("city|number|name|department|departmentCode|section|direction(/reason)?", EnumSet.of(TEXT)),
            rule("fiscalYear|publishedYear", EnumSet.of(NUMBER)),
            rule("departments/.+", EnumSet.of(TRUTH)),
            rule("(budgetAccounts|policies|sdgs)/[^/].*", EnumSet.of(TEXT, TRUTH)),
            rule("pledges/.+", EnumSet.of(TRUTH)),
            rule("attributes/(inPolicyPlan|mainInPlan)", EnumSet.of(TRUTH)),
            rule("attributes/[^/]+(/[12][0-9]{3})?", EnumSet.of(TEXT, TRUTH)),
            rule("attributes/[^/]+/.+", EnumSet.of(TRUTH)),
            rule("texts/[^/]+", EnumSet.of(TEXT)),
            rule("costs/[^/]+/(.+/)?[^/]+" + YEAR + "(/unit)?", EnumSet.of(NUMBER)),
            rule("staffing/[^/]+" + YEAR, EnumSet.of(NUMBER, TRUTH)),
            rule(SLOT + "(name|unit|kind|description)", EnumSet.of(TEXT)),
            rule(SLOT + "resilienceIndicator", EnumSet.of(TRUTH)),
            rule(SLOT + "[^/]+" + YEAR, EnumSet.of(NUMBER, TEXT)),
            rule("ratings/[^/]+(/reason)?", EnumSet.of(TEXT)));

    /** Cache of results by path, since all sheets of a form have the same paths. */
    private static final Map<String, Set<FactKind>> KNOWN = new ConcurrentHashMap<>();

    private static final int MOST_KNOWN = 4096;

    private static Rule rule(String path, Set<FactKind> kinds) {
        return new Rule(Pattern.compile(path, Pattern.DOTALL), kinds);
    }

    /** The kinds a path accepts; empty if a record has no such path. */
    public static Set<FactKind> at(String path) {
        Matcher part = PART.matcher(path);
        if (part.lookingAt()) {
            String own = path.substring(part.end());
            return BodyAssembly.has(own) || own.equals("number") || own.equals("name") ? ofSheet(own) : Set.of();
        }
        return ofSheet(path);
    }

    private static Set<FactKind> ofSheet(String path) {
        Set<FactKind> known = KNOWN.get(path);
        if (known != null) {
            return known;
        }
        Set<FactKind> kinds = ruled(path);
        if (KNOWN.size() < MOST_KNOWN) {
            KNOWN.put(path, kinds);
        }
        return kinds;
    }

    private static Set<FactKind> ruled(String path) {
        return RULES.stream()
                .filter(rule -> rule.path.matcher(path).matches())
                .findFirst()
                .map(Rule::kinds)
                .orElse(Set.of());
    }

    /** True for the path of a list entry, whose only value is true. */
    public static boolean entry(String path) {
        return ENTRY.matcher(path).matches() && !yearly(path);
    }

    /** True for the path of an attribute that is printed once a year. */
    static boolean yearly(String path) {
        return YEARLY.matcher(path).matches();
    }

    /** The value in the form its path requires: a number becomes a text where only texts are accepted. */
    static Object fitted(String path, Object value) {
        return value instanceof BigDecimal number && !at(path).contains(NUMBER) ? number.toPlainString() : value;
    }

    /** The reason why a path does not accept a value, or null. A number is accepted where a text is expected. */
    static String misfit(String path, Object value) {
        Set<FactKind> kinds = at(path);
        if (kinds.isEmpty()) {
            return "a sheet record has no such field";
        }
        if (value instanceof BigDecimal number && !ValueChecks.printable(number)) {
            return ValueChecks.TOO_LONG;
        }
        if (path.endsWith("Year") && kinds.contains(NUMBER) && Facts.whole(value) == null) {
            return "is not a year";
        }
        boolean fits = value instanceof String
                ? kinds.contains(TEXT)
                : value instanceof BigDecimal
                        ? kinds.contains(NUMBER) || kinds.contains(TEXT)
                        : value instanceof Boolean && kinds.contains(TRUTH);
        String expected =
                kinds.contains(NUMBER) ? "not a number" : kinds.contains(TEXT) ? "not a text" : "neither yes nor no";
        return fits ? null : "is " + expected;
    }
}
