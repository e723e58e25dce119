package org.jigyo.serve.table;

import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How a page shows a table.
 *
 * @param language ja or en
 * @param scale scale of amounts of money
 * @param href the address on this server for an IRI, or for an address relative to the base; null if there is no link to it
 * @param name the name of the thing that an address leads to; null if it has none
 * @param printed the address of the place where the observation with an IRI is printed
 */
public record Display(
        String language,
        Scale scale,
        UnaryOperator<String> href,
        Function<String, String> name,
        UnaryOperator<String> printed) {}
