package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are permanent and reproducible, and a project keeps its key under any number and name. */
class RegistryTest {

    private static final String CITY = "082201";
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
                        s.appearance().fiscalYear() + " " + s.appearance().number() + " "
                                + s.appearance().name(),
                        s.project()));
        return keys;
    }

    private static Assignment assign(Registry registry, List<Sheet> sheets) {
        return registry.assign(
                sheets.stream().map(s -> Appearance.of(s, Set.of())).toList());
    }

    private static Assignment assign(List<Sheet> sheets) {
        return assign(Registry.empty(CITY), sheets);
    }

    private static List<String> projects(Sheet... sheets) {
        return assign(List.of(sheets)).sheets().stream()
                .map(Identified::project)
                .toList();
    }

    private static List<String> editions(Assignment assignment) {
        return assignment.sheets().stream()
                .map(s -> s.appearance().file() + " " + s.project() + " " + s.edition())
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
        Assignment assignment = assign(List.of(sheet(2021, "5", "庶務事務", "総務部総務課"), sheet(2022, "9", "庶務事務", "建設部道路課")));
        assertThat(keys(assignment).values()).containsExactly("082201-2021-0005", "082201-2022-0009");
        assertThat(assignment.doubts())
                .containsExactly(new Doubt("082201-2021-0005", "082201-2022-0009", "name-alone", 0.8));
        assertThat(assignment.findings()).extracting(Finding::code).containsExactly(Finding.Code.IDENTITY_DOUBTFUL);
    }

    @Test
    void aPersonDecidesInTheReviewFile(@TempDir Path folder) throws IOException {
        List<Sheet> sheets = List.of(sheet(2021, "5", "庶務事務", "総務部総務課"), sheet(2022, "9", "庶務事務", "建設部道路課"));
        assign(sheets).registry().write(folder);
        Path review = folder.resolve("082201.review.tsv");
        List<String> lines = Files.readAllLines(review);
        assertThat(lines)
                .filteredOn(l -> !l.startsWith("#"))
                .containsExactly("082201\t2021\t5\t庶務事務\t2022\t9\t庶務事務\t-\tname-alone\t0.8");

        Files.writeString(review, String.join("\n", lines).replace("\t-\tname-alone", "\tdifferent\tname-alone"));
        assertThat(assign(Registry.read(folder, CITY), sheets).doubts()).isEmpty();

        Files.delete(folder.resolve("082201.tsv"));
        Files.writeString(review, Files.readString(review).replace("different", "same"));
        Assignment decided = assign(Registry.read(folder, CITY), sheets);
        assertThat(keys(decided).values()).containsOnly("082201-2021-0005");
        decided.registry().write(folder);
        assertThat(Files.readString(review)).contains("\tsame\t");
    }

    @Test
    void keysNeverChangeOnceGiven(@TempDir Path folder) {
        List<Sheet> first = List.of(sheet(2024, "088", "証拠に基づく政策立案", BUREAU + "情報政策課"));
        Assignment before = assign(first);
        before.registry().write(folder);
        List<Sheet> more = new ArrayList<>(first);
        more.add(sheet(2024, "088", "情報通信ネットワーク運営", BUREAU + "情報政策課"));
        more.add(sheet(2021, "1088", "証拠に基づく政策立案", BUREAU + "統計室"));
        Map<String, String> after = keys(assign(Registry.read(folder, CITY), more));
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
        assign(sheets).registry().write(folder.resolve("0"));
        for (int seed = 1; seed < 4; seed++) {
            Collections.shuffle(sheets, new Random(seed));
            assign(sheets).registry().write(folder.resolve("" + seed));
            assertThat(folder.resolve(seed + "/082201.tsv")).hasSameTextualContentAs(folder.resolve("0/082201.tsv"));
        }
        assign(Registry.read(folder.resolve("0"), CITY), sheets).registry().write(folder.resolve("again"));
        assertThat(folder.resolve("again/082201.tsv")).hasSameTextualContentAs(folder.resolve("0/082201.tsv"));
    }

    @Test
    void aReprintThatSaysOtherwiseIsAnEditionOfItsOwn() {
        Sheet one = sheet(2024, "1", "標本事業", "総務部総務課", "01-020101-11", "a");
        Sheet other = sheet(2024, "2", "標本の別の事業", "総務部総務課", null, "a");
        Sheet corrected = sheet(2024, "1", "標本事業", "総務部総務課", "01-020101-12", "first/A");
        Assignment assignment = assign(List.of(corrected, one, other));
        assertThat(editions(assignment))
                .as("the file with fewer projects is the reprint")
                .containsExactlyInAnyOrder(
                        "a 082201-2024-0001 2024", "a 082201-2024-0002 2024", "first/A 082201-2024-0001 2024-2");

        Sheet mended = sheet(2024, "1", "標本事業", "総務部総務課", "01-020101-13", "second/A");
        Sheet later = sheet(2024, "3", "標本の後の事業", "総務部総務課", null, "second/A");
        assertThat(editions(assign(assignment.registry(), List.of(mended, later))))
                .as("a mended file keeps its edition")
                .containsExactly("second/A 082201-2024-0001 2024-2", "second/A 082201-2024-0003 2024-2");
        assertThat(editions(assign(assignment.registry(), List.of(one, corrected, mended))))
                .as("two files of one name")
                .containsExactlyInAnyOrder(
                        "a 082201-2024-0001 2024",
                        "first/A 082201-2024-0001 2024-2",
                        "second/A 082201-2024-0001 2024-3");
        assertThat(assign(List.of(one, one)).sheets()).hasSize(1);
    }

    @Test
    void aRegistryForAllCitiesIsReadForACityThatHasNoneYet(@TempDir Path data) throws IOException {
        String reprint = "b".repeat(64);
        Files.writeString(data.resolve("registry.tsv"), """
                # Keys once given. Add by publishing; do not edit. Kinds: project, seen, indicator, department, edition, code.
                project\t082201-2021-0099\t082201
                seen\t082201-2021-0099\t2024\t1\t標本事業\t-\t総務部総務課
                indicator\t082201-2021-0099\t7\t件数
                project\t272043-2021-0001\t272043
                seen\t272043-2021-0001\t2024\t1\t標本事業\t-\t-
                indicator\t272043-2021-0001\t1\t件数
                department\t082201-31\t082201\t総務部総務課\t-
                department\t272043-1\t272043\t総務部\t-
                edition\t082201 2024 form f2024\t2024-4
                edition\t082201 2024 form f2024 %s\t2024-5
                edition\t272043 2024 form f2024\t2024
                code\t082201\tdirection\t拡充\t9
                code\t272043\tdirection\t縮小\t2
                """.formatted(reprint));
        Files.writeString(data.resolve("review.tsv"), """
                #city\tyear\tnumber\tname\tyear\tnumber\tname\tdecision\trule\tscore
                082201\t2021\t5\t庶務事務\t2022\t9\t庶務事務\tsame\tname-alone\t0.8
                272043\t2021\t5\t庶務事務\t2022\t9\t庶務事務\tdifferent\tname-alone\t0.8
                """);
        Path folder = data.resolve("registry");
        List<Sheet> sheets = List.of(
                sheet(2024, "1", "標本事業", "総務部総務課"),
                SheetJson.read("""
                        {"source":{"file":"b","sha256":"%s"},"context":{"form":"f2024"},"city":"082201","fiscalYear":2024,
                         "number":"1","name":"標本事業","department":"総務部総務課","direction":{"value":"拡充"}}
                        """.formatted(reprint)),
                sheet(2021, "5", "庶務事務", "総務部総務課"),
                sheet(2022, "9", "庶務事務", "建設部道路課"));
        Assignment assignment = assign(Registry.read(folder, CITY), sheets);
        assertThat(editions(assignment))
                .containsExactly(
                        "file-2021 082201-2021-0005 2021",
                        "file-2022 082201-2021-0005 2022",
                        "b 082201-2021-0099 2024-5",
                        "file-2024 082201-2021-0099 2024-4");
        assertThat(assignment.registry().code("direction", "拡充")).isEqualTo(9);
        assertThat(assignment.registry().departmentByKey("082201-31")).isNotNull();
        assignment.registry().write(folder);
        Files.delete(data.resolve("registry.tsv"));
        Files.delete(data.resolve("review.tsv"));
        assertThat(editions(assign(Registry.read(folder, CITY), sheets))).isEqualTo(editions(assignment));
        assertThat(Files.readString(folder.resolve("082201.tsv"))).doesNotContain("272043");
        assertThat(Files.readString(folder.resolve("082201.review.tsv"))).doesNotContain("272043");
    }

    @Test
    void whatPeopleWriteWrongIsSaidWithItsPlace(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("082201.tsv"), "# keys\nproject\t082201-1\t082201\nseen\t082201-2\t2024\n");
        assertThatThrownBy(() -> Registry.read(folder, CITY))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll("082201.tsv", "line 3", "082201-2");
        Files.delete(folder.resolve("082201.tsv"));
        Files.writeString(folder.resolve("082201.review.tsv"), "082201\t2021\t5\ta\t2022\t9\ta\tsmae\n");
        assertThatThrownBy(() -> Registry.read(folder, CITY))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContainingAll("082201.review.tsv", "smae");
        assertThatThrownBy(() -> assign(Registry.empty("272043"), List.of(sheet(2021, "5", "庶務事務", "総務部総務課"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDecisionStandsForTheWholeProject(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("082201.review.tsv"), "082201\t2022\t5\t道路台帳整備\t2023\t5\t道路台帳整備\tdifferent\n");
        List<Sheet> sheets = List.of(
                sheet(2021, "5", "道路台帳整備", "建設部道路課"),
                sheet(2022, "5", "道路台帳整備", "建設部道路課"),
                sheet(2023, "5", "道路台帳整備", "建設部道路課"));
        Assignment assignment = assign(Registry.read(folder, CITY), sheets);
        assertThat(keys(assignment).values())
                .containsExactly("082201-2021-0005", "082201-2021-0005", "082201-2023-0005");
        assertThat(assignment.doubts()).isEmpty();
    }

    @Test
    void departmentsFormATreeAndMayGoOn() {
        Assignment assignment = assign(List.of(
                sheet(2021, "1", "標本の甲事業", BUREAU + "科学技術振興課"),
                sheet(2024, "1", "標本の甲事業", BUREAU + "科学技術戦略課"),
                sheet(2024, "2", "標本の乙事業", "臨時の集まり")));
        Registry registry = assignment.registry();
        assertThat(registry.departments()).extracting(Department::path).contains(BUREAU, BUREAU + "/科学技術戦略課", "臨時の集まり");
        assertThat(registry.department(BUREAU + "/科学技術戦略課").parentPath()).isEqualTo(BUREAU);
        assertThat(assignment.successions())
                .containsExactly(new Succession("082201-science-promotion", "082201-science-strategy", 1));
    }

    @Test
    void indicatorsKeepTheirKeyOverRenamings() {
        String json = """
                {"source":{"file":"f%1$d","sha256":"%1$064d"},"city":"082201","fiscalYear":%1$d,"number":"1","name":"標本事業",
                 "indicators":[{"slot":1,"name":"%2$s","values":[]},{"slot":2,"name":"%3$s","values":[]}]}
                """;
        Assignment assignment = assign(List.of(
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

    private static Sheet numberless(int year, String name, String department, String file) {
        return SheetJson.read("""
                {"source":{"file":"%s","sha256":"%064d"},"context":{"form":"f"},"city":"082201","fiscalYear":%d,
                 "name":"%s","department":"%s"}
                """.formatted(file, file.hashCode() & 0xffff, year, name, department));
    }

    @Test
    void withoutANumberNameAndDepartmentNameAProject() {
        Sheet again = numberless(2024, "一般事務費", "図書館", "r6-again.pdf");
        Assignment assignment = assign(List.of(
                numberless(2023, "一般事務費", "図書館", "r5.pdf"),
                numberless(2023, "一般事務費", "消防本部", "r5.pdf"),
                numberless(2024, "一般事務費", "消防本部", "r6.pdf"),
                numberless(2024, "一般事務費", "図書館", "r6.pdf"),
                again.placed(again.placement(), Map.of("period", "毎年"))));
        Map<String, Set<String>> projects = new TreeMap<>();
        assignment
                .sheets()
                .forEach(s -> projects.computeIfAbsent(s.appearance().department(), k -> new TreeSet<>())
                        .add(s.project()));
        assertThat(assignment.sheets()).hasSize(5);
        assertThat(projects)
                .hasSize(2)
                .allSatisfy((department, keys) -> assertThat(keys).hasSize(1));
        assertThat(projects.get("図書館")).isNotEqualTo(projects.get("消防本部"));
        assertThat(assignment.sheets()).extracting(Identified::edition).contains("2024", "2024-2");
        assertThat(assignment.findings()).isEmpty();
    }

    @Test
    void twoSheetsOfAFileWithOneNameAndDepartmentAreReported() {
        Sheet second = numberless(2023, "一般事務費", "図書館", "r5.pdf");
        second = second.placed(second.placement(), Map.of("period", "毎年"));
        Assignment assignment = assign(List.of(numberless(2023, "一般事務費", "図書館", "r5.pdf"), second));
        assertThat(assignment.sheets()).hasSize(1);
        assertThat(assignment.findings())
                .anyMatch(f -> f.code() == Finding.Code.KEY_REPEATED && f.severity() == Finding.Severity.ERROR);
    }

    @Test
    void aDecisionAboutProjectsWithoutNumbersNamesTheirDepartments(@TempDir Path folder) throws IOException {
        List<Sheet> sheets =
                List.of(numberless(2023, "一般事務費", "図書館", "r5.pdf"), numberless(2024, "一般事務費", "公民館", "r6.pdf"));
        Assignment open = assign(sheets);
        open.registry().write(folder);
        Path review = folder.resolve(CITY + ".review.tsv");
        String line = Files.readAllLines(review).stream()
                .filter(l -> l.startsWith(CITY))
                .findFirst()
                .orElseThrow();
        assertThat(line).endsWith("\t図書館\t公民館");
        Files.writeString(review, Files.readString(review).replace("\t-\tname-alone", "\tdifferent\tname-alone"));
        assertThat(Registry.read(folder, CITY)
                        .assign(sheets.stream()
                                .map(s -> Appearance.of(s, Set.of()))
                                .toList())
                        .doubts())
                .isEmpty();
    }
}
