package org.jigyo.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jigyo.RealSheets;
import org.jigyo.compare.GoldComparison;
import org.jigyo.compare.Judgement;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.FileReading;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.nation.LocalGovernment;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.page.Limits;
import org.jigyo.page.table.Formats;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft reads what the sheets say, and nothing wrong without an issue. */
class DraftTest {

    private static final LocalGovernment TOWN = LocalGovernments.find("つくば市").get(0);

    @TempDir
    Path folder;

    private static LayoutDraft draft(Path path, int sheets, Map<String, String> answers, LocalGovernment city) {
        List<SourceFile> files = SourceFiles.of(List.of(path), f -> {});
        return Drafts.of(
                        files,
                        new Drafts.Settings(sheets, city, answers, List.of(), Layouts.bundled()),
                        Formats.reader(Limits.DEFAULT),
                        f -> {},
                        () -> {})
                .draft();
    }

    private static List<Sheet> read(LayoutDraft draft, Path path) {
        List<Sheet> sheets = new ArrayList<>();
        Extractor extractor = new Extractor(List.of(draft.layout()), Limits.DEFAULT, false);
        for (SourceFile file : SourceFiles.of(List.of(path), f -> {})) {
            FileReading reading = extractor.read(file);
            sheets.addAll(reading.sheets());
        }
        return sheets;
    }

    @Test
    void readsEachFactOfAnInventedForm() throws IOException {
        Map<String, Map<String, String>> truth = new InventedForm(1).write(folder, 30);
        LayoutDraft draft = draft(folder, 12, Map.of(), TOWN);
        int right = 0;
        int all = 0;
        List<Sheet> sheets = read(draft, folder);
        assertEquals(30, sheets.size());
        for (Sheet sheet : sheets) {
            Map<String, Object> facts = Facts.of(sheet);
            String file = Path.of(sheet.source().file()).getFileName().toString();
            for (Map.Entry<String, String> fact : truth.get(file).entrySet()) {
                all++;
                Object read = facts.get(fact.getKey());
                if (fact.getValue().equals(String.valueOf(read))) {
                    right++;
                } else {
                    boolean told = sheet.issues().stream().anyMatch(i -> i.doubts(fact.getKey()));
                    assertTrue(read == null || told, () -> file + " " + fact + " read as " + read);
                }
            }
        }
        double share = (double) right / all;
        assertTrue(share >= 0.98, share + " of the facts; draft:\n" + draft.yaml());
    }

    @Test
    void findsSumsAndLeavesPersonsOut() throws IOException {
        new InventedForm(2).write(folder, 12);
        LayoutDraft draft = draft(folder, 12, Map.of(), TOWN);
        assertEquals(1, draft.layout().identities().size(), draft.yaml());
        assertEquals("costs/total/*/*", draft.layout().identities().get(0).total());
        assertEquals(
                List.of("costs/nationalFunds/*/*", "costs/prefecturalFunds/*/*", "costs/generalFunds/*/*"),
                draft.layout().identities().get(0).parts());
        assertTrue(draft.layout().draft());
        assertTrue(draft.yaml().contains("dropped: [記入者]"), draft.yaml());
        assertFalse(draft.yaml().contains("標本 太郎"), draft.yaml());
    }

    @Test
    void followsAnswers() throws IOException {
        new InventedForm(3).write(folder, 12);
        LayoutDraft draft = draft(folder, 12, Map.of("field:対象", "texts/overview"), TOWN);
        assertTrue(
                draft.fields().stream().anyMatch(f -> f.path().equals("texts/overview") && f.certainty() == 1),
                draft.yaml());
        assertTrue(draft.fields().stream().noneMatch(f -> f.path().equals("texts/target")), draft.yaml());
        LayoutDraft without = draft(folder, 12, Map.of("field:対象", "ignore"), TOWN);
        assertTrue(
                without.layout().grid().dropped().stream()
                        .anyMatch(l -> l.wordings().contains("対象")),
                without.yaml());
        assertEquals(draft.fields().size() - 1, without.fields().size(), without.yaml());
    }

    @Test
    void asksForTheYearThatNoSheetPrints() throws IOException {
        new InventedForm(5).write(folder, 12);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.writeString(file, Files.readString(file).replaceAll("令和[0-9０-９元]+年度?|20\\d\\d年度?", "当年度"));
            }
        }
        assertTrue(assertThrows(DraftException.class, () -> draft(folder, 12, Map.of(), TOWN))
                .getMessage()
                .contains("no fiscal year"));
        assertTrue(assertThrows(DraftException.class, () -> draft(folder, 12, Map.of("year", "R6"), TOWN))
                .getMessage()
                .contains("western fiscal year"));
        LayoutDraft draft = draft(folder, 12, Map.of("year", "2024"), TOWN);
        assertEquals(2024, read(draft, folder).get(0).fiscalYear(), draft.yaml());
    }

    @Test
    void saysWhyFilesAreNoForm() throws IOException {
        new InventedForm(4).write(folder, 2);
        String message = assertThrows(DraftException.class, () -> draft(folder, 12, Map.of(), TOWN))
                .getMessage();
        assertTrue(message.contains("2 like pages"), message);
        Path plain = Files.createDirectories(folder.resolve("plain"));
        for (int n = 0; n < 5; n++) {
            Files.writeString(plain.resolve(n + ".txt"), "会議録 第" + n + "回\n出席者は" + n + "人であった。\n");
        }
        assertTrue(assertThrows(DraftException.class, () -> draft(plain, 12, Map.of(), TOWN))
                .getMessage()
                .contains("no cells"));
    }

    @ParameterizedTest
    @CsvSource({
        "mizube.txt, mizube-r6.yml, 0.95, 0.8",
        "mori.txt, mori-r5.yml, 0.95, 0.85",
        "hoshi.txt, hoshi-r6.yml, 0.97, 0.9"
    })
    void findsTheValuesOfFormsThatPeopleWroteLayoutsFor(String drawing, String layout, double found, double named)
            throws IOException {
        Layout own = VariedForm.write(drawing, layout, folder, 16, 1);
        LayoutDraft draft = draft(folder, 12, Map.of(), TOWN);
        Map<String, Map<String, Object>> truth = VariedForm.read(own, folder);
        Map<String, Map<String, Object>> read = VariedForm.read(draft.layout(), folder);
        int all = 0;
        int placed = 0;
        int alike = 0;
        for (Map.Entry<String, Map<String, Object>> sheet : truth.entrySet()) {
            for (Map.Entry<String, Object> value : sheet.getValue().entrySet()) {
                Object path = read.getOrDefault(sheet.getKey(), Map.of()).get(value.getKey());
                all++;
                placed += path == null ? 0 : 1;
                alike += value.getValue().equals(path) ? 1 : 0;
            }
        }
        String shares = placed + " of " + all + " values found, " + alike + " with the same path\n" + draft.yaml();
        assertTrue(placed >= found * all, shares);
        boolean policies = truth.values().stream()
                .flatMap(f -> f.values().stream())
                .anyMatch(p -> p.toString().startsWith("policies/"));
        assertTrue(
                !policies || draft.layout().context().plan() != null,
                "policies without a plan are left out of the graph");
        assertTrue(alike >= named * all, shares);
    }

    @Test
    void readsNothingWrongOnRealSheets() throws IOException {
        for (String city : List.of("ikeda", "yokohama")) {
            Path sheets = RealSheets.folder().resolve("sheets").resolve(city);
            LayoutDraft draft = draft(sheets, 20, Map.of(), null);
            assertKnowsItsLabels(draft);
            String code = draft.layout().city();
            List<Sheet> gold = RealSheets.gold().stream()
                    .map(RealSheets.GoldRecord::sheet)
                    .filter(s -> s.city().equals(code))
                    .toList();
            assertFalse(gold.isEmpty(), code);
            GoldComparison compared = GoldComparison.of(gold, read(draft, sheets), false);
            assertEquals(List.of(), compared.lost());
            assertEquals(0, compared.count(Judgement.Kind.WRONG), () -> draft.yaml());
            // keys of a city's own cannot be guessed; what has a known key is all there
            List<String> missing = compared.judgements().stream()
                    .filter(j -> j.kind() == Judgement.Kind.MISSING)
                    .map(Judgement::path)
                    .filter(p -> !p.contains("/x.") && !p.startsWith("attributes/reformElements/"))
                    .toList();
            assertEquals(List.of(), missing, () -> draft.yaml());
        }
    }

    /** Fails unless the draft's labels are those of the layout that a person wrote for the form. */
    private static void assertKnowsItsLabels(LayoutDraft draft) {
        KnownForm known = draft.known();
        long all = known.layout().grid().labels().stream().distinct().count();
        long missed =
                known.differences().stream().filter(d -> d.before() != null).count();
        long invented =
                known.differences().stream().filter(d -> d.now() != null).count();
        assertTrue(
                missed <= (1 - Truth.LABEL_RECALL) * all,
                () -> known.differences().toString());
        assertTrue(
                invented <= (1 - Truth.LABEL_PRECISION) * draft.labels().size(),
                () -> known.differences().toString());
    }
}
