package org.jigyo.serve;

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
import org.jigyo.release.Release;
import org.jigyo.release.Releases;

/**
 * {@code /changes}: the releases there are and what each changed, as a page and an Atom feed ({@code /changes.atom});
 * {@code /changes/{id}.ttl} are the change sets themselves.
 */
final class ChangesFeed extends Resource {

    private static final long serialVersionUID = 1;

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final transient Answers answers;
    private final transient Releases releases;

    /** Counted once: a release does not change. One of the same content that was made again is another one. */
    private final transient Map<String, ChangeEntry> counted = new ConcurrentHashMap<>();

    ChangesFeed(Answers answers, Releases releases) {
        super("GET", "HEAD");
        this.answers = answers;
        this.releases = releases;
    }

    @Override
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI();
        if (path.startsWith("/changes/")) {
            send(new Answer(Format.TURTLE.contentType(), changes(path.substring(9))), request, response);
        } else if (path.equals("/changes.atom")) {
            send(new Answer("application/atom+xml; charset=utf-8", atom(request)), request, response);
        } else {
            String language = Pages.language(request.getParameter("lang"), request.getHeader("Accept-Language"));
            send(Pages.render("changes", Map.of("entries", entries(), "language", language)), request, response);
        }
    }

    private void send(Answer answer, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Delivery.of(request, null, answers.settings()).send(answer, request, response);
    }

    private byte[] changes(String name) throws IOException {
        for (Release release : releases.list()) {
            if (name.equals(release.id() + ".ttl") && Files.exists(release.changes())) {
                return Files.readAllBytes(release.changes());
            }
        }
        throw new Problem(404, "Not known", "There are no changes named " + name + "; see /changes.");
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

    private byte[] atom(HttpServletRequest request) throws IOException {
        String site = request.getRequestURL().toString().replaceFirst("/changes\\.atom$", "");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            List<ChangeEntry> entries = entries();
            text(xml, "id", site + "/changes.atom");
            text(xml, "title", "Jigyo");
            text(
                    xml,
                    "updated",
                    entries.isEmpty() ? "1970-01-01T00:00:00Z" : entries.get(0).published());
            xml.writeStartElement("author");
            text(xml, "name", "Jigyo");
            xml.writeEndElement();
            for (ChangeEntry entry : entries) {
                entry(xml, entry, site);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(XMLStreamWriter xml, ChangeEntry entry, String site) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", site + "/changes/" + entry.id() + ".ttl");
        text(xml, "title", "Release " + entry.id());
        text(xml, "updated", entry.published());
        xml.writeEmptyElement("link");
        xml.writeAttribute("href", site + "/changes/" + entry.id() + ".ttl");
        xml.writeAttribute("type", "text/turtle");
        text(
                xml,
                "summary",
                entry.things() + " things changed: " + entry.added() + " statements added, " + entry.removed()
                        + " removed");
        xml.writeEndElement();
    }

    private static void text(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
