package org.jigyo.serve.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.junit.jupiter.api.Test;

/** Answers as tables and pictures. */
class TableTest {

    private static final Map<String, Column> COLUMNS =
            StoredQuery.of("q", """
                    #+ columns:
                    #+   city: {label: City, label-ja: 市, link: "id/city/{city}", named: true, role: facet}
                    #+   name: {label: Name, label-ja: 名称, link: "id/project/{key}", role: category}
                    #+   key: {label: Key, label-ja: 鍵, hidden: true}
                    #+   yen: {label: Cost, label-ja: 決算額, type: integer, unit: yen, cell: at, role: value}
                    #+   at: {label: TableCell, label-ja: セル, hidden: true}
                    #+   why: {label: Why, label-ja: 理由, role: note}
                    SELECT ?city ?name ?key ?yen ?at ?why {}
                    """).about().columns();

    private static Display display(String language, Scale scale) {
        return new Display(
                language,
                scale,
                address -> "/doc/" + address,
                address -> address.equals("id/city/1") ? "標本市" : null,
                cell -> "/printed?" + cell);
    }

    private static Rows rows(String... bindings) {
        return Rows.of(("{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[" + String.join(",", bindings) + "]}}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String city, String name, String yen) {
        return """
               {"city": {"type": "literal", "value": "%s"}, "name": {"type": "literal", "value": "%s"},
                "key": {"type": "literal", "value": "k-%s"}, "at": {"type": "uri", "value": "x:%s"},
                "yen": {"type": "literal", "value": "%s", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}}""".formatted(city, name, name, name, yen);
    }

    @Test
    void aCellShowsItsNameItsScaleAndWhereItLeadsTo() {
        Table table = Table.of(
                rows(row("1", "港", "1234567"), row("2", "森", "-50")), COLUMNS, display("ja", Scale.THOUSAND), 9);

        assertThat(table.headings())
                .containsExactly(
                        new Table.Heading("city", "市", false),
                        new Table.Heading("name", "名称", false),
                        new Table.Heading("yen", "決算額（千円）", true));
        assertThat(table.rows().get(0))
                .containsExactly(
                        new TableCell("標本市", null, "/doc/id/city/1", null, null),
                        new TableCell("港", null, "/doc/id/project/k-%E6%B8%AF", null, null),
                        new TableCell("1,235", "1234567", null, "/printed?x:港", null));
        assertThat(table.rows().get(1).get(0).text()).isEqualTo("2");
    }

    @Test
    void aRowWithAReasonIsANoteAndOnlySomeRowsAreShown() {
        Table table = Table.of(
                rows(
                        row("1", "港", "1"),
                        row("1", "森", "2"),
                        "{\"city\": {\"type\": \"literal\", \"value\": \"1\"}, \"why\": {\"type\": \"literal\", \"value\": \"印刷なし\"}}"),
                COLUMNS,
                display("ja", Scale.YEN),
                1);

        assertThat(table.rows()).hasSize(1);
        assertThat(table.total()).isEqualTo(2);
        assertThat(table.notes()).containsExactly("印刷なし：標本市");
    }

    @Test
    void barsAreAsLongAsTheirValuesAndBeginAtZero() {
        List<Picture> pictures = Picture.of(
                "題",
                rows(row("1", "港", "300"), row("1", "森", "-100"), row("2", "里", "5")),
                COLUMNS,
                display("en", Scale.YEN),
                9);

        assertThat(pictures).extracting(Picture::title).containsExactly("標本市", "2");
        Bars first = (Bars) pictures.get(0);
        assertThat(first.zero()).isEqualTo(25);
        assertThat(first.bars())
                .extracting(Bars.Bar::label, Bars.Bar::figure, Bars.Bar::x, Bars.Bar::width)
                .containsExactly(tuple("港", "300 yen", 25.0, 75.0), tuple("森", "-100 yen", 0.0, 25.0));
        assertThat(((Bars) pictures.get(1)).bars().get(0).width()).isEqualTo(100);
    }

    @Test
    void columnsWithoutRolesHaveNoPicture() {
        assertThat(Picture.of(
                        "題", rows(row("1", "港", "300")), Map.of("yen", COLUMNS.get("at")), display("en", Scale.YEN), 9))
                .isEmpty();
    }

    @Test
    void amountsAreRoundedInAScaleAndExactInYen() {
        BigDecimal amount = new BigDecimal("123456789");

        assertThat(Scale.YEN.show(amount)).isEqualTo("123,456,789");
        assertThat(Scale.YEN.show(new BigDecimal("2582.5"))).isEqualTo("2,582.50");
        assertThat(Scale.THOUSAND.show(amount)).isEqualTo("123,457");
        assertThat(Scale.MILLION.show(amount)).isEqualTo("123.5");
        assertThat(Scale.HUNDRED_MILLION.show(amount)).isEqualTo("1.23");
        assertThat(Scale.grouped(new BigDecimal("-1234.50"))).isEqualTo("-1,234.5");
    }

    private static final Map<String, Column> FLOW =
            StoredQuery.of("q", """
            #+ columns:
            #+   from: {label: From, label-ja: 財源, role: from}
            #+   via: {label: Via, label-ja: 政策, role: via}
            #+   to: {label: To, label-ja: 目標, role: to}
            #+   yen: {label: Cost, label-ja: 決算額, type: integer, unit: yen, role: value}
            SELECT ?from ?via ?to ?yen {}
            """).about().columns();

    private static String flow(String from, String via, String to, int yen) {
        return """
               {"from": {"type": "literal", "value": "%s"}, "via": {"type": "literal", "value": "%s"},
                "to": {"type": "literal", "value": "%s"},
                "yen": {"type": "literal", "value": "%d", "datatype": "http://www.w3.org/2001/XMLSchema#integer"}}""".formatted(from, via, to, yen);
    }

    @Test
    void aFlowKeepsItsAmountAndAHeatMapAddsUp() {
        List<Picture> pictures = Picture.of(
                "題",
                rows(flow("税", "港", "九", 60), flow("債", "港", "九", 20), flow("税", "森", "十一", 20)),
                FLOW,
                display("ja", Scale.YEN),
                9);

        Flow flow = (Flow) pictures.get(0);
        assertThat(flow.nodes())
                .extracting(Flow.Node::column, Flow.Node::name, Flow.Node::figure, Flow.Node::height)
                .containsExactly(
                        tuple(0, "税", "80 円", 240.0),
                        tuple(0, "債", "20 円", 60.0),
                        tuple(1, "港", "80 円", 240.0),
                        tuple(1, "森", "20 円", 60.0),
                        tuple(2, "九", "80 円", 240.0),
                        tuple(2, "十一", "20 円", 60.0));
        assertThat(flow.bands())
                .extracting(Flow.Band::name)
                .containsExactly("税 → 港 60 円", "税 → 森 20 円", "債 → 港 20 円", "港 → 九 80 円", "森 → 十一 20 円");
        Heat heat = (Heat) pictures.get(1);
        assertThat(heat.columns()).containsExactly("九", "十一");
        assertThat(heat.rows().get(0))
                .isEqualTo(new Heat.Row("港", List.of(new Heat.Cell("80", 5), new Heat.Cell("", 0))));
        assertThat(heat.rows().get(1))
                .isEqualTo(new Heat.Row("森", List.of(new Heat.Cell("", 0), new Heat.Cell("20", 2))));
    }

    @Test
    void aFlowShowsTheSmallestOfManyAsOne() {
        String[] rows = java.util.stream.IntStream.rangeClosed(1, 12)
                .mapToObj(i -> flow("税", "p" + i, "九", i))
                .toArray(String[]::new);

        Flow flow = (Flow)
                Picture.of("題", rows(rows), FLOW, display("ja", Scale.YEN), 9).get(0);

        assertThat(flow.nodes().stream().filter(node -> node.column() == 1).map(Flow.Node::name))
                .hasSize(Flow.MOST)
                .contains("ほか4件");
    }
}
