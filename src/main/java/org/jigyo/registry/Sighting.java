package org.jigyo.registry;

import java.util.List;

/**
 * A project as printed on one sheet.
 *
 * @param year evaluated fiscal year
 * @param number as printed
 * @param name as printed
 * @param accounts codes of the budget accounts, separated by spaces, may be empty
 * @param units department from the largest unit to the smallest, joined by slashes, may be empty
 */
public record Sighting(int year, String number, String name, String accounts, String units) {

    /** @param units its units, largest first */
    static Sighting of(Appearance sheet, List<String> units) {
        return new Sighting(
                sheet.fiscalYear(),
                sheet.number(),
                sheet.name(),
                Tables.cell(String.join(" ", sheet.accounts())),
                Tables.cell(String.join("/", units)));
    }

    Seen seen() {
        return Seen.of(year, number, name, units);
    }

    boolean sameNumber(Sighting other) {
        return !number.isEmpty() && plainNumber().equals(other.plainNumber());
    }

    boolean sharesAccount(Sighting other) {
        List<String> theirs = other.accountList();
        return !accounts.isEmpty() && accountList().stream().anyMatch(theirs::contains);
    }

    boolean sameUnit(Sighting other) {
        return !units.isEmpty() && plainUnits().equals(other.plainUnits());
    }

    boolean sameBureau(Sighting other) {
        return units.contains("/") && other.units.contains("/") && bureau().equals(other.bureau());
    }

    /** The number without leading zeros, width and punctuation. */
    String plainNumber() {
        return Names.plain(number).replaceFirst("^0+(?=.)", "");
    }

    List<String> accountList() {
        return List.of(accounts.split(" "));
    }

    String plainUnits() {
        return Names.plain(units);
    }

    /** The largest unit. */
    String bureau() {
        int slash = units.indexOf('/');
        return slash < 0 ? units : units.substring(0, slash);
    }
}
