package org.jigyo.serve.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jetty.http.QuotedCSV;

/**
 * The media types that a client accepts (RFC 9110, 12.5.1). The most specific range that covers a type gives its
 * weight, and a weight of 0 excludes it.
 *
 * @param ranges in the client's order
 */
record Accepted(List<Range> ranges) {

    private static final Pattern WEIGHT =
            Pattern.compile(";\\s*q\\s*=\\s*([01](?:\\.\\d{0,3})?|\\.\\d{1,3})\\s*(?:;|$)");

    /** One entry of the header: type/subtype, type/* or {@literal *}/*, and its weight from 0 to 1. */
    private record Range(String types, double weight) {

        static Range of(String entry) {
            Matcher weight = WEIGHT.matcher(entry);
            return new Range(entry.split(";", 2)[0].strip(), weight.find() ? Double.parseDouble(weight.group(1)) : 1);
        }
    }

    /** Parses an Accept header. No header accepts everything; a header that is not a list of types accepts nothing. */
    static Accepted of(String header) {
        String entries = header == null || header.isBlank() ? "*/*" : header.toLowerCase(Locale.ROOT);
        return new Accepted(
                new QuotedCSV(true, entries).getValues().stream().map(Range::of).toList());
    }

    /**
     * The offered type with the highest weight. Among equals, the one the client names first; then the one offered
     * first.
     */
    Optional<String> best(List<String> offered) {
        return offered.stream()
                .filter(type -> range(type).isPresent())
                .min(Comparator.comparingDouble(
                                (String type) -> -range(type).orElseThrow().weight())
                        .thenComparingInt(type -> ranges.indexOf(range(type).orElseThrow())));
    }

    /** True if a type is named itself, not only covered by a range. */
    boolean names(String type) {
        return ranges.stream().anyMatch(range -> range.types().equals(type));
    }

    private Optional<Range> range(String type) {
        return Stream.of(type, type.substring(0, type.indexOf('/')) + "/*", "*/*")
                .flatMap(form -> ranges.stream().filter(range -> range.types().equals(form)))
                .findFirst()
                .filter(range -> range.weight() > 0);
    }
}
