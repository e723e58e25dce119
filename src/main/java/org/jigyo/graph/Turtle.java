package org.jigyo.graph;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.helpers.AbstractRDFHandler;
import org.eclipse.rdf4j.rio.turtle.TurtleParser;
import org.eclipse.rdf4j.rio.turtle.TurtleWriter;
import org.jigyo.EnvironmentException;

/** Canonical Turtle: the same statements give the same bytes. */
final class Turtle {

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

    private Turtle() {}

    /**
     * Writes a graph to a file.
     *
     * @throws EnvironmentException when the file cannot be written
     */
    static void write(Statements statements, Path file) {
        try (Writer writer = new Unlocked(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            write(statements, writer);
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    static void write(Statements statements, Writer to) {
        TurtleWriter writer = new Streaming(to);
        writer.startRDF();
        PREFIXES.forEach(writer::handleNamespace);
        statements.forEach(writer::handleStatement);
        writer.endRDF();
    }

    /**
     * Rio collects statements in indexed models to group them by subject and predicate. {@link Statements} hands them out grouped
     * and without blank nodes: the same bytes come out when each is written as it comes.
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

    /** Adds the statements of a Turtle document without blank nodes. */
    static void parse(byte[] turtle, Statements to) {
        TurtleParser parser = new TurtleParser();
        parser.setRDFHandler(new AbstractRDFHandler() {
            @Override
            public void handleStatement(Statement s) {
                to.add((IRI) s.getSubject(), s.getPredicate(), s.getObject());
            }
        });
        try {
            parser.parse(new StringReader(new String(turtle, StandardCharsets.UTF_8)), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
