package org.jigyo.serve.ontology;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.OWL2;
import org.jigyo.Bundled;
import org.jigyo.EnvironmentException;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Static;
import org.jigyo.serve.http.Template;

/** The documentation of the ontology as files: the same program makes the same bytes. */
public final class OntologyFiles {

    /** The address of the JSON-LD context of sheet records. */
    public static final String RECORD_CONTEXT = "record.jsonld";

    private final OntologyModel model = OntologyModel.bundled();
    private final OntologyPages pages;

    /** @param queries the stored queries, which the pages show as examples */
    public OntologyFiles(SortedMap<String, StoredQuery> queries) {
        this.pages = new OntologyPages(model, queries.values());
    }

    /** The page of a chapter in ja or en. */
    public Answer page(Chapter chapter, String language) {
        return Template.render("ontology", Map.of("page", pages.page(chapter, language)));
    }

    /** What the ontology says of a chapter and its terms. */
    public Graph graph(Chapter chapter) {
        return chapter.cut(model.terms()).getGraph();
    }

    /** Whether this IRI names a version of the ontology, the present one or one before it. */
    public boolean version(String iri) {
        Resource version = model.terms().getResource(iri);
        return Stream.of(OWL2.versionIRI, OWL2.priorVersion)
                .anyMatch(property -> model.terms().contains(null, property, version));
    }

    /** The JSON-LD context of sheet records. */
    public static byte[] recordContext() {
        return Bundled.files("/record", ".jsonld").get("context.jsonld");
    }

    private byte[] data(Chapter chapter, Format format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(graph(chapter)).lang(format.lang()).output(bytes);
        return bytes.toByteArray();
    }

    /**
     * Writes all pages, the RDF of each chapter, the context of sheet records and the style into a folder, ready for any web server.
     *
     * @throws EnvironmentException if the folder cannot be written
     */
    public void write(Path folder) {
        try {
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (Chapter chapter : Chapter.values()) {
                files.put(chapter.page("ja"), page(chapter, "ja").bytes());
                files.put(chapter.page("en"), page(chapter, "en").bytes());
                Format.GRAPHS.forEach(
                        format -> files.put(chapter.key() + "." + format.suffix(), data(chapter, format)));
            }
            files.put("index.html", files.get(Chapter.NS.page("ja")));
            files.put(RECORD_CONTEXT, recordContext());
            files.put("style.css", Static.bytes("style.css"));
            files.put("favicon.ico", Static.bytes("favicon.ico"));
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "cannot write to " + folder + " (" + EnvironmentException.reason(e) + ")", e);
        }
    }
}
