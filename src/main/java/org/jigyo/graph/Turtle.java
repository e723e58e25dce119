package org.jigyo.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
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

    /** One subject in 64 ends a run. */
    private static final int RUN = 26;

    private static final byte[] HEAD = prefixes();

    private Turtle() {}

    private static byte[] prefixes() {
        StringWriter text = new StringWriter();
        begin(text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Writes a graph to a file.
     *
     * @param known texts of runs by digest, which are taken over
     * @return what the file is made of
     * @throws EnvironmentException when the file cannot be written
     */
    static List<EarlierTurtle.Run> write(Statements statements, Path file, Map<String, ByteBuffer> known) {
        List<EarlierTurtle.Run> runs = new ArrayList<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(head());
            List<IRI> run = new ArrayList<>();
            StringBuilder said = new StringBuilder();
            List<IRI> subjects = statements.sorted();
            for (int i = 0; i < subjects.size(); i++) {
                run.add(subjects.get(i));
                statements.spell(subjects.get(i), said);
                if (ends(subjects.get(i)) || i == subjects.size() - 1) {
                    String digest = DigestUtils.sha256Hex(said.toString());
                    byte[] text = known.containsKey(digest) ? copy(known.get(digest)) : text(statements, run);
                    out.write(text);
                    runs.add(EarlierTurtle.Run.of(digest, text));
                    run.clear();
                    said.setLength(0);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new EnvironmentException("cannot write " + file + ": " + e.getMessage(), e);
        }
        return runs;
    }

    private static byte[] copy(ByteBuffer text) {
        byte[] copy = new byte[text.limit()];
        text.get(0, copy);
        return copy;
    }

    /** By the subject alone, so that a run stays what it was whatever comes before and after it. */
    private static boolean ends(IRI subject) {
        return (subject.stringValue().hashCode() * 0x9E3779B9) >>> RUN == 0;
    }

    /** The prefixes with which every file begins. */
    static byte[] head() {
        return HEAD.clone();
    }

    /** What is said of some subjects, without prefixes. */
    private static byte[] text(Statements statements, List<IRI> subjects) {
        StringWriter text = new StringWriter();
        TurtleWriter writer = begin(text);
        int head = text.getBuffer().length();
        subjects.forEach(subject -> statements.forEach(subject, writer::handleStatement));
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
