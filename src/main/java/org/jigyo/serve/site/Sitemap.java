package org.jigyo.serve.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Nowhere;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.pages.Links;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.release.Thing;

/**
 * {@code /robots.txt}, which keeps crawlers away from computed answers, and {@code /sitemap.xml}, which leads them to
 * the documents: an index of {@code /sitemap/pages.xml} and of one sitemap for each city with its projects
 * (sitemaps.org, 0.9).
 */
public final class Sitemap extends Resource {

    private static final long serialVersionUID = 1;

    /** Maximum number of addresses in one sitemap. */
    private static final int MOST = 50_000;

    private static final String FOLDER = "/sitemap/";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final List<String> PAGES =
            List.of("/", "/about", "/compare", "/findings", "/api/queries", "/search", "/changes", "/llms.txt");
    private static final List<String> VOCABULARIES = List.of("ns", "dim");
    private static final List<String> COMPUTED =
            List.of("/sparql", "/data", "/search?", "/api/queries/", "/embed/", "/dump/");

    private final transient Answers answers;
    private final transient List<String> queries;

    /**
     * Creates the resource.
     *
     * @param queries names of the stored queries
     */
    public Sitemap(Answers answers, Iterable<String> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        NavigableSet<String> names = new TreeSet<>();
        queries.forEach(names::add);
        this.queries = List.copyOf(names);
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        String site = Asked.site(request);
        try (CurrentRelease.Loan loan = answers.borrow()) {
            Delivery delivery =
                    Delivery.of(request, loan.release().id() + "\nsitemap\n" + path + site, answers.settings());
            if (!delivery.known(request, response)) {
                delivery.send(answer(path, site, loan), request, response);
            }
        }
    }

    private Answer answer(String path, String site, CurrentRelease.Loan loan) {
        if (path.equals("/robots.txt")) {
            return new Answer("text/plain; charset=utf-8", robots(site).getBytes(StandardCharsets.UTF_8));
        }
        String date = loan.release().published().toString();
        if (path.equals("/sitemap.xml")) {
            List<String> parts = new ArrayList<>(List.of(FOLDER + "pages.xml"));
            cities(loan).forEach(city -> parts.add(FOLDER + city + ".xml"));
            return xml("sitemapindex", "sitemap", parts, site, date);
        }
        String name = path.startsWith(FOLDER) && path.endsWith(".xml")
                ? path.substring(FOLDER.length(), path.length() - 4)
                : "";
        if (name.equals("pages")) {
            return xml("urlset", "url", pages(loan), site, date);
        }
        if (cities(loan).contains(name)) {
            return xml("urlset", "url", of(name, loan), site, date);
        }
        throw Nowhere.at(path);
    }

    private String robots(String site) {
        StringBuilder text = new StringBuilder("User-agent: *\n");
        COMPUTED.forEach(path -> text.append("Disallow: ").append(path).append('\n'));
        queries.forEach(name -> text.append("Allow: /api/queries/").append(name).append("$\n"));
        return text.append("\nSitemap: ").append(site).append("/sitemap.xml\n").toString();
    }

    /** The pages of a city besides its document. */
    private static final List<String> CITY = List.of("policies", "money", "pledges", "findings");

    /** Local government codes, taken from the names of the editions' graphs. */
    static NavigableSet<String> cities(CurrentRelease.Loan loan) {
        Pattern edition = Pattern.compile(Pattern.quote(loan.release().base()) + "graph/(\\d{6})/.*");
        return loan.release().graphs().stream()
                .map(part -> edition.matcher(part.graph()))
                .filter(Matcher::matches)
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> pages(CurrentRelease.Loan loan) {
        List<String> pages = new ArrayList<>(PAGES);
        Txn.executeRead(
                loan.dataset(),
                () -> VOCABULARIES.stream()
                        .filter(name -> loan.dataset()
                                .getDefaultGraph()
                                .contains(
                                        Node.ANY,
                                        RDFS.isDefinedBy.asNode(),
                                        NodeFactory.createURI(Links.vocabulary(name))))
                        .forEach(name -> pages.add("/" + name)));
        pages.addAll(goals(loan));
        return pages;
    }

    /** The pages of the goals that projects have. */
    private static List<String> goals(CurrentRelease.Loan loan) {
        Links links = new Links(loan.release().base());
        Node goal = NodeFactory.createURI(Links.namespace("ns") + "sdgGoal");
        return Txn.calculateRead(
                loan.dataset(),
                () -> loan
                        .dataset()
                        .getDefaultGraph()
                        .find(Node.ANY, goal, Node.ANY)
                        .mapWith(found -> links.href(found.getObject().getURI()))
                        .toSet()
                        .stream()
                        .sorted()
                        .toList());
    }

    /** The pages of a city and of its projects. */
    private static List<String> of(String city, CurrentRelease.Loan loan) {
        List<String> pages = new ArrayList<>();
        Node municipality = NodeFactory.createURI(loan.release().base() + "id/municipality/" + city);
        if (Txn.calculateRead(loan.dataset(), () -> Thing.known(municipality, loan.dataset()))) {
            pages.add("/doc/municipality/" + city);
            CITY.forEach(page -> pages.add("/city/" + city + "/" + page));
        }
        pages.addAll(projects(city, loan));
        return pages;
    }

    private static List<String> projects(String city, CurrentRelease.Loan loan) {
        Links links = new Links(loan.release().base());
        String prefix = loan.release().base() + "id/project/" + city + "-";
        Node project = NodeFactory.createURI(Links.namespace("ns") + "Project");
        return Txn.calculateRead(
                loan.dataset(),
                () -> loan
                        .dataset()
                        .getDefaultGraph()
                        .find(Node.ANY, RDF.type.asNode(), project)
                        .mapWith(Triple::getSubject)
                        .filterKeep(node -> node.isURI() && node.getURI().startsWith(prefix))
                        .mapWith(node -> links.href(node.getURI()))
                        .toList()
                        .stream()
                        .distinct()
                        .sorted()
                        .limit(MOST - CITY.size() - 1)
                        .toList());
    }

    /** Paths below {@code /doc/} and other own paths need no XML escapes. */
    private static Answer xml(String root, String entry, List<String> paths, String site, String date) {
        StringBuilder text = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + NAMESPACE + "\">\n");
        for (String path : paths) {
            text.append("<")
                    .append(entry)
                    .append("><loc>")
                    .append(site)
                    .append(path)
                    .append("</loc><lastmod>");
            text.append(date).append("</lastmod></").append(entry).append(">\n");
        }
        text.append("</").append(root).append(">\n");
        return new Answer("application/xml", text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
