package org.jigyo.serve.release;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;

/**
 * Serves each session from one release, also from several servers that switch one after the other. Every answer names its release in the
 * header {@code X-Jigyo-Release} and in a cookie; a request that brings one of them back gets that release as long as it is open. A server
 * that does not have it yet answers 425, so that a proxy asks another one. A request whose address cites a release, as permalinks do, gets
 * that one, with or without sessions, as long as it is kept.
 */
public final class Session implements Filter {

    private static final String HEADER = "X-Jigyo-Release";
    private static final String COOKIE = "jigyo-release";

    /** Id, and in the cookie the time of publication in seconds since 1970. */
    private static final Pattern PINNED = Pattern.compile("([0-9a-f]{16})(?:\\.(\\d{1,12}))?");

    /** The release that an address cites. */
    private static final Pattern CITED = Pattern.compile("(?:^|&)" + Asked.RELEASE + "=([0-9a-f]{16})(?=&|$)");

    private final CurrentRelease current;
    private final double seconds;

    /**
     * A filter for requests to the releases of a server.
     *
     * @param seconds how long a session lasts; 0 for no sessions
     */
    public Session(CurrentRelease current, double seconds) {
        this.current = current;
        this.seconds = seconds;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse given, FilterChain next)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) asked;
        HttpServletResponse response = (HttpServletResponse) given;
        Optional<CurrentRelease.Loan> cited = cited(request.getQueryString());
        if (cited.isPresent()) {
            try (CurrentRelease.Loan loan = cited.get()) {
                loan.during(() -> next.doFilter(request, response));
            }
            return;
        }
        if (seconds <= 0) {
            next.doFilter(asked, given);
            return;
        }
        response.addHeader("Vary", "Cookie, " + HEADER);
        try (CurrentRelease.Loan loan = loan(request)) {
            String id = loan.release().id();
            response.setHeader(HEADER, id);
            if (!cookie(request).startsWith(id)) {
                // Only with the first answer, so that the session ends while its release is still open everywhere.
                response.addHeader(
                        "Set-Cookie",
                        COOKIE + "=" + id + "." + loan.release().published().getEpochSecond() + "; Path=/; Max-Age="
                                + (long) Math.ceil(seconds) + "; HttpOnly; SameSite=Lax");
            }
            loan.during(() -> next.doFilter(request, response));
        } catch (Problem problem) {
            Resource.write(problem, request, response);
        }
    }

    private Optional<CurrentRelease.Loan> cited(String query) {
        Matcher named = CITED.matcher(query == null ? "" : query);
        return named.find() ? current.cited(named.group(1)) : Optional.empty();
    }

    private CurrentRelease.Loan loan(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        Matcher named = PINNED.matcher(header == null ? cookie(request) : header.strip());
        if (!named.matches()) {
            return current.borrow();
        }
        String id = named.group(1);
        Optional<CurrentRelease.Loan> open = current.borrow(id);
        if (open.isPresent()) {
            return open.get();
        }
        if (header == null && !isNewer(named.group(2))) {
            // Its release is closed, for example after a restart: a new session begins.
            return current.borrow();
        }
        if (current.wasClosed(id)) {
            throw new Problem(
                    410,
                    "Release closed",
                    "Release " + id + " is no longer served; leave out the header " + HEADER + ".");
        }
        throw new Problem(
                        425,
                        "Release not here",
                        "This server does not have release " + id + " yet; try again in a moment.")
                .retryAfter(1);
    }

    private static String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** True if a release of that time may be one that this server has yet to get. */
    private boolean isNewer(String seconds) {
        try (CurrentRelease.Loan loan = current.borrow()) {
            return seconds != null
                    && Long.parseLong(seconds) > loan.release().published().getEpochSecond();
        }
    }
}
