package org.jigyo.publish;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Place;
import org.jigyo.extract.Extractor;
import org.jigyo.registry.Appearance;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.Validation;

/**
 * The corrections of a publish. They are applied to readings, so that they also reach files that are not read again.
 */
record Amendments(List<Correction> corrections) {

    private static final Set<Code> OWN = EnumSet.of(Code.CORRECTION_APPLIED, Code.CORRECTION_STALE);

    /** A sheet as read, with corrections and without values that no record may hold. */
    Validation complete(Sheet read) {
        return Validation.of(Correction.apply(corrections, read));
    }

    /** The findings about corrections of a sheet, reported whenever the sheet is published. */
    static List<Finding> findings(String file, Sheet sheet) {
        return findings(file, sheet, true);
    }

    /** The other findings about a sheet, reported when its file is read. */
    static List<Finding> doubts(String file, Sheet sheet) {
        return findings(file, sheet, false);
    }

    private static List<Finding> findings(String file, Sheet sheet, boolean own) {
        return sheet.issues().stream()
                .filter(issue -> OWN.contains(issue.code()) == own)
                .map(issue -> Extractor.finding(file, sheet, issue))
                .toList();
    }

    private List<Correction> of(String city) {
        return corrections.stream()
                .filter(correction -> correction.city().equals(city))
                .toList();
    }

    /** Digest of the corrections of a city. */
    String digest(String city) {
        return DigestUtils.sha256Hex(of(city).toString());
    }

    /** Reports the corrections of a city that match none of its sheets. */
    List<Finding> idle(String city, List<Appearance> sheets) {
        return of(city).stream()
                .filter(c -> sheets.stream().noneMatch(s -> c.concerns(s.fiscalYear(), s.number(), s.name())))
                .map(c -> Finding.warning(
                        Code.CORRECTION_STALE,
                        new Place(null, 0, 0, c.number() + " " + c.name(), c.field()),
                        "no published sheet of " + city + " of " + c.fiscalYear()
                                + " has this number and name; nothing was corrected"))
                .toList();
    }
}
