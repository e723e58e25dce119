package org.jigyo.serve.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.system.Txn;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;
import org.jigyo.drawing.PageSvg;
import org.jigyo.drawing.SheetDrawing;
import org.jigyo.serve.http.InLanguage;
import org.jigyo.serve.http.Static;
import org.jigyo.serve.release.CurrentRelease;

/**
 * A sheet beside its facts: its pages as drawn, with the place of each fact.
 *
 * @param path path of the sheet's documents, without suffix: {@code /doc/sheet/…}
 * @param language ja or en
 * @param projects the projects it evaluates: name → address
 * @param original address of its first page in the original document; empty if it is not known
 * @param pages none if no drawing was kept
 * @param facts in the order of the page
 */
public record DrawnSheet(
        String path,
        String language,
        Map<String, String> projects,
        String original,
        List<DrawnPage> pages,
        List<Fact> facts)
        implements InLanguage {

    /** Nothing is loaded, and no style but the picture's own applies. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-"
            + Base64.getEncoder().encodeToString(DigestUtils.sha256(PageSvg.STYLE))
            + "'; base-uri 'none'; frame-ancestors 'none'";

    /** More facts than sheets usually have; further ones are joined by links only. */
    private static final int JOINED = 250;

    private static final Pattern SHEET = Pattern.compile("sheet/([^/]+)/([^/]+/[^/]+)");
    private static final Pattern LIT = Pattern.compile("/doc/(sheet/[^?#]+)\\?[^#]*#extract-(\\d+)");
    private static final Pattern EXTRACT = Pattern.compile("(.*/)(" + SHEET + ")/extract/(\\d+)");

    /**
     * A fact.
     *
     * @param said what it says
     * @param drawn whether its place is drawn
     */
    public record Fact(PrintedFacts.Fact said, boolean drawn) {}

    /** What the drawings of a thing depend on besides the release: the part of its city; empty if it is no sheet. */
    static String version(String name, CurrentRelease.Loan loan) {
        Matcher matcher = SHEET.matcher(name);
        return matcher.matches() ? loan.release().cities().getOrDefault(matcher.group(1), "") : "";
    }

    /**
     * The lit cell that an address on this server leads to; empty if it leads to none that is drawn.
     *
     * @param ruled whether its page must have rules
     */
    static Optional<String> lit(String address, boolean ruled, String language, CurrentRelease.Loan loan)
            throws IOException {
        Matcher matcher = LIT.matcher(address);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return loan.once(List.of(DrawnSheet.class, address, ruled, language), () -> {
            List<DrawnPage> pages = drawn(matcher.group(1), loan);
            return pages.isEmpty()
                            || (ruled
                                    && pages.stream()
                                            .allMatch(page -> page.rules().isEmpty()))
                    ? Optional.empty()
                    : of(matcher.group(1), pages, language, loan).around(Integer.parseInt(matcher.group(2)));
        });
    }

    /** The path on this server of the lit cell of an Extract; empty if its sheet has no drawing. */
    static Optional<String> cell(String extract, String language, CurrentRelease.Loan loan) {
        Matcher matcher = EXTRACT.matcher(extract);
        return matcher.matches() && loan.drawings().has(matcher.group(3), matcher.group(4))
                ? Optional.of("/doc/" + matcher.group(2) + "?lang=" + language + "#extract-" + matcher.group(5))
                : Optional.empty();
    }

    /**
     * A sheet beside its facts.
     *
     * @param name path of the thing below {@code /doc/}
     * @return empty if it is no sheet
     * @throws IOException if its drawing is damaged
     */
    static Optional<DrawnSheet> of(String name, String language, CurrentRelease.Loan loan) throws IOException {
        return SHEET.matcher(name).matches()
                ? Optional.of(of(name, drawn(name, loan), language, loan))
                : Optional.empty();
    }

    /**
     * A sheet beside its facts.
     *
     * @param pages the sheet's pages, as {@link #drawn} returns them
     */
    static DrawnSheet of(String name, List<DrawnPage> pages, String language, CurrentRelease.Loan loan) {
        Node sheet = new Links(loan.release().base()).thing(name);
        String base = loan.release().base();
        return Txn.calculateRead(
                loan.dataset(),
                () -> new DrawnSheet(
                        "/doc/" + name,
                        language,
                        PrintedFacts.projects(loan.dataset(), sheet, base, language),
                        PrintedFacts.original(loan.dataset(), sheet),
                        pages,
                        ordered(PrintedFacts.of(loan.dataset(), sheet, base, language), pages)));
    }

    /**
     * The pages of a sheet as they were drawn; none if it is no sheet, or no drawing was kept.
     *
     * @param name path of the thing below {@code /doc/}
     * @throws IOException if its drawing is damaged
     */
    static List<DrawnPage> drawn(String name, CurrentRelease.Loan loan) throws IOException {
        Matcher sheet = SHEET.matcher(name);
        Optional<byte[]> packed =
                sheet.matches() ? loan.drawings().read(sheet.group(1), sheet.group(2)) : Optional.empty();
        return packed.isEmpty()
                ? List.of()
                : SheetDrawing.unpacked(packed.get()).pages();
    }

    /** The facts from top to bottom, those without a place at the end. */
    private static List<Fact> ordered(List<PrintedFacts.Fact> facts, List<DrawnPage> pages) {
        List<Fact> ordered = new ArrayList<>();
        Set<Integer> placed = new HashSet<>();
        for (DrawnPage page : pages) {
            Function<PrintedFacts.Fact, Frame> first =
                    fact -> page.taken().get(fact.path()).get(0);
            facts.stream()
                    .filter(fact -> page.taken().containsKey(fact.path()))
                    .sorted(Comparator.comparingDouble((PrintedFacts.Fact fact) ->
                                    first.apply(fact).y())
                            .thenComparingDouble(fact -> first.apply(fact).x()))
                    .filter(fact -> placed.add(fact.rank()))
                    .forEach(fact -> ordered.add(new Fact(fact, true)));
        }
        facts.stream()
                .filter(fact -> !placed.contains(fact.rank()))
                .forEach(fact -> ordered.add(new Fact(fact, false)));
        return ordered;
    }

    /**
     * The style sheet of sheets' pages. It joins each fact with its place in the drawing: under the pointer, both are lit. That takes one
     * rule for each number, because a selector cannot compare two ids.
     */
    public static byte[] style() {
        StringBuilder rules = new StringBuilder(Static.text("sheet.css"));
        for (int n = 1; n <= JOINED; n++) {
            rules.append(String.format(
                    ".sheet:has(#fact-%1$d:hover) #extract-%1$d rect{fill:#ffe14d;stroke-width:2}"
                            + ".sheet:has(#extract-%1$d:hover,#extract-%1$d:target) #fact-%1$d{background:var(--tint)}%n",
                    n));
        }
        return rules.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** True if a page was a picture, in which text was recognised. */
    public boolean recognised() {
        return facts.stream().anyMatch(fact -> fact.said().recognised());
    }

    /** The address of the picture of a page. */
    public String picture(DrawnPage page) {
        return path + "/page/" + page.number() + ".svg";
    }

    /** The statements that name the pictures of a thing's pages; none unless it is a sheet with a drawing. */
    static List<Triple> depictions(Node thing, String name, CurrentRelease.Loan loan) throws IOException {
        return drawn(name, loan).stream()
                .map(page -> Triple.create(
                        thing,
                        FOAF.depiction.asNode(),
                        NodeFactory.createURI(
                                loan.release().base() + "doc/" + name + "/page/" + page.number() + ".svg")))
                .toList();
    }

    /** A page within the HTML page: each place leads to its fact below. */
    public String inline(DrawnPage page) {
        return svg(page, fact -> "#fact-" + fact.rank(), "");
    }

    /** A page as a picture of its own: each place leads to the document of its fact. */
    String alone(DrawnPage page) {
        return svg(page, PrintedFacts.Fact::href, PageSvg.STYLE);
    }

    /** How much of a page is seen around a lit cell, in points. */
    private static final double SEEN_WIDTH = 380;

    private static final double SEEN_HEIGHT = 150;

    /** The part of a page around the place of a fact, which is lit; empty if it is not drawn. */
    Optional<String> around(int rank) {
        return facts.stream()
                .map(Fact::said)
                .filter(fact -> fact.rank() == rank)
                .flatMap(fact -> pages.stream()
                        .filter(page ->
                                page.number() == fact.page() && page.taken().containsKey(fact.path()))
                        .map(page -> around(page, fact)))
                .findFirst();
    }

    private String around(DrawnPage page, PrintedFacts.Fact fact) {
        List<Frame> places = page.taken().get(fact.path());
        Frame first = places.get(0);
        double width = Math.min(SEEN_WIDTH, page.width());
        double height = Math.min(SEEN_HEIGHT, page.height());
        Frame window = new Frame(
                Math.max(0, Math.min(page.width() - width, first.right() - width * 0.7)),
                Math.max(0, Math.min(page.height() - height, first.y() - height * 0.6)),
                width,
                height);
        return PageSvg.of(
                page,
                window,
                List.of(new PageSvg.Lit(null, null, fact.label() + ": " + fact.printed(), PageSvg.Look.LIT, places)),
                fact.label() + ": " + fact.printed(),
                say("公表されたシートの一部", "Part of the published sheet"),
                "");
    }

    private String svg(DrawnPage page, Function<PrintedFacts.Fact, String> href, String style) {
        List<PageSvg.Lit> lit = new ArrayList<>();
        for (Fact fact : facts) {
            List<Frame> places = page.taken().get(fact.said().path());
            if (places != null) {
                PrintedFacts.Fact said = fact.said();
                // A fact that is printed on two pages is one fact, whose first place is found.
                String id = said.page() == page.number() ? "extract-" + said.rank() : null;
                lit.add(new PageSvg.Lit(
                        id, href.apply(said), said.label() + ": " + said.printed(), said.look(), places));
            }
        }
        if (!page.unread().isEmpty()) {
            lit.add(new PageSvg.Lit(
                    null, null, say("読み取っていない文字", "text that was not read"), PageSvg.Look.UNREAD, page.unread()));
        }
        return PageSvg.of(
                page,
                lit,
                say(page.number() + "ページ", "Page " + page.number()),
                say(
                        "公表されたシートの文字と罫線を描いたもの。読み取った値の箇所に色を付けた。",
                        "The words and rules of the published sheet, drawn again; the places of values that were read are coloured."),
                style);
    }
}
