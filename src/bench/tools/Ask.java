import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Asks a server every question once and keeps its answer in a form that compares: rows without order, numbers as values.
 * Before that it asks other questions for some seconds, none twice in the same words. Arguments: address, folder of queries,
 * folder of answers, seconds for one question, folder of the other questions, seconds for those, and a file for the results: a line
 * with question, milliseconds, rows or what went wrong. Questions that the file has already are not asked. Ends with 3 when a
 * question still keeps the server busy some time after it was given up, with 4 when one of the other questions does beyond the
 * time for those.
 */
final class Ask {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SLOW = 5;
    private static final int REST = 5_000;
    private static final String NOTHING = "SELECT * { <http://x.invalid/> <http://x.invalid/> ?o }";
    private static final String JSON = "application/sparql-results+json";

    private Ask() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        int longest = Integer.parseInt(args[3]);
        Path answers = Files.createDirectories(Path.of(args[2]));
        warm(client, args[0], files(args[4]), Integer.parseInt(args[5]));
        Path results = Path.of(args[6]);
        List<String> known = Files.readAllLines(results);
        for (Path file : files(args[1])) {
            String name = file.getFileName().toString().replace(".rq", "");
            if (known.stream().noneMatch(line -> line.startsWith(name + " "))) {
                String said = first(client, args[0], name, Files.readString(file), answers, longest);
                Files.writeString(results, name + " " + said + "\n", StandardOpenOption.APPEND);
                if (said.startsWith("error") && !awake(client, args[0])) {
                    System.exit(3);
                }
            }
        }
    }

    private static String first(
            HttpClient client, String address, String name, String query, Path answers, int longest)
            throws IOException, InterruptedException {
        String separator = address.contains("?") ? "&" : "?";
        Files.writeString(
                answers.resolve(name + ".url"),
                address + separator + "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        long start = System.nanoTime();
        try {
            HttpResponse<String> response = ask(client, address, query, longest);
            double ms = (System.nanoTime() - start) / 1e6;
            if (response.statusCode() != 200) {
                Files.writeString(answers.resolve(name + ".error"), response.body());
                return "error-" + response.statusCode() + " 0";
            }
            List<String> rows = rows(response.body());
            Files.write(answers.resolve(name + ".rows"), rows);
            return String.format(Locale.ROOT, "%.1f %d", ms, rows.size());
        } catch (HttpTimeoutException e) {
            return "error-time 0";
        } catch (IOException e) {
            return "error-" + e.getClass().getSimpleName() + " 0";
        }
    }

    private static boolean awake(HttpClient client, String address) throws InterruptedException {
        try {
            return ask(client, address, NOTHING, SLOW).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.sorted().toList();
        }
    }

    /** Asks the other questions in turn; {@code ?nth} is another number each time. One that fails or is slow is left out. */
    private static void warm(HttpClient client, String address, List<Path> others, int seconds)
            throws IOException, InterruptedException {
        // what a server loads for its very first request is not the first question's fault
        awake(client, address);
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Path> left = new ArrayList<>(others);
        for (int n = 1; System.nanoTime() < end && !left.isEmpty(); n++) {
            for (Path file : List.copyOf(left)) {
                String query = Files.readString(file).replace("?nth", String.valueOf(n));
                try {
                    if (ask(client, address, query, SLOW).statusCode() != 200) {
                        left.remove(file);
                    }
                } catch (IOException e) {
                    left.remove(file);
                    while (!awake(client, address)) {
                        if (System.nanoTime() > end) {
                            System.exit(4);
                        }
                        Thread.sleep(100);
                    }
                }
            }
        }
        if (seconds > 0) {
            // a virtual machine goes on compiling for a while what the last questions made it compile
            Thread.sleep(REST);
        }
    }

    private static HttpResponse<String> ask(HttpClient client, String address, String query, int seconds)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(seconds))
                .header("Accept", JSON)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> rows(String json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        List<String> rows = new ArrayList<>();
        if (root.has("boolean")) {
            rows.add(root.get("boolean").asText());
        }
        for (JsonNode binding : root.path("results").path("bindings")) {
            StringBuilder row = new StringBuilder();
            root.path("head").path("vars").forEach(v -> row.append(term(binding.path(v.asText())))
                    .append('\t'));
            rows.add(row.toString().replace("\n", "\\n").replace("\r", "\\r"));
        }
        rows.sort(null);
        return rows;
    }

    private static String term(JsonNode term) {
        String value = term.path("value").asText();
        String type = term.path("datatype").asText().replaceFirst(".*#", "");
        return switch (term.path("type").asText()) {
            case "" -> "";
            case "uri" -> "<" + value + ">";
            case "bnode" -> "_:";
            default -> {
                if (value.isEmpty()) {
                    // a list of nothing: the standard says an empty text, some say nothing
                    yield "";
                }
                if (List.of("integer", "decimal", "double", "float", "int", "long").contains(type)) {
                    yield number(value);
                }
                // a joined list has the order of nobody's asking
                String[] parts = value.split(" \\| ");
                Arrays.sort(parts);
                yield '"' + String.join(" | ", parts) + '"'
                        + (term.has("xml:lang") ? "@" + term.get("xml:lang").asText().toLowerCase(Locale.ROOT) : "")
                        + (type.isEmpty() || type.equals("string") ? "" : "^" + type);
            }
        };
    }

    /** Eight digits: how far a quotient is carried is each store's own affair. */
    private static String number(String value) {
        try {
            return new BigDecimal(value).round(new MathContext(8)).stripTrailingZeros().toPlainString();
        } catch (NumberFormatException e) {
            return value;
        }
    }
}
