package org.jigyo.serve.pages;

import java.util.List;
import java.util.Map;
import org.jigyo.serve.http.InLanguage;
import org.jigyo.serve.http.Problem;

/**
 * The content of the query page.
 *
 * @param language language of the page, ja or en
 * @param asked the parameters of this page without the language, as in its address, each followed by an ampersand
 * @param text text of the query in the editor
 * @param example the stored query that it comes from; null if none
 * @param fault why there is no answer; null if there is one, or nothing was asked
 * @param answer null if nothing was asked, or the query fails
 * @param share address of this page with its answer; null if nothing was asked
 * @param downloads name of a format → address of the answer in it
 * @param snippets name of a program → its text that asks the query
 * @param examples stored queries that can be put into the editor, by topic
 */
public record SparqlView(
        String language,
        String asked,
        String text,
        QueryEntry example,
        Fault fault,
        SparqlAnswer answer,
        String share,
        Map<String, String> downloads,
        Map<String, String> snippets,
        List<QueryTopic> examples)
        implements InLanguage {

    /**
     * Why a query has no answer.
     *
     * @param title kind of problem, in the language of the page
     * @param help what to do, in the language of the page; empty if the detail says it
     * @param detail what is wrong
     * @param line line of the place, from 1; 0 if it has no place
     * @param column column where the wrong text begins, from 1
     * @param before text of the line before it
     * @param wrong the word or character at the place where the parser stopped
     * @param after text of the line after it
     */
    public record Fault(
            String title, String help, String detail, int line, int column, String before, String wrong, String after) {

        private static boolean word(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '?';
        }

        /** A problem, with its place in the query if it has one. */
        static Fault of(Problem problem, String text, String language) {
            String title = problem.title(language);
            String help = problem.help(language);
            List<String> lines = text.lines().toList();
            int line = problem.more("line") instanceof Integer number ? number : 0;
            if (line < 1 || line > lines.size()) {
                return new Fault(title, help, problem.getMessage(), 0, 0, "", "", "");
            }
            String at = lines.get(line - 1);
            int column = problem.more("column") instanceof Integer number ? number : 1;
            int place = Math.max(0, Math.min(column - 1, at.length()));
            int from = place;
            while (from > 0 && word(at.charAt(from - 1))) {
                from--;
            }
            int to = place;
            while (to < at.length() && word(at.charAt(to))) {
                to++;
            }
            // a sign alone, unless the word before it is what the parser does not know
            to = to == from ? Math.min(at.length(), from + 1) : to;
            return new Fault(
                    title,
                    help,
                    problem.getMessage(),
                    line,
                    from + 1,
                    at.substring(0, from),
                    at.substring(from, to),
                    at.substring(to));
        }
    }

    /** How many rows there are, and which of them are shown. */
    public String caption() {
        SparqlAnswer.Pages pages = answer.pages();
        String count = pages.whole()
                ? rows(pages.total())
                : say(SparqlAnswer.MOST + "件を超える行", "More than " + SparqlAnswer.MOST + " rows");
        return pages.total() <= SparqlAnswer.PAGE
                ? count
                : count
                        + say(
                                "のうち" + pages.from() + "～" + pages.to() + "件目",
                                ", " + pages.from() + " to " + pages.to());
    }
}
