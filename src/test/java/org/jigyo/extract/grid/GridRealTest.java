package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.Finding.Severity;
import org.jigyo.RealSheets;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Sheet;
import org.junit.jupiter.api.Test;

/** The cities' own sheets read as cells. */
class GridRealTest {

    private static final List<String> FUNDS =
            List.of("nationalPrefecturalFunds", "bonds", "otherFunds", "generalFunds");

    private static List<Extraction> ikeda() {
        return GridSheets.of(GridSheets.layout("ikeda-r6"), RealSheets.folder().resolve("sheets/ikeda"));
    }

    @Test
    void everyIkedaSheetIsReadWithoutDoubtOrLeftover() {
        List<Extraction> sheets = ikeda();
        assertThat(sheets).hasSize(60);
        for (Extraction sheet : sheets) {
            String number = sheet.facts().get("number").toString();
            assertThat(sheet.leftover()).as(number).isEmpty();
            assertThat(sheet.issues()).as(number).noneMatch(i -> i.severity() != Severity.INFO);
            assertThat(sheet.facts().keySet()).as(number).anyMatch(p -> p.startsWith("sdgs/"));
            assertThat(sheet.facts())
                    .as(number)
                    .containsKeys("name", "department", "texts/content", "ratings/achievement", "direction");
            assertThat(sheet.evidence().keySet())
                    .as(number)
                    .containsAll(sheet.facts().keySet());
        }
    }

    @Test
    void ikedaFundsAddUpInEveryColumnWithATotal() {
        int columns = 0;
        for (Extraction sheet : ikeda()) {
            for (Map.Entry<String, Object> total : sheet.facts().entrySet()) {
                if (total.getKey().startsWith("costs/total/")) {
                    String column = total.getKey().substring("costs/total/".length());
                    BigDecimal sum = FUNDS.stream()
                            .map(f -> (BigDecimal)
                                    sheet.facts().getOrDefault("costs/" + f + "/" + column, BigDecimal.ZERO))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(sum)
                            .as(sheet.facts().get("number") + " " + column)
                            .isEqualTo(total.getValue());
                    columns++;
                }
            }
        }
        assertThat(columns).isGreaterThan(200);
    }

    /** In the evaluated year the parts add up to the total; every change is the difference of its two years. */
    @Test
    void yokohamaPartsAddUpAndChangesAreDifferences() {
        Path folder = RealSheets.folder().resolve("sheets/yokohama");
        List<Extraction> sheets = GridSheets.of(GridSheets.layout("yokohama-r7"), folder);
        assertThat(sheets).hasSize(13);
        for (Extraction sheet : sheets) {
            String number = sheet.facts().get("number").toString();
            assertThat(sheet.issues()).as(number).noneMatch(i -> i.severity() != Severity.INFO);
            assertThat(sheet.leftover()).as(number).isEmpty();
            BigDecimal parts = BigDecimal.ZERO;
            int changes = 0;
            for (String path : sheet.facts().keySet()) {
                if (path.matches("parts/[^/]+/costs/total/settled/2024")) {
                    parts = parts.add(number(sheet, path));
                }
                if (path.endsWith("costs/change/settled/2024")) {
                    String total = path.replace("/change/", "/total/");
                    assertThat(number(sheet, path))
                            .as(number + " " + path)
                            .isEqualByComparingTo(
                                    number(sheet, total).subtract(number(sheet, total.replace("2024", "2023"))));
                    changes++;
                }
            }
            assertThat(changes).as(number).isGreaterThan(1);
            assertThat(parts.subtract(number(sheet, "costs/total/settled/2024")).abs())
                    .as(number)
                    .isLessThanOrEqualTo(BigDecimal.valueOf(2));
        }
    }

    private static BigDecimal number(Extraction sheet, String path) {
        return (BigDecimal) sheet.facts().get(path);
    }

    @Test
    void everySheetSaysWhatItsGoldSays() throws IOException {
        Path sheets = RealSheets.folder().resolve("sheets");
        assertThat(compared("272043", ikeda())).isEqualTo(7);
        Layout parts = GridSheets.layout("yokohama-r7");
        assertThat(compared("141003", GridSheets.of(parts, sheets.resolve("yokohama"))))
                .isEqualTo(4);
        Layout tables = GridSheets.layout("tsukuba-r4");
        List<Extraction> r4 = GridSheets.of(tables, sheets.resolve("tsukuba-r4-tables.txt"));
        assertThat(compared("082201", r4)).isEqualTo(2);
        Layout list = GridSheets.layout("tsukuba-r3");
        List<Extraction> r3 = GridSheets.of(list, sheets.resolve("tsukuba-r3-list.txt"));
        assertThat(compared("082201", r3)).isEqualTo(48);
    }

    private static int compared(String city, List<Extraction> sheets) throws IOException {
        Map<String, Sheet> gold = gold();
        int compared = 0;
        for (Extraction read : sheets) {
            String key = city + " " + read.facts().get("fiscalYear") + " "
                    + read.facts().get("number");
            Sheet sheet = gold.get(key);
            if (sheet == null) {
                continue;
            }
            Map<String, Object> want = GridSheets.gold(sheet);
            Map<String, Object> got = GridSheets.recorded(read);
            sheet.undecided().forEach(glob -> {
                want.keySet().removeIf(p -> FieldPath.of(glob).covers(p));
                got.keySet().removeIf(p -> FieldPath.of(glob).covers(p));
            });
            assertThat(got).as(key).containsExactlyInAnyOrderEntriesOf(want);
            compared++;
        }
        return compared;
    }

    private static Map<String, Sheet> gold() throws IOException {
        Map<String, Sheet> gold = new TreeMap<>();
        for (RealSheets.GoldRecord record : RealSheets.gold()) {
            Sheet sheet = record.sheet();
            gold.put(sheet.city() + " " + sheet.fiscalYear() + " " + sheet.number(), sheet);
        }
        return gold;
    }
}
