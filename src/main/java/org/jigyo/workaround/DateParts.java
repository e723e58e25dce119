package org.jigyo.workaround;

import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeSeconds;
import org.apache.jena.sparql.expr.E_DateTimeYear;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * Parts of dates as canonical numbers. Jena's MONTH returns {@code "04"^^xsd:integer}, which does not join with 4; DAY,
 * HOURS, MINUTES and SECONDS do likewise. Not reported upstream.
 */
final class DateParts extends ExprFunction1 {

    private DateParts(Expr part) {
        super(part, "date-part");
    }

    /** A part of a date as a canonical number; any other function unchanged. */
    static Expr mended(Expr function) {
        boolean part = function instanceof E_DateTimeYear
                || function instanceof E_DateTimeMonth
                || function instanceof E_DateTimeDay
                || function instanceof E_DateTimeHours
                || function instanceof E_DateTimeMinutes
                || function instanceof E_DateTimeSeconds;
        return part ? new DateParts(function) : function;
    }

    @Override
    public NodeValue eval(NodeValue part) {
        return part.isInteger() ? NodeValue.makeInteger(part.getInteger()) : NodeValue.makeDecimal(part.getDecimal());
    }

    @Override
    public Expr copy(Expr part) {
        return new DateParts(part);
    }
}
