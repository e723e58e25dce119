package org.jigyo.serve.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.jena.system.Txn;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Template;
import org.jigyo.serve.pages.TablePage;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;

/**
 * {@code /changes}: the kept releases and the extent of their changes, as a page and an Atom feed
 * ({@code /changes.atom}). {@code /changes/{id}} shows what one of them changed, and {@code /changes/{id}.ttl} returns
 * its change sets, to which their names below {@code /id/release/} lead.
 */
public final class ChangesFeed extends Resource {

    private static final long serialVersionUID = 1;

    /** Path of the names of releases and their change sets. */
    private static final String NAMES = "/id/release/";

    private static final List<Format> TURTLE = List.of(Format.TURTLE);
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final transient Answers answers;
    private final transient Releases releases;

    /**
     * Computed once, because a release does not change; a release with equal content that was rebuilt is a different
     * one.
     */
    private final transient Map<String, ChangeEntry> counted = new ConcurrentHashMap<>();

    /** The feed of a data folder's releases. */
    public ChangesFeed(Answers answers, Releases releases) {
        super("GET", "HEAD");
        this.answers = answers;
        this.releases = releases;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.startsWith(NAMES)) {
            String id = path.substring(NAMES.length()).split("/", 2)[0];
            if (releases.find(id).isEmpty()) {
                throw unknown(id);
            }
            response.setStatus(303);
            response.setHeader("Location", "/changes/" + id);
        } else if (path.startsWith("/changes/")) {
            changes(path.substring(9), request, response);
        } else if (path.equals("/changes.atom")) {
            String site = Asked.site(request);
            send(new Answer("application/atom+xml; charset=utf-8", atom(site)), request, response);
        } else {
            String language = Asked.language(request);
            send(Template.render("changes", Map.of("entries", entries(), "language", language)), request, response);
        }
    }

    private void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Delivery.of(request, null, answers.settings()).send(answer, request, response);
    }

    private void changes(String name, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean turtle = name.endsWith(".ttl");
        Release release = releases.find(turtle ? name.substring(0, name.length() - 4) : name)
                .filter(known -> Files.exists(known.changes()))
                .orElseThrow(() -> unknown(name));
        String accept = Asked.accept(request);
        if (!turtle && Format.wantsPage(accept, TURTLE)) {
            send(page(release, request), request, response);
            return;
        }
        Format format = turtle ? Format.TURTLE : Format.choose(accept, null, TURTLE);
        Delivery delivery = Delivery.ofFile(release.id() + release.published() + "\nchanges");
        if (!delivery.known(request, response)) {
            delivery.send(release.changes(), format.contentType(), false, request, response);
        }
    }

    private static Problem unknown(String name) {
        return new Problem(404, "Not known", "There are no changes named " + name + "; see /changes.");
    }

    private Answer page(Release release, HttpServletRequest request) throws IOException {
        String language = Asked.language(request);
        ChangeEntry entry = entries().stream()
                .filter(other -> other.id().equals(release.id()))
                .findFirst()
                .orElseThrow();
        try (CurrentRelease.Loan loan = answers.borrow()) {
            TablePage page = Txn.calculateRead(loan.dataset(), () -> ChangeRows.of(release, entry, loan, language));
            return Template.render("table", Map.of("page", page));
        }
    }

    private List<ChangeEntry> entries() throws IOException {
        Map<String, ChangeEntry> entries = new LinkedHashMap<>();
        for (Release release : releases.list()) {
            String key = release.id() + release.published();
            ChangeEntry known = counted.get(key);
            entries.put(key, known == null ? ChangeEntry.of(release) : known);
        }
        counted.keySet().retainAll(entries.keySet());
        counted.putAll(entries);
        return List.copyOf(entries.values());
    }

    /** The feed. Its links lead to the requested host; its ids are those of the data, whatever the host. */
    private byte[] atom(String site) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            List<ChangeEntry> entries = entries();
            String base = base();
            text(xml, "id", base + "changes.atom");
            text(xml, "title", "Jigyo");
            link(xml, "self", site + "/changes.atom", "application/atom+xml");
            link(xml, "alternate", site + "/changes", "text/html");
            text(
                    xml,
                    "updated",
                    entries.isEmpty() ? "1970-01-01T00:00:00Z" : entries.get(0).published());
            xml.writeStartElement("author");
            text(xml, "name", "Jigyo");
            xml.writeEndElement();
            for (ChangeEntry entry : entries) {
                entry(xml, entry, base, site);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, ChangeEntry entry, String base, String site)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", base + "id/release/" + entry.id());
        text(xml, "title", "Release " + entry.id());
        text(xml, "updated", entry.published());
        if (entry.known()) {
            String changes = site + "/changes/" + entry.id();
            link(xml, "alternate", changes, "text/html");
            link(xml, "alternate", changes + ".ttl", "text/turtle");
        } else {
            link(xml, "alternate", site + "/changes", "text/html");
        }
        text(
                xml,
                "summary",
                entry.known()
                        ? entry.things() + " things changed: " + entry.added() + " statements added, " + entry.removed()
                                + " removed"
                        : "no earlier release to compare with");
        xml.writeEndElement();
    }

    private String base() {
        try (CurrentRelease.Loan loan = answers.borrow()) {
            return loan.release().base();
        }
    }

    private static void link(XMLStreamWriter xml, String relation, String address, String type)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
        xml.writeAttribute("type", type);
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
