package org.jigyo.serve.search;

import java.util.Locale;

/** What the results of a search can be narrowed by. */
enum Facet {
    /** The city of a project. */
    CITY("市", "City"),
    /** A year that a project was evaluated for. */
    YEAR("年度", "Year"),
    /** The class of what was found. */
    KIND("種類", "Kind"),
    /** An element of the plan that a project is under. */
    POLICY("政策・施策", "Policy"),
    /** An SDG goal of a project, printed or derived. */
    GOAL("SDGsのゴール", "SDG goal");

    private final String ja;
    private final String en;

    Facet(String ja, String en) {
        this.ja = ja;
        this.en = en;
    }

    /** Name of the parameter, and of the rows of {@code search-projects.rq}. */
    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Heading, in ja or en. */
    String in(String language) {
        return language.equals("ja") ? ja : en;
    }

    /** The parameter's value for a year or an IRI: its end, or of a policy all that follows {@code /id/}. */
    String key(String value) {
        int start = this == POLICY ? value.indexOf("/id/") + "/id/".length() : value.lastIndexOf('/') + 1;
        return value.substring(Math.max(start, value.lastIndexOf('#') + 1));
    }
}
