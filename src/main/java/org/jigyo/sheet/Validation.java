package org.jigyo.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.nation.LocalGovernmentCode;

/**
 * A record that later stages can rely on: texts hold only characters that every format can carry, figures and years are
 * within what sheets print, keys can be part of an IRI, and the local government exists. A value that breaks a rule is
 * left out with an issue at its field; a sheet that cannot be identified without it is held back.
 *
 * @param sheet the record without the invalid values
 * @param heldBack true if the sheet must not be published; its issues of severity error say why
 */
public record Validation(Sheet sheet, boolean heldBack) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Validates a record from any source. */
    public static Validation of(Sheet sheet) {
        ValueChecks checks = new ValueChecks(sheet.evidence());
        Sheet.Origin origin = origin(sheet.origin(), checks);
        Sheet.Head head = head(sheet.head(), checks);
        Sheet.Placement placement = placement(sheet.placement(), checks);
        Body body = new BodyChecks(checks, "").body(sheet.body());
        List<Part> parts = parts(sheet.parts(), checks);
        Map<String, Evidence> evidence = evidence(sheet.evidence(), checks);
        List<AppliedCorrection> corrections =
                sheet.corrections().stream().map(AppliedCorrection::spelled).toList();
        List<Issue> issues = new ArrayList<>();
        sheet.issues().forEach(issue -> issues.add(spelled(issue)));
        issues.addAll(checks.issues());
        boolean heldBack = checks.issues().stream().anyMatch(issue -> issue.severity() == Severity.ERROR);
        Sheet sound = new Sheet(origin, head, placement, body, parts, sheet.undecided(), corrections, issues, evidence);
        return new Validation(sound, heldBack);
    }

    private static Issue spelled(Issue issue) {
        String field =
                issue.field() == null ? null : Characters.quoted(issue.field().glob());
        String text = issue.text() == null ? null : Characters.spelled(issue.text());
        String message = Characters.spelled(String.valueOf(issue.message()));
        return new Issue(issue.code(), issue.severity(), FieldPath.of(field), message, issue.page(), text);
    }

    private static Sheet.Origin origin(Sheet.Origin origin, ValueChecks checks) {
        return new Sheet.Origin(
                checks.id("layout", origin.layout()),
                origin.source() == null ? null : source(origin.source(), checks),
                origin.context() == null ? null : context(origin.context(), checks));
    }

    private static Sheet.Source source(Sheet.Source source, ValueChecks checks) {
        boolean named = source.file() != null
                && source.sha256() != null
                && SHA_256.matcher(source.sha256()).matches();
        String why = "does not name a file with its SHA-256";
        if (!checks.ofIdentity().holds(named, Code.VALUE_UNREADABLE, "source", why, source.sha256())) {
            return null;
        }
        List<Integer> pages = source.pages();
        boolean range = pages == null
                || (pages.size() == 2
                        && pages.stream().noneMatch(Objects::isNull)
                        && pages.get(0) >= 1
                        && pages.get(0) <= pages.get(1));
        boolean kept =
                checks.holds(range, Code.VALUE_UNREADABLE, "source/pages", "are not a first and a last page", pages);
        return new Sheet.Source(Characters.replaced(source.file()), source.sha256(), kept ? pages : null);
    }

    private static Sheet.Context context(Sheet.Context context, ValueChecks checks) {
        Integer unit = context.currencyUnit();
        String why = "is not a currency unit (1 or more yen)";
        boolean counts =
                checks.holds(unit == null || unit > 0, Code.VALUE_UNREADABLE, "context/currencyUnit", why, unit);
        Map<String, String> scales = new LinkedHashMap<>();
        if (context.scales() != null) {
            context.scales().forEach((criterion, scale) -> {
                String path = "context/scales/" + criterion;
                if (checks.key(path, criterion) && checks.id(path, scale) != null) {
                    scales.put(criterion, scale);
                }
            });
        }
        return new Sheet.Context(
                checks.id("context/form", context.form()),
                counts ? unit : null,
                checks.id("context/plan", context.plan()),
                checks.id("context/term", context.term()),
                scales);
    }

    private static Sheet.Head head(Sheet.Head head, ValueChecks checks) {
        ValueChecks identity = checks.ofIdentity();
        boolean exists = LocalGovernmentCode.exists(head.city());
        identity.holds(exists, Code.CODE_UNKNOWN, "city", "is not the code of a local government", head.city());
        identity.year("fiscalYear", head.fiscalYear());
        identity.required("name", head.name(), ValueChecks.NAME);
        boolean published = head.publishedYear() != null && checks.year("publishedYear", head.publishedYear());
        return new Sheet.Head(
                head.city(),
                head.fiscalYear(),
                published ? head.publishedYear() : null,
                head.serial(),
                identity.text("number", head.number(), ValueChecks.CODE),
                head.name(),
                checks.text("department", head.department(), ValueChecks.NAME),
                head.departments().stream()
                        .filter(d -> checks.required("departments/" + d, d, ValueChecks.NAME))
                        .toList(),
                checks.text("departmentCode", head.departmentCode(), ValueChecks.CODE),
                checks.text("section", head.section(), ValueChecks.NAME));
    }

    private static List<Part> parts(List<Part> parts, ValueChecks checks) {
        List<Part> kept = new ArrayList<>();
        Part.forEach(parts, (path, part) -> {
            String field = path.substring(0, path.length() - 1);
            boolean segment = part.number() == null || part.number().indexOf('/') < 0;
            // A part without a name is dropped as a whole; one issue covers it.
            if (checks.holds(segment, Code.VALUE_UNREADABLE, field, "is not the number of a part", part.number())
                    && (part.number() == null || checks.required(field, part.number(), ValueChecks.CODE))
                    && checks.required(field, part.name(), ValueChecks.NAME)
                    && checks.first(field, part.name())) {
                kept.add(new Part(part.number(), part.name(), new BodyChecks(checks, path).body(part.body())));
            }
        });
        return kept;
    }

    private static Sheet.Placement placement(Sheet.Placement placement, ValueChecks checks) {
        List<Sheet.BudgetAccount> accounts = new ArrayList<>();
        for (Sheet.BudgetAccount account : placement.budgetAccounts()) {
            String path = "budgetAccounts/" + account.code();
            if (checks.required(path, account.code(), ValueChecks.CODE)) {
                String name = checks.text(path, account.name(), ValueChecks.NAME);
                accounts.add(new Sheet.BudgetAccount(account.code(), name));
            }
        }
        return new Sheet.Placement(
                accounts,
                placement.pledges().stream()
                        .filter(pledge -> checks.required("pledges/" + pledge, pledge, ValueChecks.CODE))
                        .toList(),
                placement.policies().stream()
                        .map(policy -> policy(policy, checks))
                        .filter(Objects::nonNull)
                        .toList(),
                placement.sdgs().stream()
                        .map(sdg -> sdg(sdg, checks))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Sheet.Policy policy(Sheet.Policy policy, ValueChecks checks) {
        boolean coded = policy.code() != null;
        String id = coded ? policy.code() : policy.label();
        String path = "policies/" + (policy.level() == null ? "" : policy.level() + "/") + id;
        boolean named = checks.required(path, id, coded ? ValueChecks.CODE : ValueChecks.NAME)
                && (policy.level() == null || checks.key(path, policy.level()));
        return !named
                ? null
                : new Sheet.Policy(
                        policy.level(),
                        policy.code(),
                        coded ? checks.text(path, policy.label(), ValueChecks.NAME) : id);
    }

    private static Sheet.Sdg sdg(Sheet.Sdg sdg, ValueChecks checks) {
        boolean goal = sdg.goal() != null && SdgCode.goal(sdg.goal());
        boolean target = sdg.target() == null
                || (SdgCode.target(sdg.target()) && sdg.target().startsWith(sdg.goal() + "."));
        String code = sdg.target() == null ? sdg.goal() : sdg.target();
        String path = "sdgs/" + code;
        return checks.holds(goal && target, Code.CODE_UNKNOWN, path, "is not a goal or target of the SDGs", code)
                ? new Sheet.Sdg(sdg.goal(), sdg.target(), checks.text(path, sdg.note(), ValueChecks.NAME))
                : null;
    }

    private static Map<String, Evidence> evidence(Map<String, Evidence> evidence, ValueChecks checks) {
        Map<String, Evidence> kept = new LinkedHashMap<>();
        evidence.forEach((path, e) -> {
            if (e == null || checks.leftOut(path) || Characters.foreign(path).isPresent()) {
                return;
            }
            if (!placed(e)) {
                checks.doubt(Code.VALUE_UNREADABLE, path, "its place on the page is invalid and left out", e);
                return;
            }
            boolean foreign = Characters.foreign(e.text()).isPresent();
            if (foreign) {
                checks.doubt(Code.VALUE_UNREADABLE, path, "its printed text has unreadable characters", e.text());
            }
            String locator = e.locator() == null ? null : Characters.replaced(e.locator());
            String text = foreign ? Characters.replaced(e.text()) : e.text();
            boolean same = text.equals(e.text()) && Objects.equals(locator, e.locator());
            kept.put(path, same ? e : e.with(text, locator));
        });
        return kept;
    }

    private static boolean placed(Evidence e) {
        return e.page() >= 1
                && e.text() != null
                && (e.box() == null
                        || (e.box().size() == 4 && e.box().stream().allMatch(n -> n != null && Double.isFinite(n))))
                && (e.confidence() == null || (e.confidence() >= 0 && e.confidence() <= 1));
    }
}
