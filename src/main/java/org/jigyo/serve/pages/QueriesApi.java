package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.system.Txn;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.export.CsvHeader;
import org.jigyo.serve.export.CsvMetadata;
import org.jigyo.serve.export.ParquetTable;
import org.jigyo.serve.export.RowSnippets;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.query.ParsedQuery;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Scale;

/**
 * {@code /api/queries/{name}}: the stored queries as REST operations with typed parameters. {@code /api/queries} lists
 * them; {@link QueryDescription} is what stands beside each.
 */
public final class QueriesApi extends Resource {

    private static final long serialVersionUID = 1;

    /**
     * A {@code format=} in addition to those of {@link Format}: CSV with a byte order mark, by which Excel recognises
     * UTF-8.
     */
    static final String EXCEL = "csv-excel";

    /** A {@code format=} for statistics programs. */
    static final String PARQUET = "parquet";

    static final String LANGUAGE = "lang";
    static final String FORMAT = "format";
    private static final String HEADER = "header";

    /** Parameters of every operation, which no query has as its own. */
    static final Set<String> RESERVED = Set.of(FORMAT, HEADER, Asker.SCALE, Asker.SHOW, Asked.RELEASE);

    /** The list of corrected figures, which a sum may contain. */
    private static final String CORRECTIONS = "/api/queries/corrections";

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /**
     * The stored queries over the release being served.
     *
     * @param queries by name
     */
    public QueriesApi(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
        String language = Asked.language(request);
        if (path.isEmpty()) {
            list(language, request, response);
        } else if (path.contains(".")) {
            int dot = path.indexOf('.');
            StoredQuery query = named(path.substring(0, dot), queries);
            QueryDescription.of(path.substring(dot)).send(query, answers, request, response);
        } else {
            run(named(path, queries), language, request, response);
        }
    }

    /** @throws Problem 404 if there is no such query */
    static StoredQuery named(String name, SortedMap<String, StoredQuery> queries) {
        StoredQuery query = queries.get(name);
        if (query == null) {
            throw new Problem(404, "No such query", "There is no stored query " + name + ".")
                    .with("available", List.copyOf(queries.keySet()));
        }
        return query;
    }

    private void list(String language, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer;
        if (Format.wantsPage(Asked.accept(request), List.of(Format.JSON))) {
            List<QueryTopic> topics = QueryTopic.of(queries.values(), language);
            answer = Template.render("queries", Map.of("topics", topics, "language", language));
        } else {
            answer = new Answer("application/json", QueryEntry.json(queries.values()));
        }
        Delivery.of(request, null, answers.settings()).send(answer, request, response);
    }

    private void run(StoredQuery stored, String language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String format = Asked.parameter(request, FORMAT);
        String accept = Asked.accept(request);
        String address = "/api/queries/" + stored.name();
        response.addHeader("Link", "<" + address + ".rq>; rel=\"describedby\"; type=\"application/sparql-query\"");
        response.addHeader("Link", "</openapi.json>; rel=\"service-desc\"");
        response.addHeader("Link", "<" + CORRECTIONS + ">; rel=\"related\"");
        if (format == null && Format.wantsPage(accept, Format.of(stored.parsed()))) {
            page(stored, language, request, response);
            return;
        }
        ParsedQuery query = QueryResult.bound(stored, given(stored, request));
        boolean excel = EXCEL.equals(format);
        boolean parquet = PARQUET.equals(format);
        Format chosen = Format.choose(accept, excel || parquet ? "csv" : format, Format.of(stored.parsed()));
        String header = Asked.parameter(request, HEADER);
        if (header != null && (parquet || chosen != Format.CSV)) {
            throw new Problem(400, "No header", "Only CSV has a header line; leave out the parameter header.")
                    .with("parameter", HEADER);
        }
        if (parquet) {
            parquet(stored, query, request, response);
            return;
        }
        if (chosen == Format.CSV) {
            String asked = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            response.addHeader(
                    "Link",
                    "<" + address + QueryDescription.CSV_METADATA.suffix() + asked + ">; rel=\"describedby\"; type=\""
                            + CsvMetadata.MEDIA_TYPE + "\"");
        }
        String head = null;
        if (chosen == Format.CSV && (excel || header != null)) {
            head = CsvHeader.line(stored, CsvHeader.Kind.of(header, excel), language, excel);
        }
        answers.send(query, null, chosen, head, request, response);
    }

    private void parquet(
            StoredQuery stored, ParsedQuery query, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        long most = answers.settings().query().memoryBytes();
        answers.sendAs(
                query,
                Format.CSV,
                PARQUET,
                (answer, release) -> ParquetTable.of(stored, release, answer, most),
                request,
                response);
    }

    /** The language of a page is only passed to queries that have it as a parameter. */
    static Map<String, String> given(StoredQuery stored, HttpServletRequest request) {
        Map<String, String> given = new TreeMap<>();
        for (String name : request.getParameterMap().keySet()) {
            if (!RESERVED.contains(name) && (!name.equals(LANGUAGE) || stored.takes(LANGUAGE))) {
                given.put(name, Asked.parameter(request, name));
            }
        }
        return given;
    }

    private void page(StoredQuery stored, String language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Map<String, String> given = given(stored, request);
        String site = Asked.site(request);
        if (stored.takes(LANGUAGE)) {
            given.putIfAbsent(LANGUAGE, language);
        }
        String detail = "";
        String help = "";
        Citation citation;
        QueryEntry entry = QueryEntry.of(stored, language);
        QueryResult result = QueryResult.NONE;
        List<TablePage.Field> fields;
        Scale scale = Scale.YEN;
        String picture = null;
        Map<String, String> switches = Map.of();
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            citation = Citation.of(entry.summary(), site, shown(stored, given, language), loan, language);
            fields = Txn.calculateRead(loan.dataset(), () -> entry.fields(given, Choices.of(loan, language)));
            try {
                scale = scale(request);
                Asker asker = Asker.of(answers, loan, request);
                result = QueryResult.of(stored, given, TablePage.SHOWN, asker);
                picture = SheetPicture.preview(Stream.of(result.table()), loan);
                switches = QueryResult.switches(
                        stored, asker, column -> address(stored, given, language) + Asker.SHOW + "=" + column);
            } catch (Problem problem) {
                detail = problem.getMessage();
                help = problem.help(language);
                response.setStatus(problem.status());
            }
        }
        TablePage page = new TablePage(
                entry.summary(),
                entry.description(),
                language,
                "/api/queries/" + stored.name(),
                fields,
                result.table(),
                result.pictures(),
                new Embedding(site, stored, given, TablePage.SHOWN, language, Asked.parameter(request, Asker.SHOW)),
                switches,
                scales(stored, given, language, scale),
                links(stored, given, language),
                RowSnippets.of(stored, site + address(stored, given, language)),
                detail,
                help,
                citation.release());
        Map<String, Object> model = new HashMap<>(Map.of("page", page, "citation", citation));
        model.put("picture", picture);
        Delivery.of(request, null, answers.settings()).send(Template.render("table", model), request, response);
    }

    /** @throws Problem 400 if the parameter is not a scale */
    static Scale scale(HttpServletRequest request) {
        String asked = Asked.parameter(request, Asker.SCALE);
        return asked == null
                ? Scale.YEN
                : Scale.of(asked)
                        .orElseThrow(() -> new Problem(400, "No such scale", "There is no scale " + asked + ".")
                                .with("parameter", Asker.SCALE)
                                .with(
                                        "allowed",
                                        Stream.of(Scale.values())
                                                .map(Scale::yen)
                                                .toList()));
    }

    /** The page with amounts in each scale, if it has amounts. */
    private static Map<String, String> scales(
            StoredQuery stored, Map<String, String> given, String language, Scale shown) {
        Map<String, String> scales = new LinkedHashMap<>();
        if (stored.about().columns().values().stream().anyMatch(column -> column.unit() == Column.Unit.YEN)) {
            for (Scale scale : Scale.values()) {
                scales.put(
                        scale.in(language),
                        scale == shown ? null : address(stored, given, language) + Asker.SCALE + "=" + scale.yen());
            }
        }
        return scales;
    }

    /** The address of the page with what was asked. */
    static String shown(StoredQuery stored, Map<String, String> given, String language) {
        String address = address(stored, given, language);
        return address.substring(0, address.length() - 1);
    }

    /** The address of the page with what was asked, to which a parameter can be appended. */
    static String address(StoredQuery stored, Map<String, String> given, String language) {
        Map<String, String> asked = new TreeMap<>(given);
        asked.put(LANGUAGE, language);
        return "/api/queries/" + stored.name() + "?" + Asked.parameters(asked);
    }

    /** The same answer in other formats, and the corrections that may affect it. */
    private static Map<String, String> links(StoredQuery stored, Map<String, String> given, String language) {
        Map<String, String> links = new LinkedHashMap<>();
        String form = address(stored, given, language) + FORMAT + "=";
        links.put("CSV", form + "csv&" + HEADER + "=labels");
        links.put("CSV (Excel)", form + EXCEL);
        links.put("JSON", form + "json");
        links.put("Parquet", form + PARQUET);
        links.put(
                "Data Package",
                address(stored, given, language).replace("?", QueryDescription.DATA_PACKAGE.suffix() + "?"));
        links.put("SPARQL", "/api/queries/" + stored.name() + QueryDescription.TEXT.suffix());
        if (stored.standsAlone()) {
            links.put(
                    language.equals("ja") ? "エディタで書き換える" : "Change it in the editor",
                    "/sparql?example=" + stored.name() + "&lang=" + language);
        }
        links.put(language.equals("ja") ? "印刷の誤りの訂正" : "Corrections", CORRECTIONS + "?lang=" + language);
        return links;
    }
}
