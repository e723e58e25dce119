package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;

/** The content security policy of pages. */
public final class ContentPolicy {

    private static final String HEADER = "Content-Security-Policy";
    private static final String POLICY =
            "default-src 'none'; %sstyle-src 'self'%s; img-src 'self'; form-action 'self'; "
                    + "base-uri 'none'; frame-ancestors %s";
    private static final String STRICT = POLICY.formatted("", "", "'none'");
    private static final String FRAMED = POLICY.formatted("", "", "*");
    private static final SecureRandom RANDOM = new SecureRandom();

    private ContentPolicy() {}

    /** No script at all, and only this server's style sheets and images. */
    static void strict(HttpServletResponse response) {
        response.setHeader(HEADER, STRICT);
    }

    /** As strict, but pages of other sites may show the page in a frame. */
    public static void framed(HttpServletResponse response) {
        response.setHeader(HEADER, FRAMED);
    }

    /**
     * Also allows this server's script files, what they fetch from this server, and styles with a nonce.
     *
     * @return the nonce, a new one for each answer
     */
    public static String withScript(HttpServletResponse response) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        response.setHeader(
                HEADER,
                POLICY.formatted("script-src 'self'; connect-src 'self'; ", " 'nonce-" + nonce + "'", "'none'"));
        return nonce;
    }
}
