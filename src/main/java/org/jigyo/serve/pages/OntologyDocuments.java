package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.system.Txn;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Nowhere;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.ontology.Chapter;
import org.jigyo.serve.ontology.OntologyFiles;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/**
 * The ontology that comes with the program: {@code /ns}, {@code /dim}, {@code /code} and {@code /shapes}, as a page or as RDF, by
 * negotiation or by ending ({@code /ns.ja.html}, {@code /ns.ttl}).
 */
public final class OntologyDocuments extends Resource {

    private static final long serialVersionUID = 1;

    /** Where versions of the ontology are named; there are documents of the present one only. */
    private static final String VERSIONS = "/ns/";

    private static final Pattern ADDRESS = Pattern.compile("/([a-z]+)(?:\\.(ja|en)\\.html|\\.([a-z]+))?");

    private final transient Answers answers;
    private final transient SortedMap<String, StoredQuery> queries;
    private final transient Map<String, Answer> pages = new ConcurrentHashMap<>();
    private transient OntologyFiles files;

    public OntologyDocuments(Answers answers, SortedMap<String, StoredQuery> queries) {
        super("GET", "HEAD");
        this.answers = answers;
        this.queries = queries;
    }

    /** All addresses that it answers for. */
    public List<String> addresses() {
        return Stream.concat(
                        Stream.of(VERSIONS + "*"),
                        Stream.of(Chapter.values())
                                .flatMap(chapter -> Stream.concat(
                                                Stream.of("", ".ja.html", ".en.html"),
                                                Format.GRAPHS.stream().map(format -> "." + format.suffix()))
                                        .map(ending -> "/" + chapter.key() + ending)))
                .toList();
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches()) {
            version(path, response);
            return;
        }
        Chapter chapter = Chapter.valueOf(address.group(1).toUpperCase(Locale.ROOT));
        String language = address.group(2) == null ? Asked.language(request) : address.group(2);
        String format = address.group(3) == null ? Asked.parameter(request, "format") : address.group(3);
        if (address.group(2) != null || (format == null && Format.wantsPage(Asked.accept(request), Format.GRAPHS))) {
            page(chapter, language, request, response);
        } else {
            data(chapter, Format.choose(Asked.accept(request), format, Format.GRAPHS), request, response);
        }
    }

    private void page(Chapter chapter, String language, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String name = chapter.page(language);
        Answer page = pages.computeIfAbsent(name, key -> files().page(chapter, language));
        response.setHeader("Content-Location", "/" + name);
        Delivery delivery = Delivery.of(request, new String(page.bytes(), StandardCharsets.UTF_8), answers.settings());
        if (!delivery.known(request, response)) {
            delivery.send(page, request, response);
        }
    }

    private void data(Chapter chapter, Format format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("Content-Location", "/" + chapter.key() + "." + format.suffix());
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            String site = Asked.site(request);
            Delivery delivery = Delivery.of(
                    request, loan.release().id() + "\n" + chapter + "\n" + format + site, answers.settings());
            if (!delivery.known(request, response)) {
                delivery.send(
                        Txn.calculateRead(
                                loan.dataset(), () -> GraphAnswer.of(files().graph(chapter), format, site, loan)),
                        request,
                        response);
            }
        }
    }

    private void version(String path, HttpServletResponse response) {
        if (!path.startsWith(VERSIONS) || !files().version(Chapter.NS.iri() + path.substring(VERSIONS.length() - 1))) {
            throw Nowhere.at(path);
        }
        response.setStatus(303);
        response.setHeader("Location", "/ns");
    }

    /** Read when somebody first asks. */
    private synchronized OntologyFiles files() {
        if (files == null) {
            files = new OntologyFiles(queries);
        }
        return files;
    }
}
