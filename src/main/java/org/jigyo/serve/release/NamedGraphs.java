package org.jigyo.serve.release;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jigyo.release.Release;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;

/** {@code /graph/…}: redirects (303) the name of a graph to the Turtle file of the current release that holds it. */
public final class NamedGraphs extends Resource {

    private static final long serialVersionUID = 1;

    private final transient CurrentRelease current;

    /** The graphs of the release being served. */
    public NamedGraphs(CurrentRelease current) {
        super("GET", "HEAD");
        this.current = current;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Format.choose(Asked.accept(request), null, List.of(Format.TURTLE));
        try (CurrentRelease.Loan loan = current.borrow()) {
            String name = loan.release().base() + request.getRequestURI().substring(1);
            Release.Part graph = loan.release().graphs().stream()
                    .filter(part -> part.graph().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Problem(
                            404, "No such graph", "The current release has no graph <" + name + ">; see /catalogue."));
            response.setStatus(303);
            response.setHeader("Vary", "Accept");
            response.setHeader(
                    "Location",
                    "/dump/" + graph.turtle().substring(graph.turtle().lastIndexOf('/') + 1));
        }
    }
}
