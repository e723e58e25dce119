package org.jigyo.serve.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.jigyo.workaround.CsvRows;

/** The ways an answer can be written, and which one a client asks for. */
public enum Format {
    JSON("json", "application/sparql-results+json", ResultSetLang.RS_JSON),
    XML("xml", "application/sparql-results+xml", ResultSetLang.RS_XML),
    CSV("csv", "text/csv", ResultSetLang.RS_CSV),
    TSV("tsv", "text/tab-separated-values", ResultSetLang.RS_TSV),
    TURTLE("ttl", "text/turtle", Lang.TURTLE),
    JSONLD("jsonld", "application/ld+json", Lang.JSONLD11),
    NTRIPLES("nt", "application/n-triples", Lang.NTRIPLES),
    RDFXML("rdf", "application/rdf+xml", Lang.RDFXML);

    static final List<Format> TABLES = List.of(JSON, XML, CSV, TSV);
    public static final List<Format> GRAPHS = List.of(TURTLE, JSONLD, NTRIPLES, RDFXML);

    private final String suffix;
    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // Lang has no setters
    private final Lang lang;

    Format(String suffix, String mediaType, Lang lang) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.lang = lang;
    }

    /** What the answer to a query can be written as: rows and truths as tables, statements as graphs. */
    public static List<Format> of(Query query) {
        return query.isSelectType() || query.isAskType() ? TABLES : GRAPHS;
    }

    /** Short name, as in {@code format=csv} and as a file suffix. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** With the character set, where the type does not imply it. */
    public String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    public Lang lang() {
        return lang;
    }

    /** What writes tables and truths in this format. */
    public RowSetWriter rows() {
        return switch (this) {
            case JSON -> new JsonRows();
            case CSV -> new CsvRows();
            default -> RowSetWriterRegistry.getFactory(lang).create(lang);
        };
    }

    /** Also known as: what clients send for JSON, XML and text besides the registered types. */
    private List<String> aliases() {
        return switch (this) {
            case JSON -> List.of("application/json");
            case XML -> List.of("application/xml", "text/xml");
            case TURTLE -> List.of("application/x-turtle");
            case NTRIPLES -> List.of("text/plain");
            default -> List.of();
        };
    }

    /** What clients call it in a parameter besides suffix and types, letters only: SPARQLWrapper says rdf+xml or n3, curl users turtle. */
    private List<String> callings() {
        return switch (this) {
            case TURTLE -> List.of("turtle", "n3");
            case JSONLD -> List.of("json");
            case NTRIPLES -> List.of("ntriples");
            case RDFXML -> List.of("rdfxml", "xml");
            default -> List.of();
        };
    }

    /**
     * The format a client wants.
     *
     * @param accept the header, null for anything
     * @param name a {@code format=} parameter, which counts more; may be null
     * @throws Problem 406 when none of the offered will do, 400 for an unknown name
     */
    public static Format choose(String accept, String name, List<Format> offered) {
        if (name != null) {
            return named(name, offered);
        }
        Accepted accepted = Accepted.of(accept);
        return accepted.best(types(offered, accepted))
                .flatMap(best -> offered.stream()
                        .filter(format -> format.types().anyMatch(best::equals))
                        .findFirst())
                .orElseThrow(() -> new Problem(
                                406,
                                "No such format",
                                "The answer cannot be written as " + accept + "; ask for one of the types listed.")
                        .with(
                                "available",
                                offered.stream().map(Format::mediaType).toList()));
    }

    private Stream<String> types() {
        return Stream.concat(Stream.of(mediaType), aliases().stream());
    }

    /** An alias counts only where a client names it: who excludes Turtle is not to get it under another name. */
    private static List<String> types(List<Format> offered, Accepted accepted) {
        return offered.stream()
                .flatMap(format -> Stream.concat(
                        Stream.of(format.mediaType), format.aliases().stream().filter(accepted::names)))
                .toList();
    }

    private static Format named(String name, List<Format> offered) {
        String wanted = letters(name);
        return offered.stream()
                .filter(format -> Stream.of(Stream.of(format.suffix), format.types(), format.callings().stream())
                        .flatMap(names -> names)
                        .anyMatch(known -> letters(known).equals(wanted)))
                .findFirst()
                .orElseThrow(() -> new Problem(
                                400, "No such format", "There is no format " + name + " for this answer.")
                        .with("available", offered.stream().map(Format::suffix).toList()));
    }

    /** Without signs: a plus that was not escaped arrives as a space. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** Whether a client prefers a page to the data there are: browsers name HTML first, programs do not. */
    public static boolean wantsPage(String accept, List<Format> data) {
        return prefers("text/html", accept, data);
    }

    /** Whether a client prefers a type to the formats there are, and to others besides. */
    public static boolean prefers(String type, String accept, List<Format> to, String... others) {
        Accepted accepted = Accepted.of(accept);
        List<String> offered = new ArrayList<>(types(to, accepted));
        offered.addAll(List.of(others));
        offered.add(type);
        return accepted.best(offered).filter(type::equals).isPresent();
    }
}
