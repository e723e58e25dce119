package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jigyo.Finding;
import org.jigyo.check.CheckReport;
import org.jigyo.check.GraphCheck;
import org.jigyo.release.GraphFile;
import org.jigyo.sheet.Characters;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.FieldPath;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.sheet.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Records with hostile content: nothing throws, other sheets are processed, and everything that is left out is
 * reported. Facts of the specimens are randomly replaced by hostile ones, and others are added.
 * {@code -Djigyo.hostile=N} sets the number of records, {@code -Djigyo.hostile.seed=S} another seed.
 */
class HostileRecordsTest {

    private static final int RECORDS = Integer.getInteger("jigyo.hostile", 4);
    private static final long SEED = Long.getLong("jigyo.hostile.seed", 12);

    private static final List<Object> VALUES = List.of(
            "\uFFFE",
            "名\uFFFF",
            "\uD800",
            "半\uDC00分",
            "\u0000",
            "シ\u001Bティ",
            "\u0085",
            "\uFDD0",
            "\uFFFD",
            "",
            " ",
            "\u3000",
            "-",
            "有",
            "true",
            "１２",
            "1,23",
            "NaN",
            "INF",
            "-0",
            "1e9",
            "2024-13-45",
            "x".repeat(100_001),
            "字".repeat(1_001),
            "9".repeat(101),
            "a/b c",
            "<>\"{}|\\^`",
            "%zz",
            "..",
            "n1",
            "A+",
            "\r\n\t",
            "\\E.*\\Q(",
            "*",
            "8.33",
            "18",
            "1.z",
            "\uD83D\uDE00絵文字",
            "\u202E右から",
            "内線 1234",
            new BigDecimal("1E+999999999"),
            new BigDecimal("1E-999999999"),
            new BigDecimal("9".repeat(2_000)),
            new BigDecimal("0.1"),
            new BigDecimal("-1"),
            new BigDecimal("99999"),
            new BigDecimal("4294969320"),
            BigDecimal.ZERO,
            true,
            false);

    private static final List<String> PATHS = List.of(
            "",
            "/",
            "texts/",
            "texts/a b",
            "texts/\uFFFE",
            "texts/x.<>",
            "texts/purpose/more",
            "attributes/%",
            "attributes/continuity/直営",
            "attributes/x.flags/\u0000",
            "attributes/x.area",
            "attributes/mainInPlan",
            "costs/total/settled",
            "costs/total/settled/99999",
            "costs/total/settled/0",
            "costs/total/settled/x",
            "costs/to tal/settled/2023",
            "costs/zzz/settled/2023",
            "costs/total/zzz/2023",
            "costs/total/label/settled/2023",
            "costs/breakdown/a/b*/settled/2023",
            "costs/breakdown/\u001B/settled/2023",
            "costs/breakdown/settled/2023",
            "costs/beneficiaryRate/settled/2024",
            "staffing/staffFte/12024",
            "staffing/zzz/2024",
            "staffing/partTimeStaff/2024",
            "indicators/0/name",
            "indicators/1/zzz",
            "indicators/7/name",
            "indicators/7/actual/2024",
            "indicators/8/actual/2024",
            "indicators/1/x y/2024",
            "indicators/1/actual/9999999999",
            "indicators/99999/name",
            "indicators/1/resilienceIndicator",
            "ratings/",
            "ratings/a b",
            "ratings/zzz",
            "ratings/zzz/reason",
            "ratings/priority/reason/more",
            "direction",
            "direction/reason",
            "policies/",
            "policies//x",
            "policies/le vel/1",
            "policies/policy/\uFFFF",
            "pledges/",
            "pledges/zz <z>",
            "pledges/" + "1".repeat(5_000),
            "budgetAccounts/",
            "budgetAccounts/01-020108-19",
            "budgetAccounts/\u0007",
            "sdgs/0",
            "sdgs/8.33",
            "sdgs/8.3.4",
            "sdgs/x",
            "section",
            "departmentCode",
            "number",
            "name",
            "city",
            "fiscalYear",
            "layout",
            "unknown/path");

    /** Parts, and statements of a record about its own year, unit or rater. */
    private static final Map<String, Object> FURTHER = Map.ofEntries(
            Map.entry("publishedYear", new BigDecimal("2025")),
            Map.entry("departments/総務課", true),
            Map.entry("attributes/x.method/2023", "直営"),
            Map.entry("ratings/external.priority", "A"),
            Map.entry("parts/1/name", "広報紙の発行"),
            Map.entry("parts/1/costs/total/settled/2023", new BigDecimal("12")),
            Map.entry("parts/1/costs/total/settled/2023/unit", BigDecimal.ONE),
            Map.entry("parts/1/indicators/1/name", "発行部数"),
            Map.entry("parts/1/indicators/1/actual/2023", new BigDecimal("3")),
            Map.entry("parts/1/attributes/basis/法律", true),
            Map.entry("parts/1/attributes/x.method/2022", "委託"),
            Map.entry("parts/1/ratings/internal.priority", "A"),
            Map.entry("parts/1/texts/purpose", "知らせる"));

    /** Facts without an Extract: those that identify the sheet, and those known from the form alone. */
    private static final Set<String> WITHOUT_EXTRACT = Set.of("city", "fiscalYear");

    @TempDir
    private Path folder;

    @Test
    void nothingThrowsAndWhatIsLeftOutIsNamed() throws IOException {
        List<Sheet> good = Specimens.sheets().stream()
                .map(sheet -> sheet.with(List.of(), Map.of()))
                .toList();
        int mapped = 0;
        for (int i = 0; i < RECORDS; i++) {
            Random random = new Random(SEED + i);
            int which = random.nextInt(good.size());
            Map<String, Object> facts = hostile(Facts.of(good.get(which)), random);
            String seed = "seed " + (SEED + i) + " of " + good.get(which).name();
            Sheet valid = validated(good.get(which), facts, seed);
            if (valid != null) {
                List<Sheet> all = new ArrayList<>(good);
                all.set(which, valid);
                mapped += map(all, valid, seed) ? 1 : 0;
            }
        }
        // If most were refused as a whole, this would have tested nothing.
        assertThat(mapped).isGreaterThan(RECORDS / 3);
    }

    @Test
    void nothingThrowsInPartsEither() throws IOException {
        Sheet good = Specimens.sheets().get(0).with(List.of(), Map.of());
        int valid = 0;
        for (int i = 0; i < RECORDS * 10; i++) {
            Random random = new Random(SEED + i);
            Map<String, Object> facts = new LinkedHashMap<>(Facts.of(good));
            facts.putAll(FURTHER);
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                List<String> paths = random.nextInt(4) == 0 ? PATHS : List.copyOf(FURTHER.keySet());
                String path = paths.get(random.nextInt(paths.size()));
                // The number of a part is what its paths hold.
                boolean nested = !path.startsWith("parts/") && !path.equals("number") && random.nextBoolean();
                facts.put(nested ? "parts/1/" + path : path, VALUES.get(random.nextInt(VALUES.size())));
            }
            valid += validated(good, facts, "seed " + (SEED + i) + " with a part") == null ? 0 : 1;
        }
        assertThat(valid).isGreaterThan(RECORDS);
    }

    private static Map<String, Object> hostile(Map<String, Object> printed, Random random) {
        Map<String, Object> facts = new LinkedHashMap<>(printed);
        for (int n = 1 + random.nextInt(8); n > 0; n--) {
            List<String> paths = random.nextInt(4) == 0 ? List.copyOf(facts.keySet()) : PATHS;
            facts.put(paths.get(random.nextInt(paths.size())), VALUES.get(random.nextInt(VALUES.size())));
        }
        return facts;
    }

    /**
     * The record made from these facts, or null if it is held back; in both cases every fact is present or reported.
     */
    private static Sheet validated(Sheet origin, Map<String, Object> facts, String seed) {
        Sheet assembled = Facts.assemble(facts, Set.of());
        Map<String, Evidence> evidence = new LinkedHashMap<>();
        facts.forEach((path, value) -> evidence.put(path, new Evidence(1, 1, null, null, "" + value, "cell", 1.0)));
        Sheet read = assembled.from(origin.origin(), origin.head().serial()).with(assembled.issues(), evidence);
        Validation validation = Validation.of(read);
        Sheet valid = validation.sheet();
        Validation kept = Validation.of(SheetJson.read(SheetJson.write(read)));
        assertThat(Facts.of(kept.sheet())).as(seed + ": as kept").isEqualTo(Facts.of(valid));
        assertThat(validation.heldBack())
                .as(seed)
                .isEqualTo(valid.issues().stream().anyMatch(i -> i.severity() == Finding.Severity.ERROR));
        Map<String, Object> stated = Facts.of(valid);
        facts.forEach((path, value) -> {
            boolean there = stated.containsKey(path) && ("" + stated.get(path)).equals("" + value);
            boolean says = says(path, value);
            assertThat(there
                            || !says
                            || valid.issues().stream()
                                    .anyMatch(i ->
                                            path.isEmpty() ? i.field() == null : i.covers(Characters.quoted(path))))
                    .as("%s: %s = %s is neither kept nor named", seed, path, Characters.quoted("" + value))
                    .isTrue();
        });
        assertThat(facts(Validation.of(valid).sheet()))
                .as(seed + ": what is valid stays as it is")
                .isEqualTo(facts(valid));
        return validation.heldBack() ? null : valid;
    }

    /** False for blank cells, options that are not chosen, and defaults of unused slots. */
    private static boolean says(String path, Object value) {
        boolean unused = path.startsWith("indicators/") && (path.endsWith("/unit") || path.endsWith("/kind"));
        boolean zero = value instanceof BigDecimal number && number.signum() == 0;
        return !("" + value).isBlank() && !value.equals(false) && !zero && !unused;
    }

    private static Sheet facts(Sheet sheet) {
        return sheet.with(List.of(), Map.of());
    }

    /** Maps the sheets and checks the graph; false if a rule holds the hostile sheet back. */
    private boolean map(List<Sheet> sheets, Sheet hostile, String seed) throws IOException {
        Publication publication = EditionWriter.write(
                sheets, Registries.empty(), GraphBase.DEFAULT, Specimens.KEYS, folder.resolve("graphs"));
        Graph graph = GraphFactory.createDefaultGraph();
        for (GraphFile file : publication.files()) {
            RDFParser.source(file.file())
                    .lang(Lang.TURTLE)
                    .checking(true)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        }
        graph.find()
                .forEach(triple -> assertThat(triple.getObject().toString())
                        .as(seed)
                        .isEqualTo(Characters.spelled(triple.getObject().toString())));
        CheckReport report = GraphCheck.check(
                publication.files().stream().map(GraphFile::file).toList());
        if (!report.heldBack().isEmpty()) {
            assertThat(report.heldBack())
                    .as(seed + report.findings())
                    .hasSize(1)
                    .allMatch(iri -> iri.contains(hostile.city()));
            return false;
        }
        Set<String> reached = new HashSet<>();
        Node factPath = NodeFactory.createURI(Iris.JG + "factPath");
        graph.find(Node.ANY, factPath, Node.ANY)
                .forEach(t -> reached.add(t.getObject().getLiteralLexicalForm()));
        Facts.of(hostile).keySet().stream()
                .filter(path -> !WITHOUT_EXTRACT.contains(path) && !placeholder(hostile, path))
                .forEach(path -> assertThat(reached.contains(path)
                                || hostile.issues().stream().anyMatch(issue -> issue.covers(path))
                                || named(path, publication.findings()))
                        .as("%s: %s is neither in the graph nor named", seed, path)
                        .isTrue());
        return true;
    }

    private static boolean named(String path, List<Finding> findings) {
        return findings.stream()
                .anyMatch(f -> f.place().field() != null
                        && FieldPath.of(f.place().field()).covers(path));
    }

    /** Some forms print figures for a closed year in the future; they are placeholders. */
    private static boolean placeholder(Sheet sheet, String path) {
        String[] part = path.split("/");
        return (path.contains("/settled/") || path.contains("/actual/"))
                && Integer.parseInt(part[part.length - 1]) > sheet.fiscalYear();
    }
}
