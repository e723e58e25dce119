package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one evaluation sheet prints: the public, RDF-free form. One JSON object a sheet. Absent is null or empty, never zero.
 *
 * @param layout id of the layout that matched
 * @param source the bytes it was read from
 * @param context what the layout knows and the sheet does not print
 * @param city local government code, six digits (全国地方公共団体コード)
 * @param fiscalYear evaluated fiscal year, western
 * @param number project number as printed, leading zeros stay
 * @param name project name as printed
 * @param attributes short coded cells: String, Boolean or List of String
 * @param texts narrative cells by section key
 * @param evidence path of a fact to where it stands; only when asked for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "layout", "source", "context", "city", "fiscalYear", "serial", "number", "name", "department", "departmentCode",
    "section", "budgetAccounts", "pledges", "policies", "sdgs", "attributes", "texts", "costs", "staffing",
            "indicators",
    "ratings", "direction", "undecided", "issues", "evidence"
})
public record Sheet(
        String layout,
        Source source,
        Context context,
        String city,
        int fiscalYear,
        Integer serial,
        String number,
        String name,
        String department,
        String departmentCode,
        String section,
        List<BudgetAccount> budgetAccounts,
        List<String> pledges,
        List<Policy> policies,
        List<Sdg> sdgs,
        Map<String, Object> attributes,
        Map<String, String> texts,
        List<Cost> costs,
        List<Staffing> staffing,
        List<Indicator> indicators,
        List<Rating> ratings,
        Direction direction,
        List<String> undecided,
        List<Issue> issues,
        Map<String, Evidence> evidence) {

    /** Nulls of lists and maps become empty, so that nobody downstream asks for null. */
    public Sheet {
        budgetAccounts = budgetAccounts == null ? List.of() : List.copyOf(budgetAccounts);
        pledges = pledges == null ? List.of() : List.copyOf(pledges);
        policies = policies == null ? List.of() : List.copyOf(policies);
        sdgs = sdgs == null ? List.of() : List.copyOf(sdgs);
        attributes = attributes == null ? Map.of() : attributes;
        texts = texts == null ? Map.of() : texts;
        costs = costs == null ? List.of() : List.copyOf(costs);
        staffing = staffing == null ? List.of() : List.copyOf(staffing);
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        ratings = ratings == null ? List.of() : List.copyOf(ratings);
        undecided = undecided == null ? List.of() : List.copyOf(undecided);
        issues = issues == null ? List.of() : List.copyOf(issues);
        evidence = evidence == null ? Map.of() : evidence;
    }

    /** The same sheet without its evidence. */
    public Sheet withoutEvidence() {
        return with(issues, Map.of());
    }

    /** The same sheet with other issues and evidence. */
    public Sheet with(List<Issue> newIssues, Map<String, Evidence> newEvidence) {
        return copy(layout, source, context, serial, policies, attributes, newIssues, newEvidence);
    }

    /** The same sheet at other places of the plan, with other attributes. */
    public Sheet placed(List<Policy> newPolicies, Map<String, Object> newAttributes) {
        return copy(layout, source, context, serial, newPolicies, newAttributes, issues, evidence);
    }

    /** The same facts, said to be read with this layout from these bytes. */
    public Sheet from(String newLayout, Source newSource, Context newContext, Integer newSerial) {
        return copy(newLayout, newSource, newContext, newSerial, policies, attributes, issues, evidence);
    }

    private Sheet copy(
            String newLayout,
            Source newSource,
            Context newContext,
            Integer newSerial,
            List<Policy> newPolicies,
            Map<String, Object> newAttributes,
            List<Issue> newIssues,
            Map<String, Evidence> newEvidence) {
        return new Sheet(
                newLayout,
                newSource,
                newContext,
                city,
                fiscalYear,
                newSerial,
                number,
                name,
                department,
                departmentCode,
                section,
                budgetAccounts,
                pledges,
                newPolicies,
                sdgs,
                newAttributes,
                texts,
                costs,
                staffing,
                indicators,
                ratings,
                direction,
                undecided,
                newIssues,
                newEvidence);
    }

    private static Object plain(Object value) {
        if (!(value instanceof Number)) {
            return value;
        }
        BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /**
     *
     *
     * @param file path as given
     * @param sha256 64 hex digits
     * @param pages first and last page, or null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Source(String file, String sha256, List<Integer> pages) {}

    /**
     * What the layout knows of its form and the sheet does not print.
     *
     * @param currencyUnit yen in one printed unit (1000 for 千円)
     * @param plan id of the plan that policies belong to
     * @param term id of the mayoral term that pledges belong to
     * @param scales rating scale id by criterion
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Context(String form, Integer currencyUnit, String plan, String term, Map<String, String> scales) {}

    /**
     * 予算科目.
     *
     * @param code e.g. 01-020108-16
     * @param name as printed, may be cut by the form
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record BudgetAccount(String code, String name) {}

    /**
     * An element of the city's plan.
     *
     * @param level basicPolicy, policy, measure, pillar, or null where columns print one path
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Policy(String level, String code, String label) {}

    /**
     * A printed SDG.
     *
     * @param goal 1 to 17
     * @param target e.g. 8.3 or 1.a, null when only the goal is printed
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Sdg(String goal, String target, String note) {}

    /**
     * A printed amount in the form's unit (千円).
     *
     * @param label breakdown rows only
     * @param estimate true for 決算見込, else null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Cost(String item, String label, String phase, int year, BigDecimal value, Boolean estimate) {}

    /**
     * Staff put in.
     *
     * @param value BigDecimal, or Boolean for 有/無
     */
    public record Staffing(String item, int year, Object value) {
        /** Any number becomes a BigDecimal, so that equal figures are equal values. */
        public Staffing {
            value = plain(value);
        }
    }

    /**
     * An indicator slot that has a name.
     *
     * @param slot 1-based position on the form
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Indicator(
            int slot,
            String name,
            String unit,
            String kind,
            String description,
            Boolean resilienceIndicator,
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Value> values) {
        /** Null values become none. */
        public Indicator {
            values = values == null ? List.of() : List.copyOf(values);
        }

        /**
         *
         *
         * @param kind target, actual or forecast
         * @param value BigDecimal, or String when it is no number
         */
        public record Value(String kind, int year, Object value) {
            /** Any number becomes a BigDecimal, so that equal figures are equal values. */
            public Value {
                value = plain(value);
            }
        }
    }

    /**
     * A rating.
     *
     * @param value the option's code where the form prints code and phrase, else as printed
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rating(String criterion, String value, String reason) {}

    /** 方向性. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Direction(String value, String reason) {}

    /**
     * What the reader should doubt.
     *
     * @param code name of a finding code
     * @param severity error, warning or info
     * @param field path of a fact or a glob over such paths, no wider than the doubt
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Issue(String code, String severity, String field, String message, Integer page, String text) {}

    /**
     * Where a fact stands.
     *
     * @param page 1-based
     * @param line 1-based line of a text source, or null
     * @param box x, y, width, height in points, origin top left of the page as shown, or null
     * @param text as printed
     * @param locator how the layout found it
     * @param confidence 0 to 1
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Evidence(int page, Integer line, List<Double> box, String text, String locator, Double confidence) {}
}
