package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.SKOS;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Nowhere;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/** The pages with an address of their own that consist of answers of stored queries, among them the start page. */
public final class PlannedPage extends Resource {

    private static final long serialVersionUID = 1;

    private static final String CODE = "https://w3id.org/jigyo/code/";

    /** The lists whose concepts say what a figure is. */
    private static final List<String> FIGURES = List.of("phase", "value-kind", "link-basis");

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;

    /** What a code means: its name and its definition in the language of the page. */
    public record Meaning(String name, String definition) {}

    /**
     * The pages over the release being served.
     *
     * @param queries the stored queries by name
     */
    public PlannedPage(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    /** The servlet paths of the pages. */
    public static List<String> addresses() {
        return PagePlan.all().stream()
                .filter(plan -> plan.address() != null)
                .map(plan ->
                        plan.address().isEmpty() ? "" : "/" + plan.address().replaceFirst("\\{.*", "*"))
                .distinct()
                .toList();
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        PagePlan.Match page = PagePlan.at(path.substring(1)).orElseThrow(() -> Nowhere.at(path));
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            Asker asker = Asker.of(answers, loan, request);
            Delivery delivery = Delivery.of(request, asker.version(), answers.settings());
            if (!delivery.known(request, response)) {
                delivery.send(page(page, asker), request, response);
            }
        }
    }

    private Answer page(PagePlan.Match asked, Asker asker) throws IOException {
        CurrentRelease.Loan loan = asker.loan();
        String language = asker.language();
        Map<String, Object> model = new HashMap<>();
        PagePlan.Match page = Txn.calculateRead(loan.dataset(), () -> {
            model.put("controls", Switches.of(asked, queries, asker));
            return described(asked, model, asker);
        });
        List<Section> sections = QueryResult.sections(page, queries, asker);
        model.put("title", page.title(language));
        model.put("lead", page.lead(language));
        model.put("links", page.links(language, asker.kept()));
        model.put("asked", asker.asked());
        model.put("language", language);
        model.put("sections", sections);
        model.put("release", loan.release());
        model.put("picture", SheetPicture.preview(sections.stream().map(Section::table), loan));
        model.put("citation", Citation.of(page.title(language), asker.site(), asker.cited(), loan, language));
        if (page.plan().template().equals("home")) {
            model.put("lit", LitFigure.of(sections, asker));
        }
        return Template.render(page.plan().template(), model);
    }

    /** Adds what a page says besides its answers, and returns it with the name of the thing that it is about. */
    private static PagePlan.Match described(PagePlan.Match asked, Map<String, Object> model, Asker asker) {
        CurrentRelease.Loan loan = asker.loan();
        String language = asker.language();
        String base = loan.release().base();
        Graph data = loan.dataset().getDefaultGraph();
        DisplayNames names = new DisplayNames(data, language);
        switch (asked.plan().template()) {
            case "home" -> {
                Node dataset = NodeFactory.createURI(base + "id/dataset");
                model.put("markup", DatasetMarkup.of(dataset, asker.path(), language, asker.site(), loan));
            }
            case "about" ->
                model.put(
                        "meanings",
                        FIGURES.stream()
                                .flatMap(list -> meanings(list, data, names, language).stream())
                                .toList());
            default -> {}
        }
        return asked.iri(base)
                .map(about -> asked.named(names.of(NodeFactory.createURI(about))))
                .orElse(asked);
    }

    private static List<Meaning> meanings(String list, Graph data, DisplayNames names, String language) {
        return data
                .find(Node.ANY, SKOS.topConceptOf.asNode(), NodeFactory.createURI(CODE + list))
                .mapWith(found -> found.getSubject())
                .toList()
                .stream()
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .distinct()
                .map(concept -> new Meaning(names.of(concept), definition(concept, data, language)))
                .toList();
    }

    private static String definition(Node concept, Graph data, String language) {
        return data.find(concept, SKOS.definition.asNode(), Node.ANY)
                .mapWith(found -> found.getObject())
                .filterKeep(text -> text.getLiteralLanguage().equals(language))
                .mapWith(Node::getLiteralLexicalForm)
                .nextOptional()
                .orElse("");
    }
}
