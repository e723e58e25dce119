package org.jigyo.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.jigyo.Bundled;
import org.jigyo.workaround.Having;

/**
 * A stored query from {@code queries/}: SPARQL with grlc decorators, as described in queries/README.md.
 *
 * @param name the file's name without the ending, and the name of the REST operation
 * @param about content of the decorators
 * @param text the whole file, valid SPARQL 1.1 as it is
 * @param parsed the query with its parameters as variables; must not be modified
 */
public record StoredQuery(String name, About about, String text, Query parsed) {

    /**
     * The content of the decorators.
     *
     * @param summary one line, English
     * @param summaryJa one line, Japanese
     * @param description details, English; may be null
     * @param descriptionJa details, Japanese; may be null
     * @param tags topics
     * @param federated whether it calls another server
     * @param params the parameters
     * @param columns the columns of a SELECT by variable, in the order of the answer; empty if they are not described
     */
    public record About(
            String summary,
            String summaryJa,
            String description,
            String descriptionJa,
            List<String> tags,
            boolean federated,
            List<QueryParameter> params,
            Map<String, Column> columns) {
        /** YAML folds a line break into a space, which does not belong between two Japanese characters. */
        private static final Pattern FOLD = Pattern.compile("(?<=[^\\p{ASCII}]) (?=[^\\p{ASCII}])");

        /** Turns null lists into empty ones, and removes spaces at folded lines in Japanese texts. */
        public About {
            summaryJa = joined(summaryJa);
            descriptionJa = joined(descriptionJa);
            tags = tags == null ? List.of() : List.copyOf(tags);
            params = params == null ? List.of() : List.copyOf(params);
            columns = columns == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        }

        private static String joined(String japanese) {
            return japanese == null ? null : FOLD.matcher(japanese).replaceAll("");
        }
    }

    /**
     * A copy of a query with other SPARQL.
     *
     * @throws QueryException if the text is not valid SPARQL 1.1
     */
    public StoredQuery(String name, About about, String text) {
        this(name, about, text, parse(text));
    }

    private static Query parse(String text) {
        return Having.joined(QueryFactory.create(text, "http://relative.invalid/", Syntax.syntaxSPARQL_11));
    }

    private static final String DECORATOR = "#+";

    private static final JsonMapper YAML = JsonMapper.builder(new YAMLFactory())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();

    /** The queries that are part of the program, by name. They are parsed once. */
    public static SortedMap<String, StoredQuery> bundled() {
        return Shipped.QUERIES;
    }

    private static SortedMap<String, StoredQuery> read() {
        SortedMap<String, StoredQuery> queries = new TreeMap<>();
        Bundled.files("/queries", ".rq").forEach((file, bytes) -> {
            String name = file.substring(0, file.length() - ".rq".length());
            queries.put(name, of(name, new String(bytes, StandardCharsets.UTF_8)));
        });
        return Collections.unmodifiableSortedMap(queries);
    }

    /** Those in the program, parsed when the first of them is needed. */
    private static final class Shipped {
        static final SortedMap<String, StoredQuery> QUERIES = read();
    }

    /**
     * Parses a query file.
     *
     * @throws IllegalArgumentException if the decorators are not YAML of the described form, or the rest is not valid
     * SPARQL 1.1
     */
    public static StoredQuery of(String name, String text) {
        String yaml = text.lines()
                .filter(line -> line.startsWith(DECORATOR))
                .map(line -> line.substring(DECORATOR.length()))
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .collect(Collectors.joining("\n"));
        try {
            About about = YAML.readValue(yaml.isBlank() ? "{}" : yaml, About.class);
            return new StoredQuery(name, about, text).checked();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + ": the decorators cannot be read: " + e.getOriginalMessage(), e);
        } catch (QueryException e) {
            throw new IllegalArgumentException(name + ": not valid SPARQL 1.1: " + e.getMessage(), e);
        }
    }

    /** Refuses descriptions of columns that the answer does not have. */
    private StoredQuery checked() {
        List<String> variables = parsed.isSelectType() ? parsed.getResultVars() : List.of();
        about.columns().keySet().stream()
                .filter(column -> !variables.contains(column))
                .findFirst()
                .ifPresent(column -> {
                    throw new IllegalArgumentException(name + ": the answer has no column " + column);
                });
        return this;
    }

    /**
     * The query with its parameters bound to terms. A parameter without value and default stays a variable and does not
     * restrict the result.
     *
     * @param given parameter name → value as entered
     * @throws WrongParameter if a name is unknown or a value does not have its type
     */
    public Query bind(Map<String, String> given) {
        Map<String, QueryParameter> known = new TreeMap<>();
        about.params().forEach(p -> known.put(p.name(), p));
        given.keySet().stream()
                .filter(key -> !known.containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new WrongParameter(
                            key, "There is no parameter " + key + " of " + name + ".", List.copyOf(known.keySet()));
                });
        Map<Var, Node> terms = new HashMap<>();
        known.forEach((key, parameter) -> {
            String value = given.containsKey(key) && !given.get(key).isBlank() ? given.get(key) : parameter.value();
            if (value == null && parameter.required()) {
                throw new WrongParameter(key, "The parameter " + key + " of " + name + " must be given.", List.of());
            }
            if (value != null) {
                terms.put(Var.alloc(parameter.variable()), parameter.term(value.strip()));
            }
        });
        return terms.isEmpty() ? parse(text) : QueryTransformOps.replaceVars(parsed, terms);
    }

    /** True if it has a parameter of this name. */
    public boolean takes(String parameter) {
        return about.params().stream().anyMatch(p -> p.name().equals(parameter));
    }

    /**
     * True if it can be run without further input: it needs no other server, and every required parameter has a
     * default.
     */
    public boolean standsAlone() {
        return !about.federated() && about.params().stream().noneMatch(p -> p.required() && p.value() == null);
    }

    /**
     * Runnable SPARQL: without decorators, and with defaults in place of the parameters. A parameter without default
     * stays a variable and does not restrict the result.
     */
    public String example() {
        return example(Map.of());
    }

    private String example(Map<String, String> given) {
        String example =
                text.lines().filter(line -> !line.startsWith(DECORATOR)).collect(Collectors.joining("\n", "", "\n"));
        for (QueryParameter parameter : about.params()) {
            String value = given.getOrDefault(parameter.name(), parameter.value());
            if (value != null) {
                String term = NodeFmtLib.strNT(parameter.term(value));
                example = example.replaceAll("[?$]" + parameter.variable() + "\\b", Matcher.quoteReplacement(term));
            }
        }
        return example;
    }

    /**
     * Runnable SPARQL for an editor: with values in place of the parameters, and the decorators of the columns at its end, by
     * which a page shows its answer as it shows that of this query.
     *
     * @param given parameter name → value, of parameters that the query has
     */
    public String editable(Map<String, String> given) {
        String columns = text.lines()
                .dropWhile(line -> !line.equals(DECORATOR + " columns:"))
                .takeWhile(line -> line.matches("#\\+ (columns:| .*)"))
                .collect(Collectors.joining("\n"));
        return example(given).strip() + "\n" + (columns.isEmpty() ? "" : "\n" + columns + "\n");
    }

    /** The columns that a query's text describes in decorators; empty if it has none. */
    public static Map<String, Column> columns(String text) {
        return text.contains(DECORATOR) ? of("query", text).about().columns() : Map.of();
    }
}
