package org.jigyo.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.Bundled;
import org.jigyo.Finding;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.query.StoredQuery;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bundled specimens, as this program reads them. */
class SpecimenAnswersTest extends AnswersOverRecords {

    @Override
    List<Sheet> records() {
        List<Finding> findings = new ArrayList<>();
        Extractor extractor = new Extractor(Layouts.bundled(), Limits.DEFAULT, true);
        return SourceFiles.of(List.of(Path.of("src/main/resources/specimens")), findings::add).stream()
                .flatMap(file -> extractor.read(file).sheets().stream())
                .toList();
    }

    /** A query run without parameters returns rows. */
    @ParameterizedTest
    @ValueSource(strings = {"project-history", "derived-from-file", "coverage"})
    void defaultsLeadSomewhere(String query) {
        assertThat(shelf.ask(query, Map.of()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row).doesNotContainKey("reason"));
    }

    /** The queries that a server runs repeatedly to warm up return rows. */
    @TestFactory
    Stream<DynamicTest> warmUpFindsSomething() {
        return Bundled.files("/warm-up", ".rq").entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThat(shelf.csv(
                                                StoredQuery.of(
                                                        file.getKey(),
                                                        new String(file.getValue(), StandardCharsets.UTF_8)),
                                                Map.of())
                                        .lines())
                                .hasSizeGreaterThan(1)));
    }

    /** A person who copies the query gets the rows printed below it. */
    @Test
    void theFirstQuestionHasTheAnswerThatIsPrinted() throws IOException {
        Path readme = Path.of("queries/README.md");
        Matcher printed = Pattern.compile("(?s)--data-urlencode query='\\n(.*?)'\\n```.*?```csv\\n(.*?)```")
                .matcher(Files.readString(readme));
        assertThat(printed.find()).isTrue();
        assertThat(shelf.csv(StoredQuery.of(readme.toString(), printed.group(1)), Map.of()))
                .isEqualTo(printed.group(2));
    }
}
