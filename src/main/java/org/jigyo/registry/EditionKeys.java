package org.jigyo.registry;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jigyo.sheet.Sheet;

/**
 * Keys of editions: what one city printed for one evaluated year on one form. A second form of the year, and a reprint that says
 * otherwise about a project of the same form, get the next number.
 */
final class EditionKeys {

    private final TreeMap<String, String> given;
    private final Set<String> taken = new HashSet<>();

    EditionKeys(Map<String, String> given) {
        this.given = new TreeMap<>(given);
    }

    String of(Sheet sheet, String project) {
        String year = sheet.city() + " " + sheet.fiscalYear() + " ";
        String form = year + "form " + Assigning.form(sheet);
        String sha = sheet.source() == null ? "" : sheet.source().sha256();
        String edition = key(form, year, sheet.fiscalYear());
        if (!given.containsKey(form + " " + sha) && taken.add(edition + " " + project)) {
            return edition;
        }
        // The same project again on the same form: the file that says so is a reprint.
        String reprint = key(form + " " + sha, year, sheet.fiscalYear());
        taken.add(reprint + " " + project);
        return reprint;
    }

    private String key(String what, String year, int fiscalYear) {
        return given.computeIfAbsent(what, k -> {
            long before =
                    given.keySet().stream().filter(g -> g.startsWith(year)).count();
            return before == 0 ? String.valueOf(fiscalYear) : fiscalYear + "-" + (before + 1);
        });
    }

    Map<String, String> all() {
        return given;
    }
}
