package org.jigyo.serve.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Static;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/** {@code /llms.txt}: what a language model needs to know to answer from the data (https://llmstxt.org). */
public final class LlmsText extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /**
     * Creates the resource.
     *
     * @param queries the stored queries by name
     */
    public LlmsText(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String site = Asked.site(request);
        try (CurrentRelease.Loan loan = answers.borrow()) {
            Delivery delivery = Delivery.of(request, loan.release().id() + "\nllms\n" + site, answers.settings());
            if (!delivery.known(request, response)) {
                byte[] text = text(site, loan).getBytes(StandardCharsets.UTF_8);
                delivery.send(new Answer("text/markdown; charset=utf-8", text), request, response);
            }
        }
    }

    private String text(String site, CurrentRelease.Loan loan) {
        StringBuilder lists = new StringBuilder("\n## Cities\n\n");
        Sitemap.cities(loan)
                .forEach(city -> lists.append(
                        "- [%1$s](%2$s/doc/municipality/%1$s.ttl): also as [page](%2$s/doc/municipality/%1$s)%n"
                                .formatted(city, site)));
        lists.append("\n## Stored queries\n\n");
        queries.values()
                .forEach(query -> lists.append("- [%1$s](%2$s/api/queries/%1$s?format=json): %3$s%n"
                        .formatted(query.name(), site, query.about().summary())));
        return Static.text("llms.md")
                        .replace("{site}", site)
                        .replace("{release}", loan.release().id())
                + lists;
    }
}
