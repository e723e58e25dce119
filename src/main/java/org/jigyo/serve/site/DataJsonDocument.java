package org.jigyo.serve.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.jigyo.serve.export.DataJson;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/** {@code /data.json}: the catalogue for CKAN. */
public final class DataJsonDocument extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;

    /** The catalogue of the release being served. */
    public DataJsonDocument(Answers answers) {
        super("GET", "HEAD");
        this.answers = answers;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String language = Asked.language(request);
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            String key = String.join("\n", loan.release().id(), "data.json", language);
            Delivery delivery = Delivery.of(request, key, answers.settings());
            if (!delivery.known(request, response)) {
                byte[] document = Txn.calculateRead(
                        loan.dataset(),
                        () -> new DataJson(
                                        loan.dataset()
                                                .getGraph(NodeFactory.createURI(
                                                        loan.release().base() + "graph/catalogue")),
                                        loan.dataset().getDefaultGraph(),
                                        language)
                                .document());
                delivery.send(new Answer("application/json", document), request, response);
            }
        }
    }
}
