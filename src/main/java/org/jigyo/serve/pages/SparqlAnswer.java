package org.jigyo.serve.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.jena.query.Query;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.system.Txn;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.query.ParsedQuery;
import org.jigyo.serve.table.Display;
import org.jigyo.serve.table.Picture;
import org.jigyo.serve.table.PlainColumns;
import org.jigyo.serve.table.Rows;
import org.jigyo.serve.table.Sorting;
import org.jigyo.serve.table.Table;

/**
 * The answer to a written query as the query page shows it: a table for SELECT, else a text.
 *
 * @param table one page of the rows, with headings that sort; no columns if the answer is a text
 * @param pictures bars, if the columns allow
 * @param text true or false for ASK, Turtle for CONSTRUCT and DESCRIBE; null for SELECT
 * @param texts the variables that have values other than numbers
 * @param pages which part of the rows the table is
 */
public record SparqlAnswer(Table table, List<Picture> pictures, String text, List<String> texts, Pages pages) {

    /** Number of rows on a page. */
    static final int PAGE = 100;

    /** Maximum number of rows that can be paged through; downloads contain all. */
    static final int MOST = 5000;

    private static final int LONGEST = 50_000;

    /**
     * A part of the rows of an answer.
     *
     * @param from first row of the part, from 1; 0 if there is none
     * @param to last row of the part
     * @param total number of rows; the first {@link #MOST} if there are more
     * @param whole false if there are more
     * @param previous address of the part before; null if this is the first
     * @param next address of the part after; null if this is the last
     */
    public record Pages(int from, int to, int total, boolean whole, String previous, String next) {

        /**
         * A part.
         *
         * @param number of the part, from 1; the nearest one if there is no such part
         * @param address address of a part by its number
         */
        static Pages of(int number, int total, boolean whole, UnaryOperator<String> address) {
            int last = Math.max(1, (total + PAGE - 1) / PAGE);
            int page = Math.max(1, Math.min(number, last));
            return new Pages(
                    Math.min(total, (page - 1) * PAGE + 1),
                    Math.min(total, page * PAGE),
                    total,
                    whole,
                    page == 1 ? null : address.apply(Integer.toString(page - 1)),
                    page == last ? null : address.apply(Integer.toString(page + 1)));
        }
    }

    /**
     * Asks a query.
     *
     * @param text the query as written; decorators in it describe its columns
     * @param page number of the page of rows, from 1
     * @param address address of another page by its number
     * @throws Problem if the query fails, or its answer is too large for a page
     */
    static SparqlAnswer of(
            ParsedQuery query, String text, Sorting sorting, int page, UnaryOperator<String> address, Asker asker)
            throws IOException {
        if (!query.query().isSelectType()) {
            return new SparqlAnswer(Table.NONE, List.of(), written(query, asker), List.of(), null);
        }
        Map<String, Column> described = described(text);
        try (Answer answer = asker.answers().table(limited(query), asker.loan(), asker.client())) {
            if (!answer.inMemory()) {
                throw new Problem(
                        413, "Too large for a page", "The rows are too large for a page; download them instead.");
            }
            Rows found = Rows.of(answer.bytes());
            boolean whole = found.rows().size() <= MOST;
            Rows rows = found.part(0, MOST);
            Pages pages = Pages.of(page, rows.rows().size(), whole, address);
            Map<String, Column> columns = PlainColumns.of(rows, described);
            List<String> texts = rows.variables().stream()
                    .filter(variable -> rows.rows().stream()
                            .anyMatch(row -> row.containsKey(variable)
                                    && !row.get(variable).number()))
                    .toList();
            return Txn.calculateRead(asker.loan().dataset(), () -> {
                Display display = display(asker);
                // The first rows in another order would look like the largest of all.
                Rows shown = (whole ? sorting.of(rows) : rows).part(Math.max(0, pages.from() - 1), pages.to());
                Table table = Table.of(shown, columns, display, PAGE);
                return new SparqlAnswer(
                        whole ? table.with(sorting) : table,
                        Picture.of("", rows, columns, display, PAGE),
                        null,
                        texts,
                        pages);
            });
        }
    }

    private static Map<String, Column> described(String text) {
        try {
            return StoredQuery.columns(text);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Decorators", "The lines that begin with #+ cannot be read: " + e.getMessage());
        }
    }

    private static ParsedQuery limited(ParsedQuery query) {
        if (query.query().hasLimit() && query.query().getLimit() <= MOST) {
            return query;
        }
        Query limited = query.query().cloneQuery();
        limited.setLimit(MOST + 1L);
        return ParsedQuery.of(limited);
    }

    /** As other pages show things, but an IRI without a name is shown with its prefix, if it has one. */
    private static Display display(Asker asker) {
        Display usual = Displays.of(asker.loan(), asker.language(), asker.scale());
        PrefixMap prefixes = asker.loan().dataset().prefixes();
        return new Display(
                usual.language(),
                usual.scale(),
                usual.href(),
                address -> {
                    String name = usual.name().apply(address);
                    return name == null ? prefixes.abbreviate(address) : name;
                },
                usual.printed());
    }

    private static String written(ParsedQuery query, Asker asker) throws IOException {
        Format format = query.query().isAskType() ? Format.TSV : Format.TURTLE;
        try (Answer answer = asker.answers().whole(query, format, asker.loan(), asker.client())) {
            if (!answer.inMemory()) {
                throw new Problem(
                        413, "Too large for a page", "The statements are too large for a page; download them instead.");
            }
            String text = new String(answer.bytes(), StandardCharsets.UTF_8);
            if (query.query().isAskType()) {
                // after the name of the column
                return text.substring(text.indexOf('\n') + 1).strip();
            }
            return text.length() <= LONGEST ? text : text.substring(0, text.lastIndexOf('\n', LONGEST)) + "\n…";
        }
    }
}
