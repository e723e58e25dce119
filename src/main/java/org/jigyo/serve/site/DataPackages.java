package org.jigyo.serve.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.export.DataPackage;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/** {@code /datapackage.json}: the CSV of all stored queries that need no further input, as one Data Package. */
public final class DataPackages extends Resource {

    private static final long serialVersionUID = 1;

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /**
     * The package of the release being served.
     *
     * @param queries the stored queries by name
     */
    public DataPackages(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String site = Asked.site(request);
        String language = Asked.language(request);
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            String key = String.join("\n", loan.release().id(), "datapackage", language, site);
            Delivery delivery = Delivery.of(request, key, answers.settings());
            if (!delivery.known(request, response)) {
                DataPackage all = new DataPackage("jigyo", tables(site, language), language, site);
                delivery.send(new Answer(DataPackage.MEDIA_TYPE, all.descriptor(loan.release())), request, response);
            }
        }
    }

    private List<DataPackage.TableFile> tables(String site, String language) {
        return queries.values().stream()
                .filter(query -> query.parsed().isSelectType() && query.standsAlone())
                .map(query -> new DataPackage.TableFile(
                        query,
                        site + "/api/queries/" + query.name() + "?format=csv"
                                + (query.takes("lang") ? "&lang=" + language : "")))
                .toList();
    }
}
