package org.jigyo.queries;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jigyo.graph.GraphBase;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The answer of each stored query over a handful of made-up records that hold what is rare: a reprint, a doubtful pair, a text in
 * place of a number, targets missed, an amount that does not divide. {@code -Djigyo.golden=write} rewrites the answers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenAnswersTest {

    private static final Path FOLDER = Path.of("src/test/resources/questions");

    /** Questions that are asked with more than their defaults. */
    private static final Map<String, List<Map<String, String>>> MORE = Map.ofEntries(
            entry("sdg-spending", List.of(Map.of("year", "2023"), Map.of("city", "082201", "lang", "en"))),
            entry("sdg-target-spending", List.of(Map.of("year", "2023"), Map.of("goal", "9"))),
            entry("projects-of-sdg-goal", List.of(Map.of("year", "2023", "goal", "8"))),
            entry("projects-of", List.of(Map.of("only", "missed-and-dearer"), Map.of("only", "off-budget"))),
            entry(
                    "missed-targets-rising-cost",
                    List.of(
                            Map.of("year", "2023"),
                            Map.of("year", "2022"),
                            Map.of("year", "2023", "outcome", "missed"))),
            entry(
                    "good-rating-target-missed",
                    List.of(
                            Map.of("year", "2023"),
                            Map.of("against", "forecast", "lang", "en"),
                            Map.of("outcome", "missed"))),
            entry("policy-cost", List.of(Map.of("year", "2023"))),
            entry("goals-without-projects", List.of(Map.of("year", "2022", "city", "082201", "lang", "en"))),
            entry(
                    "plan-against-actual",
                    List.of(Map.of("year", "2023", "plan", "planned"), Map.of("year", "all", "least", "10"))),
            entry("rating-distribution", List.of(Map.of("least", "80"))),
            entry("derived-from-file", List.of(Map.of("file", "hyohon-r6.pdf"))),
            entry("funding-sources", List.of(Map.of("year", "2023", "phase", "budget"))));

    /** What the questions about one project are asked for. */
    private static final Map<String, String> PROJECT = Map.of("project", "082201-2022-0011");

    @AutoClose
    private Shelf shelf;

    @BeforeAll
    void shelve(@TempDir Path folder) throws IOException {
        shelf = Shelf.of(records(), GraphBase.DEFAULT, folder);
    }

    static List<Sheet> records() throws IOException {
        try (Stream<String> lines = Files.lines(FOLDER.resolve("sheets.jsonl"))) {
            return lines.map(SheetJson::read).toList();
        }
    }

    /** A question with parameters; its answer lies in a file of that name. */
    record Asked(String query, Map<String, String> parameters) {
        String file() {
            StringBuilder name = new StringBuilder(query);
            new java.util.TreeMap<>(parameters)
                    .forEach((key, value) ->
                            name.append('.').append(key).append('-').append(value));
            return name + ".csv";
        }

        @Override
        public String toString() {
            return file();
        }
    }

    static Stream<Asked> asked() {
        List<Asked> all = new ArrayList<>();
        StoredQuery.bundled().values().stream()
                .filter(q -> !q.about().federated())
                .forEach(q -> {
                    all.add(new Asked(q.name(), Map.of()));
                    MORE.getOrDefault(q.name(), List.of()).forEach(p -> all.add(new Asked(q.name(), p)));
                    if (q.about().params().stream().anyMatch(p -> p.name().equals("project"))) {
                        all.add(new Asked(q.name(), PROJECT));
                    }
                });
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("asked")
    void answersAsReviewed(Asked asked) {
        Golden.check(FOLDER.resolve("golden").resolve(asked.file()), shelf.csv(asked.query(), asked.parameters()));
    }

    /** What descriptions for other tools say of a column is true of its values. */
    @ParameterizedTest
    @MethodSource("asked")
    void valuesAreOfTheTypeOfTheirColumn(Asked asked) {
        Map<String, Column> columns =
                StoredQuery.bundled().get(asked.query()).about().columns();
        shelf.datatypes(asked.query(), asked.parameters())
                .forEach((name, datatypes) -> assertThat(
                                switch (columns.get(name).type()) {
                                    case STRING -> Set.of("string", "langString");
                                    case DECIMAL -> Set.of("integer", "decimal");
                                    default -> Set.of(columns.get(name).type().xsd());
                                })
                        .as(name)
                        .containsAll(datatypes));
    }

    static Stream<Asked> askedOfOthers() throws IOException {
        Set<String> plain = Shelf.plain();
        return asked().filter(a -> plain.contains(a.query()) && taken(a));
    }

    /** Whether the form for other stores takes the parameters; it has no selections of rows. */
    private static boolean taken(Asked asked) {
        try {
            String text = Files.readString(Path.of("src/bench/queries").resolve(asked.query() + ".rq"));
            return asked.parameters().keySet().stream().allMatch(name -> text.contains("?_" + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What other stores are asked in the benchmark is the same question. */
    @ParameterizedTest
    @MethodSource("askedOfOthers")
    void withoutTheStatisticsTheAnswerIsTheSame(Asked asked) throws IOException {
        assertThat(shelf.askPlain(asked.query(), asked.parameters()))
                .containsExactlyInAnyOrderElementsOf(shelf.ask(asked.query(), asked.parameters()));
    }

    @Test
    void noAnswerIsLeftOver() throws IOException {
        assumeFalse(Golden.writing(), "the answers are being written");
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> list = Files.list(FOLDER.resolve("golden"))) {
            list.forEach(f -> files.add(f.getFileName().toString()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        asked().forEach(a -> assertThat(files.remove(a.file())).as(a.file()).isTrue());
        files.removeIf(f -> FederationTest.QUERIES.contains(f.substring(0, f.indexOf('.'))));
        assertThat(files).isEmpty();
    }

    /** A question that can be asked of one city says of each city why it has no row, in the words of queries/README.md. */
    @Test
    void everyQuestionOverCitiesGivesItsReasonsInOneWay() throws IOException {
        String readme = Files.readString(Path.of("queries/README.md"));
        List<String> shared = readme.split("```sparql")[1]
                .split("```")[0]
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("(\\?|\\{ \\?newest|UNION|OPTIONAL \\{ \\?none).*"))
                .toList();
        assertThat(shared).hasSize(5);
        StoredQuery.bundled().values().stream()
                .filter(query -> !query.about().federated())
                .filter(query ->
                        query.about().params().stream().anyMatch(p -> p.name().equals("city")))
                .forEach(query -> {
                    boolean years = query.about().params().stream()
                            .anyMatch(p -> p.name().equals("year"));
                    assertThat(query.text().lines().map(String::strip))
                            .as(query.name())
                            .containsAll(shared.stream()
                                    .filter(line -> years || !(line.contains("?_year") || line.startsWith("?fy")))
                                    .toList());
                });
    }

    /** What a person needs to choose a question and to fill in its parameters. */
    @Test
    void everyQueryExplainsItself() throws IOException {
        String readme = Files.readString(Path.of("queries/README.md"));
        StoredQuery.bundled().forEach((name, query) -> {
            assertThat(readme)
                    .contains("[`" + name + "`](" + name + ".rq) | "
                            + query.about().summary() + " | " + query.about().summaryJa() + " |");
            assertThat(query.about().summaryJa()).as(name).matches("(?s).*[ぁ-んァ-ヶ一-龠].*");
            assertThat(query.about().description()).as(name).isNotBlank();
            assertThat(query.about().descriptionJa()).as(name).isNotBlank();
            assertThat(query.about().tags()).as(name).isNotEmpty();
            query.about().params().forEach(p -> {
                assertThat(query.text()).as(name).contains("?" + p.variable());
                assertThat(p.description()).as(name + " " + p.name()).isNotBlank();
                assertThat(p.descriptionJa()).as(name + " " + p.name()).isNotBlank();
                if (p.value() != null) {
                    assertThat(p.term(p.value())).as(name + " " + p.name()).isNotNull();
                }
            });
        });
    }
}
