package org.jigyo.serve.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The filter for every request: CORS, security headers, and the client's rate limit. */
public final class Gate implements Filter {

    private final Settings.Client settings;
    private final ClientRate rate;
    private final Measures measures;

    /** A filter with these settings. */
    public Gate(Settings.Client settings, Measures measures) {
        this.settings = settings;
        this.rate = new ClientRate(settings);
        this.measures = measures;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse given, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) given;
        long start = System.nanoTime();
        try {
            headers(response);
            ClientRate.Pass pass = rate.pass(Client.of(request));
            try {
                if (preflight(request)) {
                    response.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
                    response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match, *");
                    response.setHeader("Access-Control-Max-Age", "86400");
                    response.setStatus(204);
                } else {
                    next.doFilter(request, response);
                }
            } finally {
                pass.used(System.nanoTime() - start);
            }
        } catch (Problem problem) {
            Resource.write(problem, request, response);
        } finally {
            measures.request(kind(request.getRequestURI()), response.getStatus(), System.nanoTime() - start);
        }
    }

    private boolean preflight(HttpServletRequest request) {
        return settings.cors()
                && request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    private void headers(HttpServletResponse response) {
        if (settings.cors()) {
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After, X-Jigyo-Release");
        }
        response.setHeader("X-Content-Type-Options", "nosniff");
        ContentPolicy.strict(response);
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    private static String kind(String path) {
        int end = path.indexOf('/', 1);
        String first = end < 0 ? path : path.substring(0, end);
        return switch (first) {
            case "/sparql",
                    "/data",
                    "/id",
                    "/doc",
                    "/api",
                    "/search",
                    "/dump",
                    "/ns",
                    "/dim",
                    "/code",
                    "/shapes",
                    "/graph" -> first;
            default -> "other";
        };
    }
}
