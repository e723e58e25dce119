package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What one evaluation sheet prints: the public, RDF-free form, one JSON object a sheet. The groups are a matter of Java only; in JSON
 * their keys stand side by side. Absent is null or empty, never zero.
 *
 * @param origin where the record comes from
 * @param head what identifies the sheet
 * @param placement what the project is filed under
 * @param body what the sheet says about the project
 * @param parts its sub-projects (細事業) in the order printed
 * @param undecided globs of facts that the sheet leaves open (gold records only)
 * @param corrections what the record does not state as printed
 * @param issues what a user of the record should doubt
 * @param evidence path of a fact → where it stands; only when asked for
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Sheet(
        @JsonUnwrapped Origin origin,
        @JsonUnwrapped Head head,
        @JsonUnwrapped Placement placement,
        @JsonUnwrapped Body body,
        List<Part> parts,
        List<String> undecided,
        List<AppliedCorrection> corrections,
        List<Issue> issues,
        Map<String, Evidence> evidence) {

    /** Null lists and maps become empty. */
    public Sheet {
        parts = parts == null ? List.of() : List.copyOf(parts);
        undecided = undecided == null ? List.of() : List.copyOf(undecided);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        issues = issues == null ? List.of() : List.copyOf(issues);
        evidence = evidence == null ? Map.of() : evidence;
    }

    /** The local government code, six digits (全国地方公共団体コード). */
    public String city() {
        return head.city();
    }

    /** The evaluated fiscal year, western. */
    public int fiscalYear() {
        return head.fiscalYear();
    }

    /** The project number as printed, or null. */
    public String number() {
        return head.number();
    }

    /** The project name as printed. */
    public String name() {
        return head.name();
    }

    /** The file that the sheet was read from, or null. */
    public Source source() {
        return origin.source();
    }

    /** What the layout knows of the form and the sheet does not print, or null. */
    public Context context() {
        return origin.context();
    }

    /** The same sheet with other issues and evidence. */
    public Sheet with(List<Issue> newIssues, Map<String, Evidence> newEvidence) {
        return new Sheet(origin, head, placement, body, parts, undecided, corrections, newIssues, newEvidence);
    }

    /** One of the parts as a sheet of its own, with the evidence of the whole sheet and without what only that has. */
    public Sheet of(Part part) {
        Head own = new Head(
                head.city(), head.fiscalYear(), null, null, part.number(), part.name(), null, null, null, null);
        Placement none = new Placement(null, null, null, null);
        return new Sheet(origin, own, none, part.body(), null, null, null, null, evidence);
    }

    /** The same facts with another origin and position in its list. */
    public Sheet from(Origin newOrigin, Integer serial) {
        return new Sheet(
                newOrigin, head.with(serial), placement, body, parts, undecided, corrections, issues, evidence);
    }

    /** The same sheet with another placement and other attributes. */
    public Sheet placed(Placement newPlacement, Map<String, Object> attributes) {
        return new Sheet(
                origin, head, newPlacement, body.with(attributes), parts, undecided, corrections, issues, evidence);
    }

    /** The same sheet with other corrections. */
    public Sheet corrected(List<AppliedCorrection> newCorrections) {
        return new Sheet(origin, head, placement, body, parts, undecided, newCorrections, issues, evidence);
    }

    /**
     * Where a record comes from.
     *
     * @param layout id of the layout that matched
     * @param source the file that the sheet was read from
     * @param context what the layout knows and the sheet does not print
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Origin(String layout, Source source, Context context) {}

    /**
     * The identifying lines at the top of a sheet.
     *
     * @param city local government code, six digits (全国地方公共団体コード)
     * @param fiscalYear evaluated fiscal year, western
     * @param publishedYear fiscal year after which the form is named, western, or null when that is the evaluated one
     * @param serial position in a list, which tells rows with equal number and name apart, or null
     * @param number project number as printed, leading zeros kept, or null
     * @param name project name as printed
     * @param department 担当部課 as printed, the first of several, or null
     * @param departments all of them when the sheet prints several, else empty
     * @param departmentCode 組織コード as printed, or null
     * @param section 係名 as printed, or null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Head(
            String city,
            int fiscalYear,
            Integer publishedYear,
            Integer serial,
            String number,
            String name,
            String department,
            List<String> departments,
            String departmentCode,
            String section) {
        /** Null departments are none but the first. */
        public Head {
            departments = departments == null ? List.of() : List.copyOf(departments);
        }

        /** The same head with another serial. */
        public Head with(Integer newSerial) {
            return new Head(
                    city,
                    fiscalYear,
                    publishedYear,
                    newSerial,
                    number,
                    name,
                    department,
                    departments,
                    departmentCode,
                    section);
        }
    }

    /**
     * What a project is filed under: budget accounts, mayoral pledges, elements of the plan, SDGs.
     *
     * @param pledges pledge numbers as printed
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Placement(
            List<BudgetAccount> budgetAccounts, List<String> pledges, List<Policy> policies, List<Sdg> sdgs) {
        /** Null lists become empty. */
        public Placement {
            budgetAccounts = budgetAccounts == null ? List.of() : List.copyOf(budgetAccounts);
            pledges = pledges == null ? List.of() : List.copyOf(pledges);
            policies = policies == null ? List.of() : List.copyOf(policies);
            sdgs = sdgs == null ? List.of() : List.copyOf(sdgs);
        }

        /** The same placement with other policies. */
        public Placement with(List<Policy> newPolicies) {
            return new Placement(budgetAccounts, pledges, newPolicies, sdgs);
        }
    }

    /**
     * A file that was read.
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
     * A printed amount.
     *
     * @param label breakdown rows only
     * @param estimate true for 決算見込, else null
     * @param unit yen in one printed unit where that is not the form's, else null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Cost(
            String item, String label, String phase, int year, BigDecimal value, Boolean estimate, Integer unit) {}

    /**
     * Staff put in.
     *
     * @param value BigDecimal, or Boolean for 有/無
     */
    public record Staffing(String item, int year, Object value) {
        /** Any number becomes a BigDecimal, so that equal figures are equal values. */
        public Staffing {
            value = Facts.plain(value);
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
         * A figure of an indicator.
         *
         * @param kind target, actual or forecast
         * @param value BigDecimal, or String when it is no number
         */
        public record Value(String kind, int year, Object value) {
            /** Any number becomes a BigDecimal, so that equal figures are equal values. */
            public Value {
                value = Facts.plain(value);
            }
        }
    }

    /**
     * A rating.
     *
     * @param value the option's code where the form prints code and phrase, else as printed
     * @param by internal or external, where a sheet prints the ratings of both, else null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rating(String criterion, String value, String reason, String by) {}

    /** 方向性. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Direction(String value, String reason) {}
}
