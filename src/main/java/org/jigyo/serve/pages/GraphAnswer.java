package org.jigyo.serve.pages;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.serialization.QuadsToJsonld;
import com.apicatalog.rdf.api.RdfConsumerException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFWriter;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.XmlText;
import org.jigyo.serve.release.CurrentRelease;

/** Writes a document of the linked data as RDF with the prefixes of its release; JSON-LD uses the published context. */
final class GraphAnswer {

    private GraphAnswer() {}

    /**
     * Writes a graph.
     *
     * @param site address of this server as seen by the client, where JSON-LD finds its context
     */
    static Answer of(Graph graph, Format format, String site, CurrentRelease.Loan loan) {
        return new Answer(
                format.contentType(),
                format == Format.JSONLD ? jsonLd(graph, site, loan) : written(graph, format, loan));
    }

    /** The JSON-LD context of a release's documents; must be called within a read transaction. */
    static String context(CurrentRelease.Loan loan) {
        return ShortNames.of(loan.dataset().getDefaultGraph(), loan.dataset().prefixes());
    }

    private static byte[] written(Graph graph, Format format, CurrentRelease.Loan loan) {
        XmlText.check(graph, format);
        loan.dataset()
                .prefixes()
                .forEach((prefix, iri) -> graph.getPrefixMapping().setNsPrefix(prefix, iri));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(graph).lang(format.lang()).output(bytes);
        return bytes.toByteArray();
    }

    private static byte[] jsonLd(Graph graph, String site, CurrentRelease.Loan loan) {
        try {
            QuadsToJsonld expanded = JsonLd.fromRdf().ordered(true);
            // Sorted, because a document has one ETag and so needs one spelling.
            List<Triple> triples = graph.find().toList();
            triples.sort(Comparator.comparing(Triple::toString));
            for (Triple triple : triples) {
                add(triple, expanded);
            }
            JsonObject document = JsonLd.compact(
                            JsonDocument.of(expanded.toJsonLd()), JsonDocument.of(new StringReader(context(loan))))
                    .ordered(true)
                    .get();
            JsonObjectBuilder referring = Json.createObjectBuilder().add("@context", site + "/" + ShortNames.ADDRESS);
            document.forEach((key, value) -> {
                if (!key.equals("@context")) {
                    referring.add(key, value);
                }
            });
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                    .createWriter(bytes)) {
                writer.write(referring.build());
            }
            return bytes.toByteArray();
        } catch (JsonLdError | RdfConsumerException e) {
            throw new IllegalStateException("statements that JSON-LD cannot represent", e);
        }
    }

    private static void add(Triple triple, QuadsToJsonld to) throws RdfConsumerException {
        Node object = triple.getObject();
        boolean literal = object.isLiteral();
        to.quad(
                name(triple.getSubject()),
                triple.getPredicate().getURI(),
                literal ? object.getLiteralLexicalForm() : name(object),
                literal ? object.getLiteralDatatypeURI() : null,
                literal && !object.getLiteralLanguage().isEmpty() ? object.getLiteralLanguage() : null,
                null,
                null);
    }

    private static String name(Node node) {
        return node.isBlank() ? "_:b" + node.getBlankNodeLabel() : node.getURI();
    }
}
