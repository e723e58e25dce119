package org.jigyo.serve.pages;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.export.Nanopublication;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Nowhere;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.release.Thing;

/**
 * {@code /id/…} and {@code /code/…}: names of things, which redirect (303) to {@code /doc/…}: documents about them, in
 * the format given by the suffix or the Accept header.
 */
public final class LinkedData extends Resource {

    private static final long serialVersionUID = 1;

    private static final List<Format> DATA =
            List.of(Format.TURTLE, Format.JSONLD, Format.NTRIPLES, Format.RDFXML, Format.CSV);
    /** One fact with its evidence as JSON-LD. */
    private static final String NANOPUBLICATION = "nanopub";

    private static final List<String> SUFFIXES =
            List.of("html", "ttl", "jsonld", "nt", "rdf", "json", "csv", NANOPUBLICATION);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /**
     * The documents of the release being served.
     *
     * @param queries the stored queries by name, whose answers head the pages of some things
     */
    public LinkedData(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = URLDecoder.decode(request.getRequestURI().replace("+", "%2B"), StandardCharsets.UTF_8);
        if (path.indexOf('/', 1) < 0) {
            throw Nowhere.at(path);
        }
        if (path.startsWith("/id/") || path.startsWith("/code/")) {
            redirect(path.startsWith("/id/") ? path.substring(4) : path.substring(1), request, response);
        } else {
            String name = path.substring(5);
            Optional<SheetPicture> picture = SheetPicture.at(name);
            if (picture.isPresent()) {
                picture.get().send(answers, request, response);
            } else {
                document(name, request, response);
            }
        }
    }

    private void redirect(String path, HttpServletRequest request, HttpServletResponse response) {
        try (CurrentRelease.Loan loan = answers.borrow()) {
            Node thing = new Links(loan.release().base()).thing(path);
            if (!Txn.calculateRead(loan.dataset(), () -> Thing.known(thing, loan.dataset()))) {
                throw unknown(thing, loan);
            }
        }
        response.setStatus(303);
        response.setHeader("Vary", "Accept");
        response.setHeader("Location", "/doc/" + raw(request));
    }

    private static String raw(HttpServletRequest request) {
        String uri = request.getRequestURI();
        return uri.startsWith("/id/") ? uri.substring(4) : uri.substring(1);
    }

    private void document(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            String suffix = suffix(path);
            String name = suffix == null ? path : path.substring(0, path.length() - suffix.length() - 1);
            String format = suffix == null ? negotiated(request) : suffix;
            Asker asker = Asker.of(answers, loan, request);
            Thing thing = Txn.calculateRead(
                    loan.dataset(), () -> Thing.read(new Links(loan.release().base()).thing(name), loan.dataset()));
            if (!thing.exists()) {
                throw unknown(thing.node(), loan);
            }
            // Only for known things: any other name is the client's invention.
            response.setHeader("Content-Location", "/doc/" + name + "." + format);
            response.setHeader("Link", "<" + thing.node().getURI() + ">; rel=\"describes\"");
            Delivery delivery = Delivery.of(
                    request,
                    String.join("\n", asker.version(), DrawnSheet.version(name, loan), format),
                    answers.settings());
            if (!delivery.known(request, response)) {
                // Outside the transaction, because they are asked in threads of their own.
                boolean page = format.equals("html");
                List<Section> sections = page ? sections(name, asker) : List.of();
                DrawnSheet sheet =
                        page ? DrawnSheet.of(name, asker.language(), loan).orElse(null) : null;
                String preview = page ? preview(thing.node(), name, sections, loan) : null;
                Answer answer = Txn.calculateRead(
                        loan.dataset(),
                        () -> page
                                ? Template.render("thing", parameters(thing, name, sections, sheet, preview, asker))
                                : data(thing, name, format, asker));
                delivery.send(answer, request, response);
            }
        }
    }

    /** A drawn page of the sheet, of the project's newest sheet, or of that on which the first figure is printed; null if none is drawn. */
    private static String preview(Node thing, String name, List<Section> sections, CurrentRelease.Loan loan)
            throws IOException {
        String own = SheetPicture.preview(thing, name, loan);
        return own == null ? SheetPicture.preview(sections.stream().map(Section::table), loan) : own;
    }

    /** The answers that head the page of a thing; none if it has no such page. */
    private List<Section> sections(String name, Asker asker) throws IOException {
        Optional<PagePlan.Match> page = PagePlan.ofThing(name);
        return page.isEmpty() ? List.of() : QueryResult.sections(page.get(), queries, asker);
    }

    private static Problem unknown(Node thing, CurrentRelease.Loan loan) {
        Optional<String> changed = loan.lastChanged(thing);
        if (changed.isPresent()) {
            String changes = "/changes/" + changed.get();
            return new Problem(
                            410,
                            "Gone",
                            "Another release describes " + thing.getURI()
                                    + ", but the current one does not; for the changes see " + changes + ".")
                    .with("changes", changes);
        }
        return new Problem(404, "Not known", "The current release does not describe " + thing.getURI() + ".");
    }

    private static String suffix(String path) {
        String end = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return SUFFIXES.contains(end) ? end : null;
    }

    private static String negotiated(HttpServletRequest request) {
        String accept = Asked.accept(request);
        if (Format.prefers("application/json", accept, DATA, "text/html")) {
            return "json";
        }
        return Format.wantsPage(accept, DATA)
                ? "html"
                : Format.choose(accept, null, DATA).suffix();
    }

    private static Answer data(Thing thing, String name, String format, Asker asker) {
        CurrentRelease.Loan loan = asker.loan();
        return switch (format) {
            case "json" -> new Answer("application/json", json(page(thing, name, asker)));
            case "csv" ->
                new Answer(
                        "text/csv; charset=utf-8",
                        ThingTable.csv(ThingStatements.of(thing, name, loan)).getBytes(StandardCharsets.UTF_8));
            case NANOPUBLICATION -> nanopublication(thing, name, loan);
            default -> graph(ThingStatements.of(thing, name, loan), format, asker.site(), loan);
        };
    }

    /** @throws Problem 404 if the thing was not read from a sheet */
    private static Answer nanopublication(Thing thing, String name, CurrentRelease.Loan loan) {
        if (PrintedFacts.cells(thing).isEmpty()) {
            throw new Problem(
                    404,
                    "No single fact",
                    "Only what was read from one cell of a sheet is published with its evidence.");
        }
        String base = loan.release().base();
        return new Answer(
                Format.JSONLD.contentType(),
                new Nanopublication(
                                base + "doc/" + name + "." + NANOPUBLICATION,
                                thing,
                                PrintedFacts.originals(loan.dataset().getDefaultGraph(), thing),
                                base + "id/publisher",
                                loan.release().id(),
                                loan.release().published())
                        .jsonLd(loan.dataset()));
    }

    private Map<String, Object> parameters(
            Thing thing, String name, List<Section> sections, DrawnSheet sheet, String preview, Asker asker) {
        Map<String, Object> parameters = new HashMap<>();
        ThingPage page = page(thing, name, asker);
        CurrentRelease.Loan loan = asker.loan();
        String language = asker.language();
        String path = "/doc/" + name;
        Optional<PagePlan.Match> plan = PagePlan.ofThing(name);
        parameters.put("page", page);
        parameters.put("asked", asker.asked());
        parameters.put("lead", plan.map(match -> match.lead(language)).orElse(""));
        parameters.put("nameless", new DisplayNames(loan.dataset().getDefaultGraph(), language).nameless(thing.node()));
        parameters.put(
                "citation",
                Citation.of(page.title(), asker.site(), asker.cited().replace(asker.path(), path), loan, language));
        parameters.put(
                "links", plan.map(match -> match.links(language, asker.kept())).orElse(Map.of()));
        parameters.put(
                "controls",
                plan.map(match -> Switches.of(match, queries, asker)).orElse(Switches.NONE));
        parameters.put("sections", sections);
        parameters.put("cells", PrintedFacts.cells(thing));
        parameters.put("sheet", sheet);
        parameters.put("picture", preview);
        parameters.put("markup", DatasetMarkup.of(thing.node(), path, language, asker.site(), loan));
        return parameters;
    }

    private static ThingPage page(Thing thing, String name, Asker asker) {
        CurrentRelease.Loan loan = asker.loan();
        return new ThingPages(loan.release(), loan.dataset().getDefaultGraph(), asker.language()).page(thing, name);
    }

    private static byte[] json(ThingPage page) {
        return (JSON.valueToTree(page).toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Answer graph(List<Triple> statements, String format, String site, CurrentRelease.Loan loan) {
        Graph graph = GraphFactory.createDefaultGraph();
        statements.forEach(graph::add);
        return GraphAnswer.of(graph, Format.choose(null, format, Format.GRAPHS), site, loan);
    }
}
