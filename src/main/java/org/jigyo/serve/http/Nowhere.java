package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** All addresses without a resource; answers 404. */
public final class Nowhere extends Resource {

    private static final long serialVersionUID = 1;

    /** The resource for unknown addresses. */
    public Nowhere() {
        super("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) {
        throw at(request.getRequestURI());
    }

    /** The problem for an address without a resource. */
    public static Problem at(String path) {
        return new Problem(404, "Not found", "There is nothing at " + path + "; start at /.");
    }
}
