package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The content of one evaluation sheet in its public, RDF-free form; one JSON object a sheet. The groups exist only in
 * Java; in JSON their keys are all on one level. An absent value is null or empty, never zero.
 *
 * @param origin where the record comes from
 * @param head identifies the sheet
 * @param placement what the project is filed under
 * @param body content about the project
 * @param parts its sub-projects (細事業) in printed order
 * @param undecided globs of facts that the record leaves open (gold records only)
 * @param corrections values that the record states differently from the sheet
 * @param issues doubts that users of the record should know
 * @param evidence path of a fact → place where it was read; only on request
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

    /** Turns null lists and maps into empty ones. */
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

    /** The file the sheet was read from, or null. */
    public Source source() {
        return origin.source();
    }

    /** Facts of the form that the layout knows and the sheet does not print, or null. */
    public Context context() {
        return origin.context();
    }

    /** A copy with other issues and evidence. */
    public Sheet with(List<Issue> newIssues, Map<String, Evidence> newEvidence) {
        return new Sheet(origin, head, placement, body, parts, undecided, corrections, newIssues, newEvidence);
    }

    /**
     * One part as a sheet, with the evidence of the whole sheet and without the values that only the whole sheet has.
     */
    public Sheet of(Part part) {
        Head own = new Head(
                head.city(), head.fiscalYear(), null, null, part.number(), part.name(), null, null, null, null);
        Placement none = new Placement(null, null, null, null);
        return new Sheet(origin, own, none, part.body(), null, null, null, null, evidence);
    }

    /** A copy with another origin and position in its list. */
    public Sheet from(Origin newOrigin, Integer serial) {
        return new Sheet(
                newOrigin, head.with(serial), placement, body, parts, undecided, corrections, issues, evidence);
    }

    /** A copy with another placement and other attributes. */
    public Sheet placed(Placement newPlacement, Map<String, Object> attributes) {
        return new Sheet(
                origin, head, newPlacement, body.with(attributes), parts, undecided, corrections, issues, evidence);
    }

    /** A copy with other corrections. */
    public Sheet corrected(List<AppliedCorrection> newCorrections) {
        return new Sheet(origin, head, placement, body, parts, undecided, newCorrections, issues, evidence);
    }

    /**
     * Where a record comes from.
     *
     * @param layout id of the layout that matched
     * @param source the file the sheet was read from
     * @param context facts of the form that the sheet does not print
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Origin(String layout, Source source, Context context) {}

    /**
     * The identifying lines at the top of a sheet.
     *
     * @param city local government code, six digits (全国地方公共団体コード)
     * @param fiscalYear evaluated fiscal year, western
     * @param publishedYear fiscal year the form is named after, western; null if it is the evaluated year
     * @param serial position in a list, which distinguishes rows with equal number and name, or null
     * @param number project number as printed, leading zeros kept, or null
     * @param name project name as printed
     * @param department 担当部課 as printed, the first of several, or null
     * @param departments all departments if the sheet prints several, else empty
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
        /** Turns null departments into an empty list; {@code department} is then the only one. */
        public Head {
            departments = departments == null ? List.of() : List.copyOf(departments);
        }

        /** A copy with another serial. */
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
        /** Turns null lists into empty ones. */
        public Placement {
            budgetAccounts = budgetAccounts == null ? List.of() : List.copyOf(budgetAccounts);
            pledges = pledges == null ? List.of() : List.copyOf(pledges);
            policies = policies == null ? List.of() : List.copyOf(policies);
            sdgs = sdgs == null ? List.of() : List.copyOf(sdgs);
        }

        /** A copy with other policies. */
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
     * Facts of a form that the layout knows and the sheet does not print.
     *
     * @param currencyUnit yen per printed unit (1000 for 千円)
     * @param plan id of the plan that policies belong to
     * @param term id of the mayoral term that pledges belong to
     * @param scales rating scale id by criterion
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Context(String form, Integer currencyUnit, String plan, String term, Map<String, String> scales) {}

    /**
     * A budget account (予算科目).
     *
     * @param code e.g. 01-020108-16
     * @param name as printed; the form may cut it off
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record BudgetAccount(String code, String name) {}

    /**
     * An element of the city's plan.
     *
     * @param level basicPolicy, policy, measure or pillar; null if the columns print one path
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Policy(String level, String code, String label) {}

    /**
     * A printed SDG.
     *
     * @param goal 1 to 17
     * @param target e.g. 8.3 or 1.a; null if only the goal is printed
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Sdg(String goal, String target, String note) {}

    /**
     * A printed amount.
     *
     * @param label rows of a breakdown only
     * @param estimate true for 決算見込, else null
     * @param unit yen per printed unit if it differs from the form's, else null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Cost(
            String item, String label, String phase, int year, BigDecimal value, Boolean estimate, Integer unit) {}

    /**
     * A printed staffing figure.
     *
     * @param value BigDecimal, or Boolean for 有/無
     */
    public record Staffing(String item, int year, Object value) {
        /** Turns numbers into BigDecimal without trailing zeros, so that equal figures are equal values. */
        public Staffing {
            value = Facts.plain(value);
        }
    }

    /**
     * A rating.
     *
     * @param value the option's code if the form prints code and phrase, else as printed
     * @param by internal or external if a sheet prints both ratings, else null
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Rating(String criterion, String value, String reason, String by) {}

    /** The direction for the next year (方向性). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Direction(String value, String reason) {}
}
