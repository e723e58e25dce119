package org.jigyo.registry;

import java.util.List;
import org.jigyo.sheet.Sheet;

/**
 * A project as one sheet prints it.
 *
 * @param year evaluated fiscal year
 * @param number as printed
 * @param name as printed
 * @param accounts codes of the budget accounts, joined by a blank, may be empty
 * @param units department from the largest unit to the smallest, joined by a slash, may be empty
 */
public record Sighting(int year, String number, String name, String accounts, String units) {

    static Sighting of(Sheet sheet, DepartmentNames departments) {
        String accounts = String.join(
                " ",
                sheet.budgetAccounts().stream().map(Sheet.BudgetAccount::code).toList());
        String units = String.join("/", departments.path(sheet.city(), sheet.department(), null));
        return new Sighting(sheet.fiscalYear(), blankless(sheet.number()), sheet.name(), accounts, units);
    }

    private static String blankless(String number) {
        return number == null ? "" : number.strip();
    }

    /** Whether both print the same project of the same year: what a second run sees again. */
    boolean repeats(Sighting other) {
        return year == other.year
                && number.equals(other.number)
                && Names.plain(name).equals(Names.plain(other.name));
    }

    boolean sameNumber(Sighting other) {
        return !number.isEmpty() && plainNumber().equals(other.plainNumber());
    }

    boolean sharesAccount(Sighting other) {
        List<String> theirs = List.of(other.accounts.split(" "));
        return !accounts.isEmpty() && List.of(accounts.split(" ")).stream().anyMatch(theirs::contains);
    }

    boolean sameUnit(Sighting other) {
        return !units.isEmpty() && Names.plain(units).equals(Names.plain(other.units));
    }

    boolean sameBureau(Sighting other) {
        return units.contains("/")
                && other.units.contains("/")
                && units.split("/")[0].equals(other.units.split("/")[0]);
    }

    private String plainNumber() {
        return Names.plain(number).replaceFirst("^0+(?=.)", "");
    }
}
