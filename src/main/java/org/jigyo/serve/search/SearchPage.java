package org.jigyo.serve.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.system.Txn;
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
import org.jigyo.serve.pages.Displays;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.query.ParsedQuery;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Rows;
import org.jigyo.serve.table.Scale;

/**
 * {@code /search?q=}: full-text search, as a page with results grouped by project, which can be narrowed, or as rows of hits. A
 * user's input is always words, never Lucene or SPARQL syntax.
 */
public final class SearchPage extends Resource {

    private static final long serialVersionUID = 1;

    private static final List<Format> FORMATS = List.of(Format.JSON, Format.CSV);
    private static final Pattern SINGLE = Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]");
    private static final int LONGEST = 200;
    private static final String FACTS = Static.text("search-projects.rq");
    private static final Pattern IRI = Pattern.compile("[^\\s<>\"{}|\\\\^`]+");

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
        Map<Facet, String> chosen = chosen(request);
        if (Format.wantsPage(Asked.accept(request), FORMATS) && Asked.parameter(request, "format") == null) {
            page(asked, chosen, language, request, response);
            return;
        }
        if (asked.isEmpty()) {
            throw new Problem(400, "Nothing to search for", "Give the search words as the parameter q.");
        }
        if (!chosen.isEmpty()) {
            String facet = chosen.keySet().iterator().next().parameter();
            throw new Problem(
                            400,
                            "Wrong parameter",
                            "Only the page is narrowed by " + facet + "; data contain all hits.")
                    .with("parameter", facet);
        }
        Format format = Format.choose(Asked.accept(request), Asked.parameter(request, "format"), FORMATS);
        answers.send(bound(asked, language), null, format, request, response);
    }

    private static Map<Facet, String> chosen(HttpServletRequest request) {
        Map<Facet, String> chosen = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            String value = Asked.parameter(request, facet.parameter());
            if (value != null && !value.isBlank()) {
                chosen.put(facet, value.strip());
            }
        }
        return chosen;
    }

    private void page(
            String asked,
            Map<Facet, String> chosen,
            String language,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String number = Asked.parameter(request, "page");
        int page = number != null && number.matches("\\d{1,4}") ? Integer.parseInt(number) : 1;
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            List<Found> found = List.of();
            boolean cut = false;
            if (!asked.isEmpty()) {
                Rows rows = rows(bound(asked, language), loan, request);
                cut = rows.rows().size() >= query.getLimit();
                found = Found.of(rows);
                if (!found.isEmpty()) {
                    Found.describe(found, rows(facts(found), loan, request));
                }
            }
            SearchResults results = new SearchResults(asked, chosen, Displays.of(loan, language, Scale.YEN));
            List<Found> all = found;
            boolean more = cut;
            SearchView view = Txn.calculateRead(
                    loan.dataset(),
                    () -> results.view(all, more, page, loan.release().id()));
            Delivery.of(request, null, answers.settings())
                    .send(Template.render("search", Map.of("view", view)), request, response);
        }
    }

    private Rows rows(ParsedQuery asked, CurrentRelease.Loan loan, HttpServletRequest request) throws IOException {
        try (Answer answer = answers.table(asked, loan, Client.of(request))) {
            return Rows.of(answer.bytes());
        }
    }

    /** The query about the things found; an IRI that cannot stand in a query is left out. */
    private static ParsedQuery facts(List<Found> found) {
        String iris = found.stream()
                .map(Found::iri)
                .filter(iri -> IRI.matcher(iri).matches())
                .map(iri -> "<" + iri + ">")
                .collect(Collectors.joining(" "));
        return ParsedQuery.of(QueryFactory.create(FACTS.replace("<https://example.org/project>", iris)));
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
