package org.jigyo.serve.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.release.CurrentRelease;

/**
 * {@code /data}: SPARQL 1.1 Graph Store HTTP Protocol, read-only. {@code ?graph=IRI} returns a named graph,
 * {@code ?default} the default graph. Requests run as queries, within the limits of queries.
 */
public final class GraphStore extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;
    private final transient ParsedQuery all = ParsedQuery.of(QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }"));

    /** The graphs of the release being served. */
    public GraphStore(Answers answers) {
        super("GET", "HEAD");
        this.answers = answers;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = Asked.parameter(request, "graph");
        boolean whole = Asked.parameter(request, "default") != null;
        if (whole == (name != null)) {
            throw new Problem(
                    400,
                    "Which graph",
                    "Name one graph: ?graph= with its IRI, as listed by /sparql and /catalogue, or ?default.");
        }
        Format format = Format.choose(Asked.accept(request), Asked.parameter(request, "format"), Format.GRAPHS);
        answers.send(whole ? all : named(name), null, format, request, response);
    }

    private ParsedQuery named(String name) {
        try (CurrentRelease.Loan loan = answers.borrow()) {
            List<String> known =
                    loan.release().graphs().stream().map(part -> part.graph()).toList();
            if (!known.contains(name)) {
                throw new Problem(404, "No such graph", "The current release has no graph <" + name + ">.")
                        .with("available", known);
            }
        }
        String graph = NodeFmtLib.strNT(NodeFactory.createURI(name));
        Query query = QueryFactory.create("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH " + graph + " { ?s ?p ?o } }");
        return ParsedQuery.of(query);
    }
}
