package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Client;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Static;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.query.ParsedQuery;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Rows;
import org.jigyo.serve.table.Table;
import org.jigyo.serve.table.TableCell;

/**
 * {@code /search?q=}: full-text search, as a page or as JSON. A user's input is always words, never Lucene or SPARQL
 * syntax.
 */
public final class SearchPage extends Resource {

    private static final long serialVersionUID = 1;

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV);
    private static final Pattern SINGLE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]");
    private static final int LONGEST = 200;
    /** Maximum number of characters of a long text in a row. */
    private static final int EXCERPT = 160;

    private final transient Answers answers;
    private final transient Query query = QueryFactory.create(Static.text("search.rq"));

    /** The search over the release being served. */
    public SearchPage(Answers answers) {
        super("GET", "HEAD");
        this.answers = answers;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String given = Asked.parameter(request, "q");
        String asked = given == null ? "" : given.strip();
        String language = Asked.language(request);
        if (asked.length() > LONGEST) {
            throw new Problem(400, "Too long", "Search for at most " + LONGEST + " characters.").with("limit", LONGEST);
        }
        if (Format.wantsPage(Asked.accept(request), FORMATS) && Asked.parameter(request, "format") == null) {
            page(asked, language, request, response);
            return;
        }
        if (asked.isEmpty()) {
            throw new Problem(400, "Nothing to search for", "Give the search words as the parameter q.");
        }
        Format format = Format.choose(Asked.accept(request), Asked.parameter(request, "format"), FORMATS);
        answers.send(bound(asked, language), null, format, request, response);
    }

    private void page(String asked, String language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (CurrentRelease.Loan loan = answers.borrow(response)) {
            Table table = Table.NONE;
            if (!asked.isEmpty()) {
                try (Answer rows = answers.table(bound(asked, language), loan, Client.of(request))) {
                    table = found(
                            Rows.of(rows.bytes()),
                            asked,
                            language,
                            new Links(loan.release().base()));
                }
            }
            boolean japanese = language.equals("ja");
            String encoded = java.net.URLEncoder.encode(asked, java.nio.charset.StandardCharsets.UTF_8);
            TablePage page = new TablePage(
                    japanese ? "検索" : "Search",
                    "",
                    language,
                    "/search",
                    List.of(new TablePage.Field("q", japanese ? "キーワード" : "Keywords", asked, Map.of())),
                    table,
                    List.of(),
                    Map.of(),
                    asked.isEmpty()
                            ? Map.of()
                            : new java.util.TreeMap<>(Map.of(
                                    "JSON",
                                    "/search?format=json&lang=" + language + "&q=" + encoded,
                                    "CSV",
                                    "/search?format=csv&lang=" + language + "&q=" + encoded)),
                    "",
                    loan.release().id());
            Delivery.of(request, null, answers.settings())
                    .send(Template.render("table", Map.of("page", page)), request, response);
        }
    }

    /** A table for people: the text around the hit links to the thing, its project's name to the project. */
    private static Table found(Rows rows, String asked, String language, Links links) {
        List<List<TableCell>> cells = rows.rows().stream()
                .limit(TablePage.SHOWN)
                .map(row -> {
                    Rows.Term thing = row.get("thing");
                    Rows.Term label = row.getOrDefault("label", thing);
                    return List.of(
                            TableCell.text(
                                    around(label.text(), asked), links.href(thing.text(), language), label.language()),
                            text(row.get("kind"), null),
                            text(
                                    row.get("ofLabel"),
                                    row.get("of") == null
                                            ? null
                                            : links.href(row.get("of").text(), language)));
                })
                .toList();
        return Table.of(
                language.equals("ja") ? List.of("見つかったもの", "種類", "事業") : List.of("Found", "Kind", "Project"),
                cells,
                rows.rows().size());
    }

    private static TableCell text(Rows.Term term, String href) {
        return term == null ? TableCell.text("", href, null) : TableCell.text(term.text(), href, term.language());
    }

    private static String around(String text, String asked) {
        int hit = Math.max(0, text.toLowerCase(Locale.ROOT).indexOf(asked.toLowerCase(Locale.ROOT)));
        int from = text.length() <= EXCERPT ? 0 : Math.max(0, Math.min(hit - EXCERPT / 4, text.length() - EXCERPT));
        int to = Math.min(text.length(), from + EXCERPT);
        return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
    }

    private ParsedQuery bound(String asked, String language) {
        // In lower case, as indexed: AND, OR and NOT are plain words here.
        String words = QueryParser.escape(asked.toLowerCase(Locale.ROOT));
        // Bigrams must be adjacent, so they form a phrase; a single character may be either half of a bigram.
        String one = Normalizer.normalize(asked, Normalizer.Form.NFKC);
        String pairs = SINGLE.matcher(one).matches() ? "/.?" + one + ".?/" : '"' + words + '"';
        return ParsedQuery.of(QueryTransformOps.replaceVars(
                query,
                Map.of(
                        Var.alloc("_words"), NodeFactory.createLiteralString(words),
                        Var.alloc("_pairs"), NodeFactory.createLiteralString(pairs),
                        Var.alloc("_language"), NodeFactory.createLiteralString(language))));
    }
}
