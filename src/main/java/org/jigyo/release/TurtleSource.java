package org.jigyo.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.RIOT;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangTurtle;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.RiotLib;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.riot.tokens.TokenizerTextBuilder;
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
            parse(TokenizerText.create().source(bytes), base, new Statements(each, prefixes));
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
        parse(TokenizerText.create().fromString(turtle), base, new Statements(statements::add, (prefix, iri) -> {}));
        return statements;
    }

    private static void parse(TokenizerTextBuilder source, String base, Statements to) {
        ErrorHandler errors = ErrorHandlerFactory.errorHandlerStrictNoLogging;
        Terms terms = new Terms(
                errors,
                IRIxResolver.create()
                        .base(base)
                        .resolve(true)
                        .allowRelative(false)
                        .build());
        new LangTurtle(source.errorHandler(errors).build(), terms, to).parse();
    }

    /** Creates terms as Jena's own profile does, but resolves only IRIs that are not plain absolute ones already. */
    private static final class Terms extends ParserProfileStd {

        Terms(ErrorHandler errors, IRIxResolver resolver) {
            super(
                    RiotLib.factoryRDF(),
                    errors,
                    resolver,
                    PrefixMapFactory.create(),
                    RIOT.getContext().copy(),
                    true,
                    false);
        }

        @Override
        public Node createURI(String iri, long line, long column) {
            return PlainIri.is(iri) ? getFactorRDF().createURI(iri) : super.createURI(iri, line, column);
        }
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
