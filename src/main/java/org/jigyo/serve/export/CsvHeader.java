package org.jigyo.serve.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Problem;

/** The first line of a stored query's answer as CSV. */
public final class CsvHeader {

    /** A byte order mark, by which Excel recognises UTF-8. */
    private static final String MARK = "\uFEFF";

    /** What the first line consists of. */
    public enum Kind {
        /** The names of the query's variables, for programs. */
        NAMES,
        /** The headings that the page of the query shows, for people. */
        LABELS;

        /**
         * The kind for a parameter.
         *
         * @param given null for the default
         * @param excel whether the CSV is for Excel, which people read
         * @throws Problem 400 if there is no such kind
         */
        public static Kind of(String given, boolean excel) {
            if (given == null) {
                return excel ? LABELS : NAMES;
            }
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(given))
                    .findFirst()
                    .orElseThrow(() -> new Problem(400, "No such header", "There is no header " + given + ".")
                            .with("parameter", "header")
                            .with("allowed", words()));
        }

        /** The values of the parameter. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Kind::word).toList();
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private CsvHeader() {}

    /**
     * The line, without its end.
     *
     * @param language of labels, ja or en
     */
    public static String line(StoredQuery query, Kind kind, String language, boolean excel) {
        String line = CSVFormat.DEFAULT.format(query.parsed().getResultVars().stream()
                .map(name -> {
                    Column column = query.about().columns().get(name);
                    return kind == Kind.NAMES || column == null ? name : column.heading(language);
                })
                .toArray());
        return excel ? MARK + line : line;
    }
}
