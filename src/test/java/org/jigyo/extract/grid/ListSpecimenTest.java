package org.jigyo.extract.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.TableDrawing;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of 204 columns in blocks of years, the same in every format that holds tables. One YAML file reads it. */
class ListSpecimenTest {

    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final List<String> OFFICIALS = List.of("標本山太郎", "標本川花子", "標本森一郎", "標本谷次郎", "2345", "4020");

    @TempDir
    Path folder;

    private List<Extraction> read(String name, byte[] bytes) throws IOException {
        Layout layout = Layouts.read("hara-r6.yml", Files.readString(RESOURCES.resolve("forms/hara-r6.yml")));
        return GridSheets.of(layout, Files.write(folder.resolve(name), bytes));
    }

    private static TableDrawing drawing() throws IOException {
        return TableDrawing.of(RESOURCES.resolve("forms/hara-list.tsv"));
    }

    private static List<Sheet> golden() throws IOException {
        return Files.readString(RESOURCES.resolve("golden/hara.jsonl"))
                .lines()
                .map(SheetJson::read)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls", "csv", "tsv", "html"})
    void everyFormatGivesTheSameRecords(String format) throws IOException {
        byte[] bytes = switch (format) {
            case "xlsx" -> drawing().xlsx("事業一覧");
            case "xls" -> drawing().xls("事業一覧");
            case "csv" -> drawing().separated(',', "\r\n", StandardCharsets.UTF_8);
            case "tsv" -> drawing().separated('\t', "\n", StandardCharsets.UTF_16);
            default -> drawing().html().getBytes(StandardCharsets.UTF_8);
        };
        check(read("事業一覧." + format, bytes), format.equals("html") ? "table 1" : "事業一覧");
    }

    @Test
    void encodingsAreTried() throws IOException {
        for (String charset : List.of("windows-31j", "EUC-JP", "UTF-16LE", "UTF-16BE")) {
            byte[] bytes = drawing().separated(',', "\n", Charset.forName(charset));
            Layout layout = Layouts.read("hara-r6.yml", Files.readString(RESOURCES.resolve("forms/hara-r6.yml")));
            Path file = Files.write(folder.resolve("事業一覧.csv"), bytes);
            check(GridSheets.of(layout, file, Code.ENCODING_ASSUMED), "事業一覧");
        }
    }

    private static void check(List<Extraction> sheets, String table) throws IOException {
        List<Sheet> golden = golden();
        assertThat(sheets).hasSameSizeAs(golden);
        for (int i = 0; i < golden.size(); i++) {
            Extraction sheet = sheets.get(i);
            assertThat(GridSheets.recorded(sheet)).isEqualTo(GridSheets.gold(golden.get(i)));
            assertThat(sheet.facts()).hasSizeGreaterThan(160);
            assertThat(sheet.leftover()).isEmpty();
            assertThat(sheet.issues())
                    .extracting(s -> s.code())
                    .isEqualTo(i == 0 ? List.of(Code.COLUMN_DROPPED) : List.of());
            assertThat(sheet.evidence().get("name").locator()).startsWith(table + "!B" + (8 + i) + ",");
            OFFICIALS.forEach(o -> assertThat(sheet.toString()).doesNotContain(o));
        }
    }

    @Test
    void aHeaderThatIsNotMergedIsReadByTheBlankCellsBesideIt() throws IOException {
        TableDrawing split = TableDrawing.of(drawing().rows().stream()
                .map(row -> String.join("\t", row).replaceAll("(?<=\t|^)[<^](?=\t|$)", ""))
                .reduce("", (a, b) -> a + b + "\n"));
        check(read("事業一覧.xlsx", split.xlsx("事業一覧")), "事業一覧");
    }
}
