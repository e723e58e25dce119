package org.jigyo.serve.query;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.jena.sparql.core.DatasetDescription;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.release.CurrentRelease;

/**
 * Answers queries over the current release: from the cache, or else by running them under admission control. All
 * resources that serve data use this class.
 */
public final class Answers {

    private final CurrentRelease current;
    private final Workplace workplace;
    private final AnswerCache cache;
    private final Settings settings;

    /** Answers over a release, with these limits. */
    public Answers(CurrentRelease current, Workplace workplace, AnswerCache cache, Settings settings) {
        this.current = current;
        this.workplace = workplace;
        this.cache = cache;
        this.settings = settings;
    }

    /** The settings of the server. */
    public Settings settings() {
        return settings;
    }

    /** Borrows the release being served. The loan must be closed. */
    public CurrentRelease.Loan borrow() {
        return current.borrow();
    }

    /**
     * Borrows the release and names it in a header of the response.
     *
     * @throws Problem 410 if the address names another release
     */
    public CurrentRelease.Loan borrow(HttpServletRequest request, HttpServletResponse response) {
        CurrentRelease.Loan loan = current.borrow();
        response.setHeader("X-Jigyo-Release", loan.release().id());
        try {
            Asked.release(request, loan.release().id());
            return loan;
        } catch (Problem another) {
            loan.close();
            throw another;
        }
    }

    /** Sends the answer to a query, or 304. */
    public void send(
            ParsedQuery query,
            DatasetDescription graphs,
            Format format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(query, graphs, format, null, request, response);
    }

    /**
     * Sends the answer to a query, or 304.
     *
     * @param head text in place of the first line of a CSV; null for the names of the variables
     */
    public void send(
            ParsedQuery query,
            DatasetDescription graphs,
            Format format,
            String head,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (CurrentRelease.Loan loan = borrow(request, response)) {
            String key = query.steady() ? key(loan, query, graphs, format) : null;
            Delivery delivery = Delivery.of(request, head != null && key != null ? key + '\n' + head : key, settings);
            response.setDateHeader("Last-Modified", loan.release().published().toEpochMilli());
            if (delivery.known(request, response)) {
                return;
            }
            Answer answer = cache.get(key, () -> run(loan, query, graphs, format, Client.of(request)));
            delivery.send(head == null ? answer : answer.headed(head), request, response);
        }
    }

    /** The rows of a SELECT as JSON, for a page. */
    public Answer table(ParsedQuery query, CurrentRelease.Loan loan, Client client) {
        return whole(query, Format.JSON, loan, client);
    }

    /** The answer to a query, for a page. It must be closed. */
    public Answer whole(ParsedQuery query, Format format, CurrentRelease.Loan loan, Client client) {
        return cache.get(
                query.steady() ? key(loan, query, null, format) : null, () -> run(loan, query, null, format, client));
    }

    /** How an answer becomes another one, which replaces it. */
    public interface Conversion {
        /**
         * The other answer.
         *
         * @param release id of the release that answered
         */
        Answer of(Answer answer, String release) throws IOException;
    }

    /**
     * Sends the answer to a query in another form, or 304. An address that names its release can be read in ranges.
     *
     * @param format of the answer from which the other form is made
     * @param form name of the other form
     */
    public void sendAs(
            ParsedQuery query,
            Format format,
            String form,
            Conversion conversion,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        try (CurrentRelease.Loan loan = borrow(request, response)) {
            String key = query.steady() ? key(loan, query, null, format) + '\n' + form : null;
            Delivery delivery = new Delivery(key == null ? null : Delivery.hash(key), false);
            response.setDateHeader("Last-Modified", loan.release().published().toEpochMilli());
            if (!delivery.known(request, response)) {
                Answer answer = cache.get(key, () -> converted(query, format, conversion, loan, Client.of(request)));
                delivery.sendRange(answer, Asked.parameter(request, Asked.RELEASE) != null, request, response);
            }
        }
    }

    private Answer converted(
            ParsedQuery query, Format format, Conversion conversion, CurrentRelease.Loan loan, Client client) {
        try {
            return conversion.of(
                    run(loan, query, null, format, client), loan.release().id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer run(
            CurrentRelease.Loan loan, ParsedQuery query, DatasetDescription graphs, Format format, Client client) {
        return workplace.run(client, deadline -> {
            // A separate loan, because this thread may outlive the request.
            try (CurrentRelease.Loan mine = loan.again()) {
                return new Execution(mine.dataset(), mine.text(), settings, deadline)
                        .answer(query.query(), graphs, format);
            }
        });
    }

    private static String key(CurrentRelease.Loan loan, ParsedQuery query, DatasetDescription graphs, Format format) {
        String from = graphs == null ? "" : graphs.getDefaultGraphURIs() + " " + graphs.getNamedGraphURIs();
        return loan.release().id() + '\n' + format + '\n' + from + '\n' + query.normal();
    }
}
