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

/** The serialisation formats of answers, and their negotiation. */
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
    /** The formats for graphs. */
    public static final List<Format> GRAPHS = List.of(TURTLE, JSONLD, NTRIPLES, RDFXML);

    private final String suffix;
    private final String mediaType;

    @SuppressWarnings("ImmutableEnumChecker") // Lang is immutable
    private final Lang lang;

    Format(String suffix, String mediaType, Lang lang) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.lang = lang;
    }

    /** The possible formats for the result of a query: tables for rows and booleans, graphs for statements. */
    public static List<Format> of(Query query) {
        return query.isSelectType() || query.isAskType() ? TABLES : GRAPHS;
    }

    /** Short name, as used in {@code format=csv} and as a file suffix. */
    public String suffix() {
        return suffix;
    }

    /** The registered media type. */
    public String mediaType() {
        return mediaType;
    }

    /** The media type with the charset, if the type does not imply it. */
    public String contentType() {
        return mediaType.startsWith("text/") ? mediaType + "; charset=utf-8" : mediaType;
    }

    /** Jena's name for the format. */
    public Lang lang() {
        return lang;
    }

    /** The writer of tables and booleans in this format. */
    public RowSetWriter rows() {
        return switch (this) {
            case JSON -> new JsonRows();
            case CSV -> new CsvRows();
            default -> RowSetWriterRegistry.getFactory(lang).create(lang);
        };
    }

    /** Further media types that clients send for JSON, XML and text. */
    private List<String> aliases() {
        return switch (this) {
            case JSON -> List.of("application/json");
            case XML -> List.of("application/xml", "text/xml");
            case TURTLE -> List.of("application/x-turtle");
            case NTRIPLES -> List.of("text/plain");
            default -> List.of();
        };
    }

    /**
     * Further names that clients use in a parameter, letters only: SPARQLWrapper sends rdf+xml or n3, curl users
     * turtle.
     */
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
     * @param accept the Accept header; null for anything
     * @param name the {@code format=} parameter, which takes precedence; may be null
     * @throws Problem 406 if no offered format is acceptable, 400 for an unknown name
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
                                "The answer cannot be written as " + accept + "; request one of the listed types.")
                        .with(
                                "available",
                                offered.stream().map(Format::mediaType).toList()));
    }

    private Stream<String> types() {
        return Stream.concat(Stream.of(mediaType), aliases().stream());
    }

    /**
     * An alias counts only if the client names it: a client that excludes Turtle must not get it under another name.
     */
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

    /** Letters only, because an unescaped plus arrives as a space. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /** True if a client prefers a page to the available data formats: browsers name HTML first, programs do not. */
    public static boolean wantsPage(String accept, List<Format> data) {
        return prefers("text/html", accept, data);
    }

    /** True if a client prefers a type to the given formats and further types. */
    public static boolean prefers(String type, String accept, List<Format> to, String... others) {
        Accepted accepted = Accepted.of(accept);
        List<String> offered = new ArrayList<>(types(to, accepted));
        offered.addAll(List.of(others));
        offered.add(type);
        return accepted.best(offered).filter(type::equals).isPresent();
    }
}
