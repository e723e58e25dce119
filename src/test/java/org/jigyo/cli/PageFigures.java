package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.Server;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Every figure on a page equals the answer of the stored query that the page names beside it. */
final class PageFigures {

    private static final Pattern KIND = Pattern.compile(
            "/(doc/(?:municipality|project|department|policy|pledge|budget-account)|city|sdg/target|sdg|"
                    + "api/queries|about|compare|findings)?(?:/.*)?");

    /** Queries that ask another server, which this one may not call. */
    private static final Set<String> FEDERATED = StoredQuery.bundled().values().stream()
            .filter(query -> query.about().federated())
            .map(query -> "/api/queries/" + query.name())
            .collect(Collectors.toSet());

    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server;
    private int compared;

    private PageFigures(Server server) {
        this.server = server;
    }

    /**
     * Compares from the start page along all links to pages that show answers, in Japanese.
     *
     * @param most how many pages of each kind
     * @return how many figures were compared
     */
    static int compared(Server server, int most) throws Exception {
        PageFigures figures = new PageFigures(server);
        figures.walk(most);
        return figures.compared;
    }

    private String get(String address, String accept) throws IOException, InterruptedException {
        URI at = server.address().resolve(address);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(at).header("Accept", accept).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.body();
    }

    private void walk(int most) throws Exception {
        Deque<String> open = new ArrayDeque<>(List.of("/?lang=ja"));
        Set<String> seen = new LinkedHashSet<>(open);
        Map<String, Integer> kinds = new HashMap<>();
        while (!open.isEmpty()) {
            String address = open.poll();
            Document page = Jsoup.parse(get(address, "text/html"));
            compare(page, address);
            for (Element link : page.select("main a[href^=/], .site a[href^=/]")) {
                String next = link.attr("href").replaceFirst("#.*", "");
                String path = next.replaceFirst("\\?.*", "");
                Matcher kind = KIND.matcher(path);
                if (next.contains("lang=ja")
                        && !next.contains("format=")
                        // amounts in thousands and more are rounded
                        && !next.contains("scale=")
                        && !FEDERATED.contains(path)
                        && kind.matches()
                        && (path.startsWith("/api/") ? seen.add(path) : seen.add(next))
                        && kinds.merge(String.valueOf(kind.group(1)), 1, Integer::sum) <= most) {
                    open.add(next);
                }
            }
        }
    }

    private void compare(Document page, String address) throws Exception {
        for (Element section : page.select("section.answer:not(#none)")) {
            compare(section, section.select(".tools a:matchesOwn(^CSV$)").attr("href"), address);
        }
        if (address.startsWith("/api/queries/")) {
            compare(
                    page.selectFirst("main"),
                    page.select("main > p a:matchesOwn(^CSV$)").attr("href"),
                    address);
        }
    }

    private void compare(Element shown, String csv, String address) throws Exception {
        assertThat(csv).as(address).isNotEmpty();
        try (CSVParser answer = CSVParser.parse(get(csv, "text/csv"), CSVFormat.DEFAULT)) {
            List<CSVRecord> lines = answer.getRecords();
            List<String> headings = lines.get(0).toList();
            int why = headings.indexOf("行がない理由");
            List<CSVRecord> rows = lines.subList(1, lines.size()).stream()
                    .filter(row -> why < 0 || row.get(why).isEmpty())
                    .toList();
            List<Element> cards = shown.select("table.cards > tbody > tr, ul.city-cards > li");
            for (int i = 0; i < cards.size(); i++) {
                for (Element cell : cards.get(i).select("td, dl > div")) {
                    String heading = cell.is("td")
                            ? cell.attr("data-label")
                            : cell.select("dt").text();
                    compare(cell, heading, headings, List.of(rows.get(i)), address);
                }
            }
            for (Element property : shown.select("> dl.facts > div")) {
                compare(property, property.select("dt").text(), headings, rows, address);
            }
            Set<BigDecimal> numbers = rows.stream()
                    .flatMap(CSVRecord::stream)
                    .filter(text -> text.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?"))
                    .map(text -> new BigDecimal(text).stripTrailingZeros())
                    .collect(Collectors.toSet());
            for (Element bars : shown.select("svg.bars")) {
                List<Element> figures = bars.select("text.figure");
                // in a stack the figure is the sum of its parts, which the test of pictures adds up
                if (figures.size() == bars.select("rect").size()) {
                    figures.forEach(figure -> assertThat(numbers)
                            .as(address + " " + csv)
                            .contains(number(
                                    figure.text().replaceAll("[^0-9.,-]+$", "").replaceFirst(".* ", ""))));
                    compared += figures.size();
                }
            }
        }
    }

    private static BigDecimal number(String shown) {
        return new BigDecimal(shown.replace(",", "")).stripTrailingZeros();
    }

    /** The figures of a cell are those of its column, exactly and as shown. */
    private void compare(Element cell, String heading, List<String> headings, List<CSVRecord> rows, String address) {
        for (Element figure : cell.select("data")) {
            BigDecimal exact = new BigDecimal(figure.attr("value")).stripTrailingZeros();
            assertThat(rows.stream()
                            .flatMap(row -> IntStream.range(0, headings.size())
                                    .filter(i -> headings.get(i).equals(heading) || rows.size() > 1)
                                    .mapToObj(row::get))
                            .filter(text -> text.matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?"))
                            .map(text -> new BigDecimal(text).stripTrailingZeros()))
                    .as(address + " " + heading)
                    .contains(exact);
            assertThat(number(figure.text())).as(address + " " + heading).isEqualTo(exact);
            compared++;
        }
    }
}
