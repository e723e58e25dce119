package org.jigyo.serve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.system.Txn;

/** {@code /context.jsonld}: the context to which the JSON-LD documents refer. */
final class NamesDocument extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;

    NamesDocument(Answers answers) {
        super("GET", "HEAD");
        this.answers = answers;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
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
