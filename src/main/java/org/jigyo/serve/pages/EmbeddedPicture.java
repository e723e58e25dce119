package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.ContentPolicy;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Picture;

/** {@code /embed/{query}?picture=…}: one picture of an answer with its source; the only pages that other sites may show in a frame. */
public final class EmbeddedPicture extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /**
     * The pictures over the release being served.
     *
     * @param queries the stored queries by name
     */
    public EmbeddedPicture(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ContentPolicy.framed(response);
        StoredQuery stored = QueriesApi.named(request.getRequestURI().substring(Embedding.PATH.length()), queries);
        Map<String, String> given = QueriesApi.given(stored, request);
        given.remove(Embedding.PICTURE);
        int rows = rows(given.remove(Embedding.ROWS));
        String key = Asked.parameter(request, Embedding.PICTURE);
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            Asker asker = Asker.of(answers, loan, request);
            Delivery delivery = Delivery.of(
                    request,
                    String.join("\n", asker.version(), given.toString(), "" + key, "" + rows),
                    answers.settings());
            if (!delivery.known(request, response)) {
                List<Picture> pictures =
                        QueryResult.of(stored, given, rows, asker).pictures();
                delivery.send(page(stored, given, one(key, pictures), asker), request, response);
            }
        }
    }

    private static int rows(String given) {
        if (given == null) {
            return TablePage.SHOWN;
        }
        if (!given.matches("[1-9]\\d{0,2}")) {
            throw new Problem(400, "Wrong parameter", "rows is a number from 1 to 999, not " + given + ".")
                    .with("parameter", Embedding.ROWS);
        }
        return Integer.parseInt(given);
    }

    /** The picture with a key; without a key the only one. */
    private static Picture one(String key, List<Picture> pictures) {
        List<Picture> named = pictures.stream()
                .filter(picture -> key == null || picture.key().equals(key))
                .toList();
        if (named.size() != 1) {
            throw new Problem(
                            404, "No such picture", "The answer has no picture " + key + "; name one of its pictures.")
                    .with("parameter", Embedding.PICTURE)
                    .with("available", pictures.stream().map(Picture::key).toList());
        }
        return named.get(0);
    }

    private static Answer page(StoredQuery stored, Map<String, String> given, Picture picture, Asker asker) {
        QueryEntry entry = QueryEntry.of(stored, asker.language());
        Map<String, Object> model = new HashMap<>();
        model.put("title", entry.summary());
        model.put("picture", picture);
        model.put("language", asker.language());
        model.put("source", asker.site() + QueriesApi.shown(stored, given, asker.language()));
        model.put("release", asker.loan().release().id());
        return Template.render("embed", model);
    }
}
