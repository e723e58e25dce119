package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.system.Txn;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/** {@code /context.jsonld}: the context of the JSON-LD documents. */
public final class NamesDocument extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;

    /** The context of the release being served. */
    public NamesDocument(Answers answers) {
        super("GET", "HEAD");
        this.answers = answers;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (CurrentRelease.Loan loan = answers.borrow()) {
            Delivery delivery =
                    Delivery.of(request, loan.release().id() + "\n" + ShortNames.ADDRESS, answers.settings());
            if (!delivery.known(request, response)) {
                String context = Txn.calculateRead(loan.dataset(), () -> GraphAnswer.context(loan));
                delivery.send(
                        new Answer(Format.JSONLD.contentType(), context.getBytes(StandardCharsets.UTF_8)),
                        request,
                        response);
            }
        }
    }
}
