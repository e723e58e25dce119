package org.jigyo.publish;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.sheet.AppliedCorrection;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/**
 * A known misprint and its correction. It is applied only while the sheet still prints {@code was}; once the publisher
 * has corrected the sheet, the correction is stale, which is an error.
 *
 * @param city local government code
 * @param fiscalYear evaluated fiscal year, western
 * @param number project number as printed, or null if the form prints none
 * @param name project name as printed, because a number alone is ambiguous
 * @param field path of the fact
 * @param was the printed value
 * @param now the correct value
 * @param reason reason
 * @param who person or office that vouches for it
 * @param when date of the decision
 */
record Correction(
        String city,
        int fiscalYear,
        String number,
        String name,
        String field,
        String was,
        String now,
        String reason,
        String who,
        LocalDate when) {

    /** True if this corrects the sheet with this year, number and name; a missing number is the empty text. */
    boolean concerns(int year, String printedNumber, String printedName) {
        return fiscalYear == year
                && Printed.key(number == null ? "" : number).equals(Printed.key(printedNumber))
                && Printed.key(name).equals(Printed.key(printedName));
    }

    private boolean concerns(Sheet sheet) {
        String printedNumber = sheet.number() == null ? "" : sheet.number();
        return city.equals(sheet.city()) && concerns(sheet.fiscalYear(), printedNumber, "" + sheet.name());
    }

    /** Applies the corrections that concern a sheet; each leaves an issue. */
    static Sheet apply(List<Correction> corrections, Sheet printed) {
        Sheet corrected = printed;
        for (Correction correction : corrections) {
            if (correction.concerns(printed)) {
                corrected = correction.apply(corrected);
            }
        }
        return corrected;
    }

    private Sheet apply(Sheet sheet) {
        Map<String, Object> facts = new LinkedHashMap<>(Facts.of(sheet));
        Object printed = facts.get(field);
        List<Issue> issues = new ArrayList<>(sheet.issues());
        if (printed == null || !same(printed, was)) {
            String message = "the correction expects «" + was + "», but the sheet prints «"
                    + (printed == null ? "" : printed) + "»";
            issues.add(Issue.warning(Code.CORRECTION_STALE, field, message).as(Severity.ERROR));
            return sheet.with(issues, sheet.evidence());
        }
        facts.put(field, printed instanceof BigDecimal ? figure(now) : now);
        issues.add(Issue.warning(Code.CORRECTION_APPLIED, field, reason)
                .as(Severity.INFO)
                .printed(null, was));
        Sheet corrected = Facts.assemble(facts, Facts.estimates(sheet));
        issues.addAll(corrected.issues());
        List<AppliedCorrection> applied = new ArrayList<>(sheet.corrections());
        applied.add(new AppliedCorrection(field, was, now, reason, who, when.toString()));
        return corrected
                .from(sheet.origin(), sheet.head().serial())
                .with(issues, sheet.evidence())
                .corrected(applied);
    }

    /** The text as a number if it is one, because the value of an indicator may be a number or a text. */
    private static Object figure(String text) {
        return Printed.number(text).map(Object.class::cast).orElse(text);
    }

    private static boolean same(Object printed, String text) {
        if (printed instanceof BigDecimal number) {
            return Printed.number(text).filter(n -> n.compareTo(number) == 0).isPresent();
        }
        return Printed.key(printed.toString()).equals(Printed.key(text));
    }
}
