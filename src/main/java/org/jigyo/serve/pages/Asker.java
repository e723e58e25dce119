package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Scale;

/**
 * Who asks for a page, over which release, and how it is shown.
 *
 * @param site address of this server as seen by the client
 * @param path path of the page
 * @param year the year that its figures are of; null for the newest of each city
 * @param show the column that decides the length of bars; null for what the query says
 */
record Asker(
        Answers answers,
        CurrentRelease.Loan loan,
        Client client,
        String site,
        String path,
        String language,
        String year,
        Scale scale,
        String show) {

    /** The parameter that names the column which decides the length of bars. */
    static final String SHOW = "show";

    /** The parameter that names the year of a page's figures. */
    static final String YEAR = "year";

    /** The parameter that names the scale of amounts. */
    static final String SCALE = "scale";

    static Asker of(Answers answers, CurrentRelease.Loan loan, HttpServletRequest request) {
        return new Asker(
                answers,
                loan,
                Client.of(request),
                Asked.site(request),
                request.getRequestURI(),
                Asked.language(request),
                Asked.parameter(request, YEAR),
                QueriesApi.scale(request),
                Asked.parameter(request, SHOW));
    }

    /** All that decides what a page shows, besides the data. */
    String version() {
        return String.join("\n", loan.release().id(), site, path, asked(), language);
    }

    /** What was asked, without the language: parameters to which the language can be appended. */
    String asked() {
        return Asked.parameters(parameters());
    }

    /** What goes along to pages that belong to this one: {@link #asked} without what only this page has. */
    String kept() {
        Map<String, String> kept = parameters();
        kept.remove(SHOW);
        return Asked.parameters(kept);
    }

    /** The address of this page with one parameter changed; left out if the value is null. */
    String address(String parameter, String value) {
        Map<String, String> parameters = parameters();
        parameters.remove(parameter);
        if (value != null) {
            parameters.put(parameter, value);
        }
        return path + "?" + Asked.parameters(parameters) + QueriesApi.LANGUAGE + "=" + language;
    }

    /** The path of the page, with the year of its figures if one was asked for. */
    String cited() {
        return year == null ? path : path + "?" + YEAR + "=" + Asked.encoded(year);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (year != null) {
            parameters.put(YEAR, year);
        }
        if (scale != Scale.YEN) {
            parameters.put(SCALE, scale.yen());
        }
        if (show != null) {
            parameters.put(SHOW, show);
        }
        return parameters;
    }
}
