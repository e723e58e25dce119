package org.jigyo.serve.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a request has no answer, as RFC 9457 says it: the whole body of the response, with what was wrong and what to do.
 * Thrown where it is noticed, written where the request came in: as JSON, for browsers as a page.
 */
public final class Problem extends RuntimeException {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final int status;
    private final String title;
    private final Map<String, Object> more = new LinkedHashMap<>();
    private boolean personal;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Makes a problem.
     *
     * @param status HTTP
     * @param title what kind, the same words every time
     * @param detail this case, and what to do
     */
    public Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    public Problem with(String key, Object value) {
        more.put(key, value);
        return this;
    }

    /** Says that this refuses the client and not the question: another client's same question may well be answered. */
    public Problem forThisClient() {
        personal = true;
        return this;
    }

    /** Whether it refuses the client and not the question. */
    public boolean personal() {
        return personal;
    }

    /** Adds a header to the answer. */
    public Problem header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Problem retryAfter(int seconds) {
        return header("Retry-After", Integer.toString(seconds));
    }

    public int status() {
        return status;
    }

    String title() {
        return title;
    }

    /** What the answer says besides, such as after how many seconds it is worth trying again. */
    Map<String, String> headers() {
        return headers;
    }

    /** The same for people. */
    Answer page() {
        return Template.render(
                "problem",
                Map.of("status", status, "title", title, "detail", String.valueOf(getMessage()), "more", more));
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
