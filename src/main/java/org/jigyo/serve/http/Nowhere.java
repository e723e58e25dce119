package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Every address at which there is nothing. */
public final class Nowhere extends Resource {

    private static final long serialVersionUID = 1;

    public Nowhere() {
        super("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) {
        throw at(request.getRequestURI());
    }

    public static Problem at(String path) {
        return new Problem(404, "Not found", "There is nothing at " + path + "; begin at /.");
    }
}
