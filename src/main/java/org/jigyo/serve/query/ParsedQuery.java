package org.jigyo.serve.query;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.workaround.Having;

/**
 * A query that is valid SPARQL 1.1.
 *
 * @param query as parsed
 * @param normal its text without comments and spacing: two queries that differ in nothing else are one
 * @param steady whether the same query over the same release always has the same answer
 */
public record ParsedQuery(Query query, String normal, boolean steady) {

    /** What makes an answer another one the next time. */
    private static final Pattern FLEETING =
            Pattern.compile("(?i)\\b(now|rand|uuid|struuid|bnode)\\s*\\(|\\bservice\\b");

    private static final Pattern PLACE = Pattern.compile("at line (\\d{1,9}), column (\\d{1,9})");

    public static ParsedQuery of(String text, int nesting) {
        checkNesting(text, nesting);
        try {
            return of(Having.joined(QueryFactory.create(text, "http://relative.invalid/", Syntax.syntaxSPARQL_11)));
        } catch (QueryParseException e) {
            throw misspelt(e);
        } catch (QueryException e) {
            throw e.getCause() instanceof StackOverflowError
                    ? tooDeep()
                    : new Problem(400, "Syntax error", String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw tooDeep();
        }
    }

    /** Jena gives the place of the last word that it understood; its message names the one that it did not. */
    private static Problem misspelt(QueryParseException e) {
        String message = String.valueOf(e.getMessage());
        Matcher place = PLACE.matcher(message);
        boolean named = place.find();
        return new Problem(400, "Syntax error", message)
                .with("line", named ? Integer.parseInt(place.group(1)) : e.getLine())
                .with("column", named ? Integer.parseInt(place.group(2)) : e.getColumn());
    }

    private static Problem tooDeep() {
        return new Problem(400, "Query too deep", "The query nests too deeply; simplify it.");
    }

    /** A query that was parsed elsewhere. */
    public static ParsedQuery of(Query query) {
        String normal = query.toString();
        return new ParsedQuery(query, normal, !FLEETING.matcher(normal).find());
    }

    List<Format> formats() {
        return Format.of(query);
    }

    /** Brackets in texts and comments count too: a limit on nesting need not be exact, only safe. */
    private static void checkNesting(String text, int most) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                // never below nothing: closing ones in a comment must not make room for as many
                depth = Math.max(0, depth - 1);
            }
            if (depth > most) {
                throw new Problem(400, "Query too deep", "Brackets nest deeper than " + most + "; simplify the query.")
                        .with("limit", most);
            }
        }
    }
}
