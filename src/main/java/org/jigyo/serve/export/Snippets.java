package org.jigyo.serve.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Program text that asks a query: for curl, Python and R. */
public final class Snippets {

    private Snippets() {}

    /**
     * The snippets by language.
     *
     * @param site address of the server, without a final slash
     * @param query text of the query
     * @param rows whether its answer has rows, not statements
     * @param texts columns that must be read as texts, because a code such as 082201 loses its zero as a number
     */
    public static Map<String, String> of(String site, String query, boolean rows, List<String> texts) {
        Map<String, String> snippets = new LinkedHashMap<>();
        String type = rows ? "text/csv" : "text/turtle";
        snippets.put(
                "curl",
                "curl '" + site + "/sparql' -H 'Accept: " + type + "' \\\n  --data-urlencode 'query="
                        + query.replace("'", "'\\''") + "'");
        snippets.put("Python", python(site, query, rows, texts));
        if (rows) {
            snippets.put("R", r(site, query, texts));
        }
        return snippets;
    }

    private static String python(String site, String query, boolean rows, List<String> texts) {
        String text = query.replace("\\", "\\\\").replace("\"\"\"", "\\\"\\\"\\\"");
        String ask = "from urllib.parse import urlencode\nimport " + (rows ? "pandas" : "rdflib")
                + "\n\nquery = \"\"\"\n" + text
                + "\n\"\"\"\naddress = \"" + site + "/sparql?\" + urlencode({\"query\": query, \"format\": \""
                + (rows ? "csv" : "turtle") + "\"})\n";
        String types =
                texts.stream().map(name -> '"' + name + "\": str").collect(Collectors.joining(", ", "dtype={", "}"));
        return ask
                + (rows
                        ? "rows = pandas.read_csv(address" + (texts.isEmpty() ? "" : ", " + types) + ")\nprint(rows)"
                        : "graph = rdflib.Graph().parse(address, format=\"turtle\")\nprint(len(graph))");
    }

    private static String r(String site, String query, List<String> texts) {
        String dashes = "-";
        while (query.contains(")" + dashes + "\"")) {
            dashes += "-";
        }
        String types = texts.stream()
                .map(name -> name + " = \"character\"")
                .collect(Collectors.joining(", ", ", colClasses = c(", ")"));
        return "query <- r\"" + dashes + "(\n" + query + "\n)" + dashes + "\"\nrows <- read.csv(paste0(\"" + site
                + "/sparql?format=csv&query=\", URLencode(query, reserved = TRUE)),\n  encoding = \"UTF-8\""
                + (texts.isEmpty() ? "" : types) + ")\nprint(rows)";
    }
}
