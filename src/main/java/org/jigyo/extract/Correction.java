package org.jigyo.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jigyo.Finding.Code;
import org.jigyo.Finding.Severity;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.Validation;

/**
 * A printed figure or word that is known to be wrong, as data. It is applied only while the sheet still prints {@code was}; a
 * sheet that was mended by its publisher makes the correction stale, which is an error.
 *
 * @param city local government code
 * @param fiscalYear evaluated fiscal year, western
 * @param number project number as printed
 * @param name project name as printed, because a number alone identifies nothing
 * @param field path of the fact
 * @param was what is printed
 * @param now what is right
 * @param reason why, and who says so
 */
public record Correction(
        String city, int fiscalYear, String number, String name, String field, String was, String now, String reason) {

    private static final YAMLMapper MAPPER = new YAMLMapper();

    /** No part of a correction may be absent. */
    public Correction {
        for (String part : new String[] {city, number, name, field, was, now, reason}) {
            if (part == null || part.isBlank()) {
                throw new IllegalArgumentException(
                        "a correction needs city, fiscalYear, number, name, field, was, now and reason");
            }
        }
    }

    /**
     * The corrections of a YAML list.
     *
     * @throws IllegalArgumentException with the place, when the text is no such list
     */
    public static List<Correction> read(String yaml) {
        try {
            return MAPPER.readValue(yaml, new TypeReference<List<Correction>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    e.getOriginalMessage() + " (line " + e.getLocation().getLineNr() + ")", e);
        }
    }

    /** The sheet as everything after reading needs it: corrected, then without what no record may hold. */
    public static Validation complete(List<Correction> corrections, Sheet printed) {
        return Validation.of(apply(corrections, printed));
    }

    /** The sheet with those of the corrections that speak of it; each leaves an issue that keeps what was printed. */
    public static Sheet apply(List<Correction> corrections, Sheet sheet) {
        Sheet corrected = sheet;
        for (Correction c : corrections) {
            if (c.city.equals(sheet.city())
                    && c.fiscalYear == sheet.fiscalYear()
                    && Printed.key(c.number).equals(Printed.key("" + sheet.number()))
                    && Printed.key(c.name).equals(Printed.key("" + sheet.name()))) {
                corrected = c.apply(corrected);
            }
        }
        return corrected;
    }

    private Sheet apply(Sheet sheet) {
        Map<String, Object> facts = new LinkedHashMap<>(Facts.of(sheet));
        Object printed = facts.get(field);
        List<Issue> issues = new ArrayList<>(sheet.issues());
        if (printed == null || !same(printed, was)) {
            String message =
                    "the correction expects «" + was + "», printed is «" + (printed == null ? "" : printed) + "»";
            issues.add(Issue.warning(Code.CORRECTION_STALE, field, message).as(Severity.ERROR));
            return sheet.with(issues, sheet.evidence());
        }
        facts.put(field, printed instanceof BigDecimal ? Printed.number(now).orElseThrow() : now);
        issues.add(Issue.warning(Code.CORRECTION_APPLIED, field, reason)
                .as(Severity.INFO)
                .printed(null, was));
        Set<String> estimates = sheet.body().costs().stream()
                .filter(c -> Boolean.TRUE.equals(c.estimate()))
                .map(Facts::path)
                .collect(Collectors.toSet());
        return Facts.assemble(facts, estimates)
                .from(sheet.origin(), sheet.head().serial())
                .with(issues, sheet.evidence());
    }

    private static boolean same(Object printed, String text) {
        if (printed instanceof BigDecimal number) {
            return Printed.number(text).filter(n -> n.compareTo(number) == 0).isPresent();
        }
        return Printed.key(printed.toString()).equals(Printed.key(text));
    }
}
