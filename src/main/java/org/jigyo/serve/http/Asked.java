package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the headers and parameters of a request. */
public final class Asked {

    /** The parameter with which an address names a release. */
    public static final String RELEASE = "release";

    private static final List<String> LANGUAGES = List.of("ja", "en");

    private Asked() {}

    /** A list header; several lines of it form one list (RFC 9110, 5.3). Null if there is none. */
    public static String list(HttpServletRequest request, String name) {
        List<String> lines = Collections.list(request.getHeaders(name));
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    /** The Accept header; null if there is none. */
    public static String accept(HttpServletRequest request) {
        return list(request, "Accept");
    }

    /**
     * A decoded query parameter; null if it is not given.
     *
     * @throws Problem 400 if it is given more than once, because choosing one would be a guess
     */
    public static String parameter(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values == null) {
            return null;
        }
        if (values.length > 1) {
            throw new Problem(
                            400,
                            "Repeated parameter",
                            "The parameter " + name + " is given " + values.length
                                    + " times, but may be given only once.")
                    .with("parameter", name);
        }
        return values[0];
    }

    /** Parameters as they stand in an address, each followed by an ampersand, so that another can be appended. */
    public static String parameters(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()) + "&")
                .collect(Collectors.joining());
    }

    /** A value as it stands in an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Checks the release that an address names, as addresses in citations do.
     *
     * @param current id of the release being served
     * @throws Problem 410 if it is another one, because the figures may have changed since
     */
    public static void release(HttpServletRequest request, String current) {
        String named = parameter(request, RELEASE);
        if (named != null && !named.equals(current)) {
            throw new Problem(
                            410,
                            "Another release",
                            "This address cites release " + named + ", which is not kept here; release " + current
                                    + " is served now. Leave out the parameter release for the current figures; /changes lists what"
                                    + " changed.")
                    .with("parameter", RELEASE)
                    .with("changes", "/changes");
        }
    }

    /** The language of a page: the parameter {@code lang}, else the browser's preference, else Japanese. */
    public static String language(HttpServletRequest request) {
        String given = parameter(request, "lang");
        if (given != null && LANGUAGES.contains(given)) {
            return given;
        }
        String accepted = list(request, "Accept-Language");
        try {
            String best = accepted == null ? null : Locale.lookupTag(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return best == null ? "ja" : best;
        } catch (IllegalArgumentException e) {
            // An invalid language header is ignored.
            return "ja";
        }
    }

    /** Scheme, host and port under which the client reached this server, without a final slash. */
    public static String site(HttpServletRequest request) {
        String address = request.getRequestURL().toString();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }
}
