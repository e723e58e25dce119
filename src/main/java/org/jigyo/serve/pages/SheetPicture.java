package org.jigyo.serve.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.Txn;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.PagePng;
import org.jigyo.serve.http.Answer;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Table;
import org.jigyo.serve.table.TableCell;

/**
 * One page of a sheet as a picture of its own.
 *
 * @param sheet name of the sheet below {@code /doc/}
 * @param page number of the page in its file
 * @param suffix svg, in which facts are lit and linked, or png, for previews
 */
record SheetPicture(String sheet, int page, String suffix) {

    private static final Pattern ADDRESS = Pattern.compile("(sheet/[^/]+/[^/]+/[^/]+)/page/(\\d{1,6})\\.(svg|png)");
    private static final Pattern CELL = Pattern.compile("/doc/(sheet/[^?#]+)\\?.*");
    private static final Node EVALUATES = NodeFactory.createURI(Links.namespace("ns") + "evaluates");
    private static final Node RECORDED = NodeFactory.createURI(Links.namespace("ns") + "recordedIn");

    /** The picture that an address below {@code /doc/} names; empty for other addresses. */
    static Optional<SheetPicture> at(String name) {
        Matcher matcher = ADDRESS.matcher(name);
        return matcher.matches()
                ? Optional.of(new SheetPicture(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)))
                : Optional.empty();
    }

    void send(Answers answers, HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (CurrentRelease.Loan loan = answers.borrow(request, response)) {
            String language = Asked.language(request);
            response.setHeader("Content-Security-Policy", DrawnSheet.POLICY);
            String version = String.join(
                    "\n", loan.release().id(), DrawnSheet.version(sheet, loan), sheet, page + suffix, language);
            Delivery delivery = Delivery.of(request, version, answers.settings());
            if (!delivery.known(request, response)) {
                delivery.send(drawn(language, loan), request, response);
            }
        }
    }

    private Answer drawn(String language, CurrentRelease.Loan loan) throws IOException {
        List<DrawnPage> pages = DrawnSheet.drawn(sheet, loan);
        DrawnPage drawn = pages.stream()
                .filter(one -> one.number() == page)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        404,
                        "No such page",
                        pages.isEmpty()
                                ? "The current release keeps no drawing of a sheet " + sheet + "."
                                : "The drawing of this sheet has no page " + page + "; it has "
                                        + pages.stream().map(DrawnPage::number).toList() + "."));
        return suffix.equals("png")
                ? new Answer("image/png", PagePng.of(drawn))
                : new Answer(
                        "image/svg+xml",
                        DrawnSheet.of(sheet, pages, language, loan).alone(drawn).getBytes(StandardCharsets.UTF_8));
    }

    /** The address of the first page of a sheet, or of the newest sheet about a project, as a preview; null if nothing is drawn. */
    static String preview(Node thing, String name, CurrentRelease.Loan loan) throws IOException {
        Optional<String> preview =
                loan.once(List.of(SheetPicture.class, name), () -> Optional.ofNullable(first(thing, name, loan)));
        return preview.orElse(null);
    }

    /** A preview of the sheet on which the first figure of some tables is printed; null if none is drawn. */
    static String preview(Stream<Table> tables, CurrentRelease.Loan loan) throws IOException {
        Optional<String> sheet = tables.flatMap(table -> table.rows().stream())
                .flatMap(List::stream)
                .flatMap(cell -> sheet(cell).stream())
                .findFirst();
        return sheet.isEmpty() ? null : preview(new Links(loan.release().base()).thing(sheet.get()), sheet.get(), loan);
    }

    /** The name of the sheet on which a figure is printed and drawn. */
    private static Optional<String> sheet(TableCell cell) {
        return Optional.ofNullable(cell.printed())
                .map(CELL::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1));
    }

    private static String first(Node thing, String name, CurrentRelease.Loan loan) throws IOException {
        TreeSet<String> sheets = Txn.calculateRead(loan.dataset(), () -> sheets(thing, name, loan));
        while (!sheets.isEmpty()) {
            String sheet = sheets.pollLast();
            List<DrawnPage> pages = DrawnSheet.drawn(sheet, loan);
            if (!pages.isEmpty()) {
                return "/doc/" + sheet + "/page/" + pages.get(0).number() + ".png";
            }
        }
        return null;
    }

    private static TreeSet<String> sheets(Node thing, String name, CurrentRelease.Loan loan) {
        Graph data = loan.dataset().getDefaultGraph();
        String things = loan.release().base() + "id/";
        TreeSet<String> sheets = new TreeSet<>(List.of(name));
        for (Triple evaluation : data.find(Node.ANY, EVALUATES, thing).toList()) {
            data.find(evaluation.getSubject(), RECORDED, Node.ANY)
                    .mapWith(Triple::getObject)
                    .filterKeep(sheet -> sheet.isURI() && sheet.getURI().startsWith(things))
                    .forEach(sheet -> sheets.add(sheet.getURI().substring(things.length())));
        }
        return sheets;
    }
}
