package org.jigyo.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RDFParserBuilder;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.jigyo.EnvironmentException;

/**
 * Reads Turtle files statement by statement, from bytes only: the content of a file never makes the program open
 * another one.
 */
final class TurtleSource {

    private TurtleSource() {}

    /** Passes on every statement in the order of the file; adjacent duplicates only once. */
    static void read(Path turtle, String base, Consumer<Triple> each) {
        read(turtle, base, each, (prefix, iri) -> {});
    }

    static void read(
            Path turtle, String base, Consumer<Triple> each, java.util.function.BiConsumer<String, String> prefixes) {
        try (InputStream bytes = Files.newInputStream(turtle)) {
            parse(RDFParser.source(bytes), base, new Statements(each, prefixes));
        } catch (RiotException e) {
            throw new EnvironmentException(
                    turtle + " cannot be published, because it is not valid Turtle: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + turtle + ": " + e.getMessage(), e);
        }
    }

    /**
     * The statements of a document in memory, as {@link #read} returns them.
     *
     * @throws RiotException if it is not valid Turtle
     */
    static List<Triple> statements(String turtle, String base) {
        List<Triple> statements = new ArrayList<>();
        parse(RDFParser.fromString(turtle, Lang.TURTLE), base, new Statements(statements::add, (prefix, iri) -> {}));
        return statements;
    }

    private static void parse(RDFParserBuilder source, String base, Statements to) {
        source.lang(Lang.TURTLE)
                .base(base)
                .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                .parse(to);
    }

    private static final class Statements extends StreamRDFBase {
        private final Consumer<Triple> each;
        private final java.util.function.BiConsumer<String, String> prefixes;
        private Triple last;

        Statements(Consumer<Triple> each, java.util.function.BiConsumer<String, String> prefixes) {
            this.each = each;
            this.prefixes = prefixes;
        }

        @Override
        public void prefix(String prefix, String iri) {
            prefixes.accept(prefix, iri);
        }

        @Override
        public void triple(Triple triple) {
            if (!triple.equals(last)) {
                each.accept(triple);
            }
            last = triple;
        }
    }
}
