package org.jigyo.serve.table;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jigyo.query.Column;
import org.jigyo.serve.http.InLanguage;

/**
 * How a page shows an answer.
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
        UnaryOperator<String> printed)
        implements InLanguage {

    /** The name of the unit in which numbers of a column are shown; null if it has none. */
    String unit(Column column) {
        return column.unit() == Column.Unit.YEN
                ? scale(column).in(language)
                : column.unit() == null ? null : column.unit().in(language);
    }

    /** A number of a column, without its unit. */
    String number(BigDecimal number, Column column) {
        return column.unit() == Column.Unit.YEN ? scale(column).show(number) : Scale.grouped(number);
    }

    /** The scale of a column of amounts. Amounts per something are small, and always in yen. */
    private Scale scale(Column column) {
        return column.type() == Column.Type.DECIMAL ? Scale.YEN : scale;
    }

    /** Where the value of a column in a row leads to; an IRI without a link leads to itself. Empty if it leads nowhere. */
    static Optional<String> address(Column column, Rows.Term term, Map<String, Rows.Term> row) {
        Optional<String> link = column.address(variable ->
                Optional.ofNullable(row.get(variable)).map(Rows.Term::text).orElse(null));
        return link.isPresent() || !term.iri() ? link : Optional.of(term.text());
    }

    /** The name that stands for the value of a column in a row; empty if the value is shown itself. */
    Optional<String> named(Column column, Rows.Term term, Map<String, Rows.Term> row) {
        return column.named() ? address(column, term, row).map(name) : Optional.empty();
    }
}
