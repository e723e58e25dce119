package org.jigyo.serve.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.junit.jupiter.api.Test;

/** Pictures whose columns say what is compared with what. */
class PictureTest {

    private static final Display DISPLAY = new Display(
            "ja",
            Scale.YEN,
            address -> "/doc/" + address,
            address -> address.equals("code/missed") ? "未達" : null,
            cell -> cell);

    private static Map<String, Column> columns(String decorators) {
        List<String> lines = decorators.lines().toList();
        String variables =
                lines.stream().map(line -> "?" + line.replaceFirst(":.*", "")).collect(Collectors.joining(" "));
        return StoredQuery.of(
                        "q",
                        lines.stream()
                                        .map(line -> "#+   " + line)
                                        .collect(Collectors.joining("\n", "#+ columns:\n", "\n"))
                                + "SELECT " + variables + " {}")
                .about()
                .columns();
    }

    /** Rows of {@code variable=value}; values that begin with a digit or a sign are numbers. */
    private static Rows rows(String... rows) {
        String bindings = Arrays.stream(rows)
                .map(row -> Arrays.stream(row.split(" "))
                        .map(cell -> cell.split("="))
                        .map(cell -> "\"%s\": {\"type\": \"literal\", \"value\": \"%s\"%s}"
                                .formatted(
                                        cell[0],
                                        cell[1],
                                        cell[1].matches("[-\\d].*")
                                                ? ", \"datatype\": \"http://www.w3.org/2001/XMLSchema#decimal\""
                                                : ""))
                        .collect(Collectors.joining(",", "{", "}")))
                .collect(Collectors.joining(","));
        return Rows.of(("{\"head\":{\"vars\":[]},\"results\":{\"bindings\":[" + bindings + "]}}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static final Map<String, Column> COMPARED = columns("""
            name: {label: Name, label-ja: 指標, role: facet}
            year: {label: Year, label-ja: 年度, role: category}
            target: {label: Target, label-ja: 目標, role: target}
            forecast: {label: Forecast, label-ja: 見込, role: target}
            actual: {label: Actual, label-ja: 実績, role: value}
            outcome: {label: Outcome, label-ja: 達成状況, link: "code/{outcome}", named: true, role: outcome}""");

    @Test
    void aBarStandsBesideTheMarkThatItShouldReach() {
        List<Picture> pictures = Picture.of(
                "題",
                rows(
                        "name=来場者 year=y1 target=100 actual=80 outcome=missed",
                        "name=来場者 year=y2 target=100 actual=160 outcome=met",
                        "name=来場者 year=y3 forecast=200",
                        "name=温度 year=y1 target=-10 actual=-30"),
                COMPARED,
                DISPLAY,
                9);

        Bullets first = (Bullets) pictures.get(0);
        assertThat(first.bullets())
                .extracting(Bullets.Bullet::figure, Bullets.Bullet::missed, Bullets.Bullet::width, Bullets.Bullet::mark)
                .containsExactly(
                        tuple("実績 80・目標 100・未達", true, 40.0, 50.0),
                        tuple("実績 160・目標 100", false, 80.0, 50.0),
                        tuple("見込 200", false, 0.0, 100.0));
        assertThat(first.target()).isEqualTo("目標・見込");
        assertThat(first.missed()).isEqualTo("未達");
        Bullets second = (Bullets) pictures.get(1);
        assertThat(second.missed()).isNull();
        assertThat(second.zero()).isEqualTo(100);
        assertThat(second.bullets().get(0).x()).isZero();
        assertThat(second.bullets().get(0).mark()).isEqualTo(66.67);
    }

    private static final Map<String, Column> COUNTED = columns("""
            city: {label: City, label-ja: 市, role: facet}
            edition: {label: Edition, label-ja: 版, link: "edition/{edition}", role: category}
            sheets: {label: Sheets, label-ja: シート数, role: whole}
            cost: {label: With cost, label-ja: 事業費のあるシート, brief: Cost, brief-ja: 事業費, role: part}
            goal: {label: With goal, label-ja: ゴールのあるシート, role: part}""");

    @Test
    void sharesFillTheirCellsInOnePicture() {
        List<Picture> pictures = Picture.of(
                "題",
                rows("city=港 edition=a sheets=4 cost=4 goal=1", "city=森 edition=b sheets=2 cost=0", "city=里"),
                COUNTED,
                DISPLAY,
                9);

        assertThat(pictures).hasSize(1);
        Shares shares = (Shares) pictures.get(0);
        assertThat(shares.headings()).extracting(Shares.Heading::text).containsExactly("事業費", "ゴールのあるシート");
        assertThat(shares.rows())
                .extracting(Shares.Row::label, Shares.Row::name, Shares.Row::href, Shares.Row::whole)
                .containsExactly(
                        tuple("港", "a", "/doc/edition/a", "シート数 4"), tuple("森", "b", "/doc/edition/b", "シート数 2"));
        assertThat(shares.rows().get(0).cells())
                .extracting(Shares.Cell::count, Shares.Cell::none, Shares.Cell::filled)
                .containsExactly(tuple("4", false, 47.0), tuple("1", false, 11.75));
        assertThat(shares.rows().get(1).cells()).allMatch(Shares.Cell::none);
    }

    @Test
    void kindsOfACategoryStandBelowItsName() {
        Map<String, Column> columns = columns("""
                year: {label: Year, label-ja: 年度, role: category}
                phase: {label: Phase, label-ja: 区分, role: series}
                yen: {label: Cost, label-ja: 金額, type: integer, unit: yen, role: value}""");

        Bars bars = (Bars) Picture.of(
                        "題",
                        rows("year=y1 phase=予算 yen=20", "year=y1 phase=決算 yen=10", "year=y2 phase=決算 yen=5"),
                        columns,
                        DISPLAY,
                        9)
                .get(0);

        assertThat(bars.bars())
                .extracting(Bars.Bar::label, Bars.Bar::named, Bars.Bar::beside, Bars.Bar::figure)
                .containsExactly(
                        tuple("y1", "予算", false, "20 円"),
                        tuple(null, "決算", false, "10 円"),
                        tuple("y2", "決算", true, "5 円"));
        assertThat(bars.bars()).extracting(Bars.Bar::figureY).isSorted().doesNotHaveDuplicates();
        assertThat(bars.bars().get(0).labelY()).isLessThan(bars.bars().get(0).figureY());
    }
}
