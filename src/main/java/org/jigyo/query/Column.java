package org.jigyo.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a stored query's answer, as its decorators describe it. Pages, readable CSV, OpenAPI and pictures are made
 * from this alone.
 *
 * @param label heading, English
 * @param labelJa heading, Japanese
 * @param brief heading where there is little room, English; null for the label
 * @param briefJa heading where there is little room, Japanese; null for the label
 * @param type what its values are; in the decorators, text if not given
 * @param unit unit of its numbers; null if they have none, or rows differ in it
 * @param link where a value leads to: an address relative to the base as a template of RFC 6570, in which {@code {name}} is the
 *     row's encoded value of a variable and {@code {+name}} the value as it is; null for no link
 * @param cell variable with the IRI of the observation that the figure comes from; null for sums and texts
 * @param named whether a page shows the name of the thing that the value leads to in place of the value, which is a code
 * @param role its role in a picture or on a page; null for none
 * @param hidden whether pages leave it out, because it only serves links or programs
 */
public record Column(
        String label,
        String labelJa,
        String brief,
        String briefJa,
        Type type,
        Unit unit,
        String link,
        String cell,
        boolean named,
        Role role,
        boolean hidden) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\+?)(\\w+)}");

    /** What the values of a column are. */
    public enum Type {
        /** Texts and codes. */
        STRING("string"),
        /** Whole numbers. */
        INTEGER("integer"),
        /** Numbers. */
        DECIMAL("decimal"),
        /** True or false. */
        BOOLEAN("boolean"),
        /** Days. */
        DATE("date"),
        /** Western years. */
        YEAR("gYear"),
        /** Fiscal years, by the western year in which they begin. */
        @JsonProperty("fiscal-year")
        FISCAL_YEAR("gYear"),
        /** IRIs of things. */
        IRI("anyURI");

        private final String xsd;

        Type(String xsd) {
            this.xsd = xsd;
        }

        /** The local name of the datatype of XML Schema, which is also that of CSV on the Web. */
        public String xsd() {
            return xsd;
        }

        /** True for numbers that count or measure something. */
        public boolean number() {
            return this == INTEGER || this == DECIMAL;
        }
    }

    /** What a number counts. */
    public enum Unit {
        /** Yen. */
        YEN("円", "yen"),
        /** Hundredths. */
        PERCENT("％", "%"),
        /** Inhabitants. */
        PEOPLE("人", "people"),
        /** Full-time equivalents. */
        FTE("人", "FTE"),
        /** Square kilometres. */
        @JsonProperty("square-kilometres")
        SQUARE_KILOMETRES("km²", "km²");

        private final String ja;
        private final String en;

        Unit(String ja, String en) {
            this.ja = ja;
            this.en = en;
        }

        /** The unit's name, in ja or en. */
        public String in(String language) {
            return language.equals("ja") ? ja : en;
        }
    }

    /** What a column does in a picture or on a page. */
    public enum Role {
        /** Rows with the same values share a picture. */
        FACET,
        /** What is compared: a bar each. */
        CATEGORY,
        /** What distinguishes bars of one category, which are drawn below each other. */
        SERIES,
        /** What distinguishes parts of one bar, which add up. */
        STACK,
        /** The code of a node of a tree, whose bars are indented. */
        NODE,
        /** The code of the node above it. */
        PARENT,
        /** Where something comes from: the left side of a flow. */
        FROM,
        /** What it passes through: the middle of a flow, and the rows of a heat map. */
        VIA,
        /** Where it goes: the right side of a flow, and the columns of a heat map. */
        TO,
        /** The length of a bar, or the width of a flow. */
        VALUE,
        /** Another length, which the picture shows in place of the value if the reader asks for it. */
        ALTERNATIVE,
        /** What the value is compared with: a mark on its bar. */
        TARGET,
        /** Whether the value meets what it is compared with: the code {@code missed}, {@code met} or {@code unknown}. */
        OUTCOME,
        /** A count of which others are parts. */
        WHOLE,
        /** How many of the whole have something: a cell of a picture of shares. */
        PART,
        /** The number of a rating on its own scale, counted from the best. */
        RANK,
        /** How many steps the scale of the rating has. */
        STEPS,
        /** The reason why there is no row, in words. */
        NOTE
    }

    /** Checks that it has a heading in both languages, and that only numbers have units. */
    public Column {
        type = type == null ? Type.STRING : type;
        if (label == null || labelJa == null) {
            throw new IllegalArgumentException("a column needs a label and a label-ja");
        }
        if (unit != null && !type.number()) {
            throw new IllegalArgumentException("a column with a unit has the type integer or decimal: " + label);
        }
    }

    /** The column with another role. */
    public Column as(Role other) {
        return new Column(label, labelJa, brief, briefJa, type, unit, link, cell, named, other, hidden);
    }

    /** The column, which pages leave out. */
    public Column unseen() {
        return new Column(label, labelJa, brief, briefJa, type, unit, link, cell, named, role, true);
    }

    /** The heading, in ja or en, without the unit. */
    public String label(String language) {
        return language.equals("ja") ? labelJa : label;
    }

    /** The heading where there is little room, in ja or en. */
    public String brief(String language) {
        String text = language.equals("ja") ? briefJa : brief;
        return text == null ? label(language) : text;
    }

    /** The heading with the column's unit in brackets, in ja or en. */
    public String heading(String language) {
        return heading(language, unit == null ? null : unit.in(language));
    }

    /**
     * The heading with a unit in brackets, in ja or en.
     *
     * @param name of the unit in that language; null for none
     */
    public String heading(String language, String name) {
        String text = label(language);
        return name == null ? text : language.equals("ja") ? text + "（" + name + "）" : text + " (" + name + ")";
    }

    /**
     * Where the value of a row leads to.
     *
     * @param row the row's value of a variable as text; null if it has none
     * @return the address, absolute or relative to the base; empty if the column has no link, or the row lacks a value for it
     */
    public Optional<String> address(Function<String, String> row) {
        if (link == null) {
            return Optional.empty();
        }
        StringBuilder address = new StringBuilder();
        Matcher variables = VARIABLE.matcher(link);
        while (variables.find()) {
            String value = row.apply(variables.group(2));
            if (value == null) {
                return Optional.empty();
            }
            String filled = variables.group(1).isEmpty()
                    ? URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20")
                    : value;
            variables.appendReplacement(address, Matcher.quoteReplacement(filled));
        }
        return Optional.of(variables.appendTail(address).toString());
    }
}
