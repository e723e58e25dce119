package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.system.Txn;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Static;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.query.ParsedQuery;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Rows;

/**
 * {@code /sparql/terms.json}: what the editor of the query page completes. {@code prefixes} maps prefixes to namespaces;
 * {@code terms} lists classes and properties that have a prefixed name, the most used first: {@code name}, {@code kind}
 * (class or property), {@code count} of things or statements, and the labels {@code ja} and {@code en} if it has them.
 */
public final class QueryTerms extends Resource {

    /** The address. */
    public static final String ADDRESS = "/sparql/terms.json";

    private static final long serialVersionUID = 1;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient Answers answers;
    private final transient ParsedQuery query = ParsedQuery.of(QueryFactory.create(Static.text("terms.rq")));

    /** The terms of the release being served. */
    public QueryTerms(Answers answers) {
        super("GET", "HEAD");
        this.answers = answers;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            Delivery delivery = Delivery.of(request, loan.release().id() + "\n" + ADDRESS, answers.settings());
            if (delivery.known(request, response)) {
                return;
            }
            try (Answer rows = answers.table(query, loan, Client.of(request))) {
                PrefixMap prefixes = loan.dataset().prefixes();
                byte[] bytes = rows.bytes();
                byte[] json = Txn.calculateRead(loan.dataset(), () -> json(bytes, prefixes));
                delivery.send(new Answer("application/json", json), request, response);
            }
        }
    }

    private static byte[] json(byte[] answer, PrefixMap prefixes) {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode known = document.putObject("prefixes");
        new TreeMap<>(prefixes.getMapping()).forEach(known::put);
        for (Map<String, Rows.Term> row : Rows.of(answer).rows()) {
            String name = prefixes.abbreviate(row.get("term").text());
            if (name != null) {
                ObjectNode term = document.withArray("terms").addObject();
                term.put("name", name).put("kind", row.get("kind").text());
                term.put("count", Long.parseLong(row.get("count").text()));
                for (String language : new String[] {"ja", "en"}) {
                    if (row.containsKey(language)) {
                        term.put(language, row.get(language).text());
                    }
                }
            }
        }
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
