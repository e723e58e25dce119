package org.jigyo.serve.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;

/** Text that loads the answer of a stored query into other programs: Python, R and Excel (Power Query). */
public final class RowSnippets {

    private RowSnippets() {}

    /**
     * The snippets by program; none for a query that gives no rows.
     *
     * @param address of the answer, to which a format can be appended; encoded, so that it contains no quotes
     */
    public static Map<String, String> of(StoredQuery query, String address) {
        Map<String, String> snippets = new LinkedHashMap<>();
        if (query.parsed().isSelectType()) {
            snippets.put("Python (pandas)", pandas(query, address + "format=csv"));
            snippets.put("Python (rdflib)", rdflib(query, address + "format=json"));
            snippets.put("R", r(query, address + "format=csv"));
            snippets.put("Excel (Power Query)", excel(query, address + "format=csv"));
        }
        return snippets;
    }

    /** The columns that are read as texts, because a code such as 082201 loses its zero as a number. */
    private static List<String> texts(StoredQuery query) {
        return query.parsed().getResultVars().stream()
                .filter(name -> type(query, name) == Column.Type.STRING)
                .toList();
    }

    private static Column.Type type(StoredQuery query, String name) {
        Column column = query.about().columns().get(name);
        return column == null ? Column.Type.STRING : column.type();
    }

    private static String pandas(StoredQuery query, String address) {
        String types = texts(query).stream().map(name -> '"' + name + "\": str").collect(Collectors.joining(", "));
        return "import pandas\n\nrows = pandas.read_csv(\"" + address + "\",\n    dtype={" + types + "})\nprint(rows)";
    }

    private static String rdflib(StoredQuery query, String address) {
        return "from urllib.request import urlopen\nfrom rdflib.query import Result\n\nrows = Result.parse(urlopen(\""
                + address
                + "\"), format=\"json\")\nfor row in rows:\n    print(row."
                + query.parsed().getResultVars().get(0) + ")  # a term of RDF with its datatype or language";
    }

    private static String r(StoredQuery query, String address) {
        String types =
                texts(query).stream().map(name -> name + " = \"character\"").collect(Collectors.joining(", "));
        return "rows <- read.csv(\"" + address + "\",\n  encoding = \"UTF-8\", colClasses = c(" + types
                + "))\nprint(rows)";
    }

    private static String excel(StoredQuery query, String address) {
        String types = query.parsed().getResultVars().stream()
                .map(name -> "{\"" + name + "\", "
                        + switch (type(query, name)) {
                            case STRING, IRI -> "type text";
                            case INTEGER, YEAR, FISCAL_YEAR -> "Int64.Type";
                            case DECIMAL -> "type number";
                            case BOOLEAN -> "type logical";
                            case DATE -> "type date";
                        }
                        + "}")
                .collect(Collectors.joining(", "));
        return "let\n    Source = Csv.Document(Web.Contents(\"" + address
                + "\"), [Delimiter = \",\", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),\n"
                + "    Named = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),\n"
                + "    Blank = Table.ReplaceValue(Named, \"\", null, Replacer.ReplaceValue, Table.ColumnNames(Named)),\n"
                + "    Rows = Table.TransformColumnTypes(Blank, {" + types + "}, \"en-US\")\nin\n    Rows";
    }
}
