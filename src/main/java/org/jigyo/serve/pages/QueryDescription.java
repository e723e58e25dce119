package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.export.CsvMetadata;
import org.jigyo.serve.export.DataPackage;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Nowhere;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/** What describes a stored query, at the address of its operation with a suffix. */
enum QueryDescription {
    /** The query itself. */
    TEXT(".rq"),
    /** The columns of the CSV that the same parameters give, for readers of CSV on the Web. */
    CSV_METADATA(".csv-metadata.json"),
    /** The same for readers of Data Packages. */
    DATA_PACKAGE(".datapackage.json");

    private final String suffix;

    QueryDescription(String suffix) {
        this.suffix = suffix;
    }

    /** What stands behind the name of the query. */
    String suffix() {
        return suffix;
    }

    /** @throws org.jigyo.serve.http.Problem 404 if there is no such suffix */
    static QueryDescription of(String suffix) {
        return Arrays.stream(values())
                .filter(each -> each.suffix.equals(suffix))
                .findFirst()
                .orElseThrow(() -> Nowhere.at("/api/queries/…" + suffix));
    }

    void send(StoredQuery query, Answers answers, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (this == TEXT) {
            Delivery delivery = Delivery.of(request, "query\n" + query.text(), answers.settings());
            if (!delivery.known(request, response)) {
                byte[] text = query.text().getBytes(StandardCharsets.UTF_8);
                delivery.send(new Answer("application/sparql-query; charset=utf-8", text), request, response);
            }
            return;
        }
        QueryResult.bound(query, QueriesApi.given(query, request));
        Format.choose(null, Format.CSV.suffix(), Format.of(query.parsed()));
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            Delivery.of(request, null, answers.settings()).send(answer(query, request, loan), request, response);
        }
    }

    private Answer answer(StoredQuery query, HttpServletRequest request, CurrentRelease.Loan loan) {
        String csv = query.name() + "?" + csv(request);
        if (this == CSV_METADATA) {
            return new Answer(
                    CsvMetadata.MEDIA_TYPE,
                    CsvMetadata.of(query, csv, loan.release().base()));
        }
        String site = Asked.site(request);
        DataPackage.TableFile table = new DataPackage.TableFile(query, site + "/api/queries/" + csv);
        return new Answer(
                DataPackage.MEDIA_TYPE,
                new DataPackage("jigyo-" + query.name(), List.of(table), Asked.language(request), site)
                        .descriptor(loan.release()));
    }

    /** The parameters of the request, with CSV as format. */
    private static String csv(HttpServletRequest request) {
        String asked = request.getQueryString() == null ? "" : request.getQueryString();
        return Asked.parameter(request, QueriesApi.FORMAT) != null
                ? asked
                : asked + (asked.isEmpty() ? "" : "&") + QueriesApi.FORMAT + "=" + Format.CSV.suffix();
    }
}
