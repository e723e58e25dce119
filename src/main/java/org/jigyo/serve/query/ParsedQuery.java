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
 * A valid SPARQL 1.1 query.
 *
 * @param query as parsed
 * @param normal its normalised text: queries that differ only in comments and spacing have the same
 * @param steady true if the query always has the same answer over the same release
 */
public record ParsedQuery(Query query, String normal, boolean steady) {

    /** Functions and clauses that may give another answer each time. */
    private static final Pattern FLEETING =
            Pattern.compile("(?i)(?:now|rand|uuid|bnode)\\s*\\(|service(?<!\\wservice)\\b");

    private static final Pattern PLACE = Pattern.compile("at line (\\d{1,9}), column (\\d{1,9})");

    /** What Jena says of letters that begin no word of SPARQL: the place behind them, and the letters. */
    private static final Pattern NO_WORD = Pattern.compile(
            "Lexical error (at line \\d{1,9}, column \\d{1,9})\\..* after prefix \"(.+)\"", Pattern.DOTALL);

    /**
     * Parses a query.
     *
     * @param nesting maximum depth of brackets
     * @throws Problem 400 if the text is not valid SPARQL 1.1 or nested too deeply
     */
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

    /**
     * Jena reports the position after the last token it understood; its message names the token it did not understand.
     */
    private static Problem misspelt(QueryParseException e) {
        String message = String.valueOf(e.getMessage());
        Matcher place = PLACE.matcher(message);
        boolean named = place.find();
        Matcher letters = NO_WORD.matcher(message);
        String detail = letters.matches()
                ? "«" + letters.group(2) + "», which ends " + letters.group(1)
                        + ", is no word of SPARQL; check its spelling."
                : message;
        return new Problem(400, "Syntax error", detail)
                .with("line", named ? Integer.parseInt(place.group(1)) : e.getLine())
                .with("column", named ? Integer.parseInt(place.group(2)) : e.getColumn());
    }

    private static Problem tooDeep() {
        return new Problem(400, "Query too deep", "The query is nested too deeply; simplify it.");
    }

    /** A query parsed elsewhere. */
    public static ParsedQuery of(Query query) {
        String normal = query.toString();
        return new ParsedQuery(query, normal, !FLEETING.matcher(normal).find());
    }

    List<Format> formats() {
        return Format.of(query);
    }

    /** Counts brackets in texts and comments, too: a limit on nesting need not be exact, only safe. */
    private static void checkNesting(String text, int most) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '{' || c == '(' || c == '[') {
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                // Never below zero: closing brackets in a comment must not allow as many opening ones.
                depth = Math.max(0, depth - 1);
            }
            if (depth > most) {
                throw new Problem(
                                400,
                                "Query too deep",
                                "Brackets are nested deeper than " + most + "; simplify the query.")
                        .with("limit", most);
            }
        }
    }
}
