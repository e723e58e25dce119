package org.jigyo.serve.query;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.net.URLCodec;
import org.eclipse.jetty.io.EofException;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Problem;

/**
 * A request of the SPARQL 1.1 protocol.
 *
 * @param query text of the query
 * @param defaultGraphs values of {@code default-graph-uri}, without empty ones
 * @param namedGraphs values of {@code named-graph-uri}, without empty ones
 * @param format value of {@code format} or {@code output}, else null
 */
record SparqlRequest(String query, List<String> defaultGraphs, List<String> namedGraphs, String format) {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";

    /** True if the request has no query and so asks for the service description. */
    static boolean asksNothing(HttpServletRequest request) {
        // The language of the page is not part of a query.
        return !request.getMethod().equals("POST")
                && (request.getQueryString() == null || request.getQueryString().matches("&*(lang=(ja|en))?&*"));
    }

    /**
     * Reads a request.
     *
     * @throws Problem if it violates the protocol or is longer than allowed
     */
    static SparqlRequest of(HttpServletRequest request, int longest) {
        List<String[]> pairs = new ArrayList<>(pairs(request.getQueryString()));
        String direct = null;
        if (request.getMethod().equals("POST")) {
            checkEncoding(request);
            String type = mediaType(request);
            switch (type) {
                case FORM -> pairs.addAll(pairs(body(request, longest)));
                case QUERY -> direct = body(request, longest);
                case "application/sparql-update" -> throw readOnly();
                default ->
                    throw new Problem(
                                    415,
                                    "Media type not supported",
                                    "A query is posted as " + QUERY + " or as a form, but not as "
                                            + (type.isEmpty() ? "a body without a type" : type) + ".")
                            .with("available", List.of(QUERY, FORM));
            }
        }
        if (!values(pairs, "update").isEmpty()) {
            throw readOnly();
        }
        return read(pairs, direct, longest);
    }

    private static SparqlRequest read(List<String[]> pairs, String direct, int longest) {
        List<String> queries = new ArrayList<>(values(pairs, "query"));
        if (direct != null) {
            queries.add(direct);
        }
        check(queries, longest);
        List<String> format = new ArrayList<>(values(pairs, "format"));
        format.addAll(values(pairs, "output"));
        return new SparqlRequest(
                queries.get(0),
                graphs(pairs, "default-graph-uri"),
                graphs(pairs, "named-graph-uri"),
                format.isEmpty() ? null : format.get(0));
    }

    /** @throws Problem unless there is exactly one query of at most the allowed length */
    static void check(List<String> queries, int longest) {
        if (queries.size() != 1 || queries.get(0).isBlank()) {
            throw new Problem(
                    400,
                    queries.size() > 1 ? "More than one query" : "No query",
                    "Give exactly one query, as the parameter «query» or as the body.");
        }
        if (queries.get(0).length() > longest) {
            throw tooLong(longest);
        }
    }

    private static Problem readOnly() {
        return new Problem(
                403,
                "Read only",
                "This endpoint is read-only and accepts no updates; new data come with a new release.");
    }

    private static Problem tooLong(int longest) {
        return new Problem(413, "Query too long", "A query may have " + longest + " characters; shorten it.")
                .with("limit", longest);
    }

    private static List<String> values(List<String[]> pairs, String name) {
        return pairs.stream()
                .filter(pair -> pair[0].equals(name))
                .map(pair -> pair[1])
                .toList();
    }

    private static void checkEncoding(HttpServletRequest request) {
        String encoding = Asked.list(request, "Content-Encoding");
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw new Problem(
                            415, "Content encoding not supported", "Post the query unencoded, not as " + encoding + ".")
                    .with("available", List.of("identity"))
                    .header("Accept-Encoding", "identity");
        }
    }

    private static String mediaType(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            return "";
        }
        String[] parts = type.toLowerCase(Locale.ROOT).split(";", 2);
        if (parts.length > 1
                && parts[1].contains("charset")
                && !parts[1].replaceAll("[\"\\s]", "").contains("charset=utf-8")) {
            throw new Problem(415, "Character set not supported", "Write the query in UTF-8, not in" + parts[1] + ".");
        }
        return parts[0].strip();
    }

    private static String body(HttpServletRequest request, int longest) {
        // A character takes at most four bytes, and each byte at most three characters of a form.
        long most = 12L * longest;
        if (request.getContentLengthLong() > most) {
            throw tooLong(longest);
        }
        try (InputStream in = request.getInputStream()) {
            byte[] bytes = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
            if (bytes.length > most) {
                throw tooLong(longest);
            }
            return utf8(bytes);
        } catch (IOException e) {
            // The body was cut off, or nothing arrived within the idle timeout.
            throw new Problem(
                    e instanceof EofException ? 400 : 408,
                    "Incomplete request",
                    "The query was cut off, or arrived too slowly.");
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Problem(400, "Not UTF-8", "The request is not valid UTF-8.");
        }
    }

    private static List<String[]> pairs(String encoded) {
        List<String[]> pairs = new ArrayList<>();
        if (encoded == null) {
            return pairs;
        }
        for (String pair : encoded.split("&")) {
            if (!pair.isBlank()) {
                String[] sides = pair.split("=", 2);
                pairs.add(new String[] {decoded(sides[0]), sides.length == 1 ? "" : decoded(sides[1])});
            }
        }
        return pairs;
    }

    /** Forms also send their empty fields, so an empty graph name counts as none. */
    private static List<String> graphs(List<String[]> pairs, String name) {
        return values(pairs, name).stream().filter(graph -> !graph.isBlank()).toList();
    }

    private static String decoded(String text) {
        try {
            // Unescaped characters stand for themselves.
            return utf8(URLCodec.decodeUrl(text.getBytes(StandardCharsets.UTF_8)));
        } catch (DecoderException e) {
            throw new Problem(400, "Bad escape", "A %-escape of the request is damaged: " + e.getMessage());
        }
    }
}
