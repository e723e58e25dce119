package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README.md matches the program: its query has the printed answer, and its picture is drawn from what was read. */
class ReadmeTest {

    private static final Path FILE = Path.of("README.md");
    private static final Path PICTURE = Path.of("src/docs/sheet.svg");
    private static final Pattern ANSWER = Pattern.compile("(?s)```csv\\n(.*?)```");
    private static final boolean WRITE = "write".equals(System.getProperty("jigyo.golden"));

    @TempDir
    private static Path temporary;

    private static String data;

    @BeforeAll
    static void publish() {
        data = PublishedSpecimens.data().toString();
    }

    @Test
    void theQuestionHasItsAnswer() throws Exception {
        String readme = Files.readString(FILE);
        String answer = ask(cut(readme, "(?s)--data-urlencode 'query=\\n(.*?)'\\n```"), "csv")
                .replace("\r\n", "\n");
        if (WRITE) {
            Files.writeString(
                    FILE, ANSWER.matcher(readme).replaceFirst(Matcher.quoteReplacement("```csv\n" + answer + "```")));
            readme = Files.readString(FILE);
        }
        assertThat(answer).isEqualTo(cut(readme, ANSWER.pattern()));
    }

    /** {@code -Djigyo.golden=write} takes them from the specimens again. */
    @Test
    void theOntologysExamplesStandInTheSpecimens() throws Exception {
        Model specimens = OntologyExamples.published(Path.of(data));
        if (WRITE) {
            OntologyExamples.write(specimens);
        }
        Model examples = OntologyExamples.read();
        assertThat(examples.difference(specimens).listStatements().toList()).isEmpty();
        assertThat(OntologyExamples.classes(examples)).isEqualTo(OntologyExamples.classes(specimens));
    }

    /** The second page of the 池田 specimen; {@code -Djigyo.golden=write} redraws it. */
    @Test
    void thePictureIsDrawnFromWhatWasRead() throws Exception {
        String specimen = PublishedSpecimens.SHEETS + "/ikeda-r6.pdf";
        Cli.run("explain", "--svg", temporary.toString(), specimen);
        String page = Files.readString(temporary.resolve("ikeda-r6.pdf-2.svg"));
        JsonNode sheet = new JsonMapper()
                .readTree(Cli.run("extract", "--quiet", "--json", "--evidence", specimen)
                        .out()
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElseThrow());
        String picture = ReadmePicture.draw(page, sheet, turtle());
        if (WRITE) {
            Files.writeString(PICTURE, picture);
        }
        assertThat(Files.readString(PICTURE)).isEqualTo(picture);
        assertThat(Files.readString(FILE)).contains(PICTURE.toString());
    }

    /** The observation of the picture's last fact, and its place on the page. */
    private static List<Map.Entry<String, String>> turtle() throws Exception {
        JsonNode row = new JsonMapper()
                .readTree(ask("""
                        PREFIX jg: <https://w3id.org/jigyo/ns#>
                        PREFIX jgd: <https://w3id.org/jigyo/dim#>
                        PREFIX prov: <http://www.w3.org/ns/prov#>
                        SELECT * {
                          ?cost jgd:project <https://w3id.org/jigyo/id/project/272043-2024-0014> ; jgd:project ?project ;
                                jgd:fiscalYear <https://w3id.org/jigyo/id/fy/2024> ; jgd:fiscalYear ?year ;
                                jgd:phase <https://w3id.org/jigyo/code/phase/settled> ; jgd:phase ?phase ;
                                jgd:component <https://w3id.org/jigyo/code/component/total> ; jgd:amount ?amount ; jgd:statedIn ?sheet .
                          GRAPH ?evidence { ?cost prov:wasDerivedFrom ?extract . ?extract jg:page ?page ; jg:box ?box ; jg:printedText ?text }
                        }""", "json"))
                .path("results")
                .path("bindings")
                .path(0);
        return List.of(
                Map.entry(name(row, "cost"), ""),
                Map.entry("jgd:project", name(row, "project")),
                Map.entry("jgd:fiscalYear", name(row, "year")),
                Map.entry("jgd:phase", name(row, "phase")),
                Map.entry("jgd:amount", value(row, "amount")),
                Map.entry("prov:wasDerivedFrom", name(row, "extract").replaceFirst(".*/extract/", "<…/extract/")),
                Map.entry("   jg:page", value(row, "page")),
                Map.entry("   jg:box", "\"" + value(row, "box") + "\""),
                Map.entry("   jg:printedText", "\"" + value(row, "text") + "\""));
    }

    private static String name(JsonNode row, String variable) {
        return "<" + value(row, variable).replaceFirst("^https://w3id.org/jigyo/(id/)?", "…/") + ">";
    }

    private static String value(JsonNode row, String variable) {
        return row.path(variable).path("value").asText();
    }

    private static String ask(String query, String format) throws Exception {
        Path file = Files.writeString(Files.createTempFile(temporary, "question", ".rq"), query);
        Cli.Said said = Cli.run("query", "--data", data, file.toString(), "--format", format);
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said.out();
    }

    private static String cut(String text, String pattern) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        assertThat(m.find()).as(pattern).isTrue();
        return m.group(1);
    }
}
