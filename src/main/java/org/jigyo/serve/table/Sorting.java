package org.jigyo.serve.table;

import java.util.function.UnaryOperator;

/**
 * How a table is sorted by one of its columns.
 *
 * @param variable variable of the column; null if the rows are in the order of the query
 * @param descending whether the largest comes first
 * @param address the address of the table sorted in another way, given as {@link #of} reads it
 */
public record Sorting(String variable, boolean descending, UnaryOperator<String> address) {

    /**
     * Reads a parameter.
     *
     * @param given name of a variable, with a minus before it for the largest first; null for the order of the query
     */
    public static Sorting of(String given, UnaryOperator<String> address) {
        boolean descending = given != null && given.startsWith("-");
        return new Sorting(
                given == null || given.isEmpty() ? null : given.substring(descending ? 1 : 0), descending, address);
    }

    /** The rows in this order. */
    public Rows of(Rows rows) {
        return variable == null ? rows : rows.sorted(variable, descending);
    }

    /** Where the table is sorted by a column: numbers first from the largest, the column it is sorted by the other way. */
    String by(String column, boolean number) {
        return address.apply((column.equals(variable) ? !descending : number) ? "-" + column : column);
    }

    /** How it is sorted by a column, as ARIA calls it; null if it is not. */
    String order(String column) {
        return !column.equals(variable) ? null : descending ? "descending" : "ascending";
    }
}
