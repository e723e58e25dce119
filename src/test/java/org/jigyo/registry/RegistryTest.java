package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jigyo.Finding;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys: given once, the same from scratch, and one project is one project under whatever number and name. */
class RegistryTest {

    private static final String BUREAU = "政策イノベーション部";

    private static Sheet sheet(int year, String number, String name, String department, String account, String file) {
        return SheetJson.read("""
                {"source":{"file":"%s","sha256":"%064d"},"context":{"form":"f%d"},"city":"082201","fiscalYear":%d,
                 "number":"%s","name":"%s","department":"%s"%s}
                """.formatted(
                        file,
                        file.hashCode() & 0xffff,
                        year,
                        year,
                        number,
                        name,
                        department,
                        account == null ? "" : ",\"budgetAccounts\":[{\"code\":\"" + account + "\"}]"));
    }

    private static Sheet sheet(int year, String number, String name, String department) {
        return sheet(year, number, name, department, null, "file-" + year);
    }

    private static Map<String, String> keys(Assignment assignment) {
        Map<String, String> keys = new TreeMap<>();
        assignment
                .sheets()
                .forEach(s -> keys.put(
                        s.sheet().fiscalYear() + " " + s.sheet().number() + " "
                                + s.sheet().name(),
                        s.project()));
        return keys;
    }

    private static List<String> projects(Sheet... sheets) {
        return Registry.empty().assign(List.of(sheets)).sheets().stream()
                .map(Identified::project)
                .toList();
    }

    @Test
    void theKeyHasTheFirstYearAndTheNumberAsFirstPrinted() {
        assertThat(projects(sheet(2021, "8", "道路台帳整備", BUREAU + "情報政策課"))).containsExactly("082201-2021-0008");
        assertThat(projects(sheet(2023, "40201010", "起業化総合支援", BUREAU))).containsExactly("082201-2023-40201010");
        assertThat(projects(sheet(2023, "Ｂ－２", "起業化総合支援", BUREAU))).containsExactly("082201-2023-B-2");
    }

    @Test
    void oneNumberCanBeTwoProjects() {
        assertThat(projects(
                        sheet(2024, "088", "情報通信ネットワーク運営", BUREAU + "情報政策課"),
                        sheet(2024, "088", "証拠に基づく政策立案", BUREAU + "情報政策課")))
                .containsExactlyInAnyOrder("082201-2024-0088", "082201-2024-0088-b");
    }

    @Test
    void oneProjectCanHaveTwoNumbersAndDepartments() {
        assertThat(projects(
                        sheet(2021, "1045", "市場調査事業", BUREAU + "科学技術振興課"),
                        sheet(2024, "045", "市場調査事業", BUREAU + "科学技術戦略課")))
                .containsOnly("082201-2021-1045");
    }

    @Test
    void similarNamesNeedAnotherSign() {
        assertThat(projects(sheet(2021, "12", "保育所の整備事業", "こども部幼児保育課"), sheet(2022, "12", "保育所整備事業", "こども部幼児保育課")))
                .as("same number")
                .containsOnly("082201-2021-0012");
        assertThat(projects(
                        sheet(2021, "12", "公園維持管理業務", "建設部公園課", "01-080405-11", "a"),
                        sheet(2022, "77", "公園維持管理事業", "建設部施設課", "01-080405-11", "b")))
                .as("same account")
                .containsOnly("082201-2021-0012");
        assertThat(projects(sheet(2021, "1", "橋梁整備（第1期）", "建設部道路課"), sheet(2022, "1", "橋梁整備（第2期）", "建設部道路課")))
                .as("numbers in names tell projects apart")
                .containsExactly("082201-2021-0001", "082201-2022-0001");
    }

    @Test
    void doubtfulPairsStayApartAndAreReported() {
        Assignment assignment = Registry.empty()
                .assign(List.of(sheet(2021, "5", "庶務事務", "総務部総務課"), sheet(2022, "9", "庶務事務", "建設部道路課")));
        assertThat(keys(assignment).values()).containsExactly("082201-2021-0005", "082201-2022-0009");
        assertThat(assignment.doubts())
                .containsExactly(new Doubt("082201-2021-0005", "082201-2022-0009", "name-alone", 0.8));
        assertThat(assignment.findings()).extracting(Finding::code).containsExactly(Finding.Code.IDENTITY_DOUBTFUL);
    }

    @Test
    void aPersonDecidesInTheReviewFile(@TempDir Path folder) throws IOException {
        List<Sheet> sheets = List.of(sheet(2021, "5", "庶務事務", "総務部総務課"), sheet(2022, "9", "庶務事務", "建設部道路課"));
        Registry.empty().assign(sheets).registry().write(folder);
        Path review = folder.resolve("review.tsv");
        List<String> lines = Files.readAllLines(review);
        assertThat(lines)
                .filteredOn(l -> !l.startsWith("#"))
                .containsExactly("082201\t2021\t5\t庶務事務\t2022\t9\t庶務事務\t-\tname-alone\t0.8");

        Files.writeString(review, String.join("\n", lines).replace("\t-\tname-alone", "\tdifferent\tname-alone"));
        assertThat(Registry.read(folder).assign(sheets).doubts()).isEmpty();

        Files.delete(folder.resolve("registry.tsv"));
        Files.writeString(review, Files.readString(review).replace("different", "same"));
        Assignment decided = Registry.read(folder).assign(sheets);
        assertThat(keys(decided).values()).containsOnly("082201-2021-0005");
        decided.registry().write(folder);
        assertThat(Files.readString(review)).contains("\tsame\t");
    }

    @Test
    void keysNeverChangeOnceGiven(@TempDir Path folder) {
        List<Sheet> first = List.of(sheet(2024, "088", "証拠に基づく政策立案", BUREAU + "情報政策課"));
        Assignment before = Registry.empty().assign(first);
        before.registry().write(folder);
        List<Sheet> more = new ArrayList<>(first);
        more.add(sheet(2024, "088", "情報通信ネットワーク運営", BUREAU + "情報政策課"));
        more.add(sheet(2021, "1088", "証拠に基づく政策立案", BUREAU + "統計室"));
        Map<String, String> after = keys(Registry.read(folder).assign(more));
        assertThat(after)
                .containsAllEntriesOf(keys(before))
                .containsEntry("2021 1088 証拠に基づく政策立案", "082201-2024-0088")
                .containsEntry("2024 088 情報通信ネットワーク運営", "082201-2024-0088-b");
    }

    @Test
    void theSameInputGivesTheSameKeysInAnyOrder(@TempDir Path folder) throws IOException {
        List<Sheet> sheets = new ArrayList<>();
        for (int year = 2021; year < 2025; year++) {
            for (int n = 1; n < 12; n++) {
                sheets.add(sheet(year, String.valueOf(n + year % 3), "標本の事業" + (char) ('あ' + n), "部" + n % 4 + "課"));
            }
        }
        Registry.empty().assign(sheets).registry().write(folder.resolve("0"));
        for (int seed = 1; seed < 4; seed++) {
            Collections.shuffle(sheets, new Random(seed));
            Registry.empty().assign(sheets).registry().write(folder.resolve("" + seed));
            assertThat(folder.resolve(seed + "/registry.tsv"))
                    .hasSameTextualContentAs(folder.resolve("0/registry.tsv"));
        }
        Registry.read(folder.resolve("0")).assign(sheets).registry().write(folder.resolve("again"));
        assertThat(folder.resolve("again/registry.tsv")).hasSameTextualContentAs(folder.resolve("0/registry.tsv"));
    }

    @Test
    void aReprintThatSaysOtherwiseIsAnEditionOfItsOwn() {
        Sheet one = sheet(2024, "1", "標本事業", "総務部総務課", "01-020101-11", "a");
        Sheet corrected = new Sheet(
                null,
                new Sheet.Source("b", "b".repeat(64), null),
                one.context(),
                "082201",
                2024,
                null,
                "1",
                "標本事業",
                "総務部総務課",
                null,
                null,
                List.of(new Sheet.BudgetAccount("01-020101-12", null)),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        Assignment assignment =
                Registry.empty().assign(List.of(corrected, one, sheet(2024, "2", "標本の別の事業", "総務部総務課", null, "b")));
        assertThat(assignment.sheets())
                .extracting(s -> s.sheet().source().file() + " " + s.project() + " " + s.edition())
                .containsExactlyInAnyOrder(
                        "a 082201-2024-0001 2024", "b 082201-2024-0001 2024-2", "b 082201-2024-0002 2024");
        assertThat(Registry.empty().assign(List.of(one, one)).sheets()).hasSize(1);
    }

    @Test
    void departmentsFormATreeAndMayGoOn() {
        Registry registry = Registry.empty()
                .assign(List.of(
                        sheet(2021, "1", "標本の甲事業", BUREAU + "科学技術振興課"),
                        sheet(2024, "1", "標本の甲事業", BUREAU + "科学技術戦略課"),
                        sheet(2024, "2", "標本の乙事業", "臨時の集まり")))
                .registry();
        assertThat(registry.departments()).extracting(Department::path).contains(BUREAU, BUREAU + "/科学技術戦略課", "臨時の集まり");
        assertThat(registry.department("082201", BUREAU + "/科学技術戦略課").parentPath())
                .isEqualTo(BUREAU);
        assertThat(registry.successions())
                .containsExactly(new Succession("082201-science-promotion", "082201-science-strategy", 1));
    }

    @Test
    void indicatorsKeepTheirKeyOverRenamings() {
        String json = """
                {"source":{"file":"f%1$d","sha256":"%1$064d"},"city":"082201","fiscalYear":%1$d,"number":"1","name":"標本事業",
                 "indicators":[{"slot":1,"name":"%2$s","values":[]},{"slot":2,"name":"%3$s","values":[]}]}
                """;
        Assignment assignment = Registry.empty()
                .assign(List.of(
                        SheetJson.read(json.formatted(2022, "講座の開催回数", "参加者の人数")),
                        SheetJson.read(json.formatted(2023, "参加者の延べ人数", "相談の件数"))));
        assertThat(assignment.sheets().get(0).indicators()).isEqualTo(Map.of(1, "1", 2, "2"));
        assertThat(assignment.sheets().get(1).indicators()).isEqualTo(Map.of(1, "2", 2, "2-b"));
    }

    @Test
    void similarityIsAboutTheWords() {
        assertThat(Names.similarity("ＩＣＴの推進", "ICTの推進")).isEqualTo(1);
        assertThat(Names.similarity("スマートシティの推進", "スマートシティ推進事業")).isGreaterThan(0.6);
        assertThat(Names.similarity("庶務事務", "道路整備")).isEqualTo(0);
        assertThat(Names.similarity("", "")).isEqualTo(0);
    }
}
