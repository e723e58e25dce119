package org.jigyo.serve.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An error response according to RFC 9457: what was wrong, and what to do. It is thrown where the error is detected and
 * written where the request came in, as JSON or, for browsers, as a page.
 */
public final class Problem extends RuntimeException {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory()).build();

    private final int status;
    private final String title;
    private final Map<String, Object> more = new LinkedHashMap<>();
    private boolean personal;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Creates a problem.
     *
     * @param status HTTP status
     * @param title kind of problem, always in the same words
     * @param detail this occurrence, and what to do
     */
    public Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    /** Adds an extension member. */
    public Problem with(String key, Object value) {
        more.put(key, value);
        return this;
    }

    /** An extension member; null if there is none. */
    public Object more(String key) {
        return more.get(key);
    }

    /** Marks the problem as specific to this client: another client's identical request may succeed. */
    public Problem forThisClient() {
        personal = true;
        return this;
    }

    /** True if the problem is specific to the client. */
    public boolean personal() {
        return personal;
    }

    /** Adds a header to the response. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Adds a Retry-After header and member, in seconds. */
    public Problem retryAfter(int seconds) {
        return header("Retry-After", Integer.toString(seconds));
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Kind of problem. */
    public String title() {
        return title;
    }

    /** Further headers of the response, such as Retry-After. */
    public Map<String, String> headers() {
        return headers;
    }

    /** What a page in Japanese says for a kind of problem: its name, and what to do. */
    private record Japanese(String title, String help) {}

    private static final Map<String, Japanese> JAPANESE = japanese();

    private static Map<String, Japanese> japanese() {
        try {
            return YAML.readValue(Static.bytes("problems.yml"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Japanese> words(String language) {
        return language.equals("ja") ? Optional.ofNullable(JAPANESE.get(title)) : Optional.empty();
    }

    /** Kind of problem, in the language of a page. */
    public String title(String language) {
        return words(language).map(Japanese::title).orElse(title);
    }

    /** What to do, in the language of a page; empty in English, where the detail says it. */
    public String help(String language) {
        return words(language).map(Japanese::help).orElse("");
    }

    /** The problem as a page for people. */
    Answer page(String language) {
        return Template.render(
                "problem",
                Map.of(
                        "status",
                        status,
                        "title",
                        title(language),
                        "help",
                        help(language),
                        "detail",
                        String.valueOf(getMessage()),
                        "language",
                        words(language).isPresent() ? "ja" : "en",
                        "more",
                        more));
    }

    String json() {
        ObjectNode node = JSON.createObjectNode();
        node.put("type", "about:blank");
        node.put("title", title);
        node.put("status", status);
        node.put("detail", getMessage());
        more.forEach((key, value) -> node.set(key, JSON.valueToTree(value)));
        return node.toPrettyString() + "\n";
    }
}
