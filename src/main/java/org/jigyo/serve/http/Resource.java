package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.BadMessageException;
import org.jigyo.workaround.UnreadBody;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A resource with an address. Every failure becomes one complete problem document. */
public abstract class Resource extends HttpServlet {

    private static final Logger LOG = LoggerFactory.getLogger(Resource.class);

    private static final String HTML = "text/html";
    private static final String JSON = "application/problem+json";

    private final transient Set<String> methods;

    protected Resource(String... methods) {
        this.methods = Set.of(methods);
    }

    /** Answers GET, HEAD or any other method that the resource allows. */
    protected abstract void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;

    @Override
    protected final void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            if (request.getMethod().equals("OPTIONS")) {
                response.setHeader("Allow", allowed());
                response.setStatus(204);
                return;
            }
            if (!methods.contains(request.getMethod())) {
                throw new Problem(
                                405,
                                "Method not allowed",
                                request.getMethod() + " is not allowed here; use " + allowed() + ".")
                        .header("Allow", allowed());
            }
            answer(request, response);
        } catch (Problem problem) {
            write(problem, request, response);
        } catch (BadMessageException e) {
            // Thrown by Jetty for an invalid parameter: a bad escape, or invalid UTF-8.
            write(new Problem(400, "Bad request", "The request cannot be read: " + reason(e) + "."), request, response);
        } catch (RuntimeException e) {
            LOG.error("a request to {} failed", request.getRequestURI(), e);
            write(new Problem(500, "Internal error", "The server failed; details are in its log."), request, response);
        }
    }

    private static String reason(BadMessageException e) {
        return e.getReason() == null ? "it is malformed" : e.getReason();
    }

    private String allowed() {
        return String.join(", ", methods.stream().sorted().toList()) + ", OPTIONS";
    }

    /** Writes a problem in place of an answer that has not started. */
    public static void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("the answer had already started: " + problem.title());
        }
        response.resetBuffer();
        if (!UnreadBody.discard(request)) {
            response.setHeader("Connection", "close");
        }
        Answer answer = answer(problem, request);
        response.setStatus(problem.status());
        response.addHeader("Vary", "Accept");
        response.setHeader("Cache-Control", "no-store");
        // That date belongs to the release, not to this document.
        response.setHeader("Last-Modified", null);
        problem.headers().forEach(response::setHeader);
        Delivery.plain(answer, request, response);
    }

    /** A page for clients that name HTML first, as browsers do; else JSON. */
    private static Answer answer(Problem problem, HttpServletRequest request) {
        return Format.prefers(HTML, Asked.accept(request), List.of(), JSON, "application/json")
                ? problem.page(language(request))
                : new Answer(JSON, problem.json().getBytes(StandardCharsets.UTF_8));
    }

    /** The language of the page; Japanese if the request cannot be read or names more than one. */
    private static String language(HttpServletRequest request) {
        try {
            return Asked.language(request);
        } catch (Problem | BadMessageException e) {
            return "ja";
        }
    }
}
