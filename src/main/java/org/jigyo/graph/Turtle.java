package org.jigyo.graph;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;

/** Canonical Turtle: the same statements give the same bytes. */
public final class Turtle {

    private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

    static {
        PREFIXES.put("jg", Iris.JG);
        PREFIXES.put("jgd", Iris.JGD);
        PREFIXES.put("rdf", Iris.RDF);
        PREFIXES.put("rdfs", Iris.RDFS);
        PREFIXES.put("xsd", Iris.XSD);
        PREFIXES.put("owl", "http://www.w3.org/2002/07/owl#");
        PREFIXES.put("skos", Iris.SKOS);
        PREFIXES.put("dcterms", Iris.DCTERMS);
        PREFIXES.put("dcat", Iris.DCAT);
        PREFIXES.put("prov", Iris.PROV);
        PREFIXES.put("org", Iris.ORG);
        PREFIXES.put("qb", Iris.QB);
        PREFIXES.put("oa", Iris.OA);
        PREFIXES.put("time", Iris.TIME);
        PREFIXES.put("schema", Iris.SCHEMA);
        PREFIXES.put("foaf", Iris.FOAF);
        PREFIXES.put("cv", Iris.CV);
        PREFIXES.put("sdgo", Iris.SDGO);
        PREFIXES.put("obeu-dimension", Iris.OBEU_DIMENSION);
        PREFIXES.put("obeu-attribute", Iris.OBEU_ATTRIBUTE);
        PREFIXES.put("obeu-operation", Iris.OBEU_OPERATION);
        PREFIXES.put("sdmx-attribute", Iris.SDMX_ATTRIBUTE);
        PREFIXES.put("sdmx-code", Iris.SDMX_CODE);
    }

    private static final byte[] HEAD = prefixes();

    private Turtle() {}

    private static byte[] prefixes() {
        StringWriter text = new StringWriter();
        begin(text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The prefix declarations with which every file begins. */
    public static byte[] head() {
        return HEAD.clone();
    }

    /** A document without its prefixes, with subjects sorted by IRI. */
    static byte[] text(Statements statements) {
        StringWriter text = new StringWriter();
        TurtleWriter writer = begin(text);
        int head = text.getBuffer().length();
        statements.sorted().forEach(subject -> statements.forEach(subject, writer::handleStatement));
        writer.endRDF();
        return text.getBuffer().substring(head).getBytes(StandardCharsets.UTF_8);
    }

    private static TurtleWriter begin(StringWriter to) {
        TurtleWriter writer = new Streaming(to);
        writer.startRDF();
        PREFIXES.forEach(writer::handleNamespace);
        return writer;
    }

    /**
     * A writer that outputs statements as they come. Rio collects statements in indexed models to group them by subject
     * and predicate; {@link Statements} returns them grouped and without blank nodes, so that the same bytes result
     * without that.
     */
    private static final class Streaming extends TurtleWriter {

        Streaming(Writer to) {
            super(to);
        }

        @Override
        protected void consumeStatement(Statement statement) {
            handleStatementInternal(statement, false, false, false);
        }
    }

    /** Parses a document without blank nodes that may use the prefixes of {@link #head()} without declaring them. */
    static Statements parse(byte[] turtle) {
        Statements statements = new Statements();
        TurtleParser parser = new TurtleParser();
        parser.setRDFHandler(new AbstractRDFHandler() {
            @Override
            public void handleStatement(Statement s) {
                statements.add((IRI) s.getSubject(), s.getPredicate(), s.getObject());
            }
        });
        try {
            parser.parse(
                    new StringReader(
                            new String(HEAD, StandardCharsets.UTF_8) + new String(turtle, StandardCharsets.UTF_8)),
                    "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statements;
    }
}
