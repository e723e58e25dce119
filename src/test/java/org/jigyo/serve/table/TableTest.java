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
                    #+   yen: {label: Cost, label-ja: 決算額, unit: yen, cell: at, role: value}
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
        assertThat(table.notes()).containsExactly("標本市：印刷なし");
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
        assertThat(Scale.THOUSAND.show(amount)).isEqualTo("123,457");
        assertThat(Scale.MILLION.show(amount)).isEqualTo("123.5");
        assertThat(Scale.HUNDRED_MILLION.show(amount)).isEqualTo("1.23");
        assertThat(Scale.grouped(new BigDecimal("-1234.50"))).isEqualTo("-1,234.5");
    }
}
