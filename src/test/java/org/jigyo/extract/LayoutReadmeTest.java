package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.page.Typesetter;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.RecordPaths;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guides for layout authors: every key and every word is documented, nothing documented is missing in the program,
 * and the example works.
 */
class LayoutReadmeTest {

    private static final Path LAYOUTS = Path.of("src/main/resources/layouts");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    Path folder;

    private static String page() throws IOException {
        return Files.readString(LAYOUTS.resolve("README.md"));
    }

    private static String pages() throws IOException {
        return page() + "\n" + Files.readString(LAYOUTS.resolve("drawing-order.md"));
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("(?ms)^```([a-z]*)\\n(.*?)^```$")
                .matcher(page)
                .results()
                .filter(m -> m.group(1).equals(language))
                .map(m -> m.group(2))
                .toList();
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper().readTree(LAYOUTS.resolve("layout.schema.json").toFile());
    }

    private static void collect(JsonNode node, Set<String> keys, Set<String> words) {
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        node.path("enum").forEach(word -> words.add(word.asText()));
        node.forEach(child -> collect(child, keys, words));
    }

    /** The first column of the tables whose header is «key». */
    private static Set<String> documented(String pages) {
        Set<String> keys = new TreeSet<>();
        boolean table = false;
        for (String line : pages.lines().toList()) {
            table = line.startsWith("| key |") || (table && line.startsWith("|"));
            if (table) {
                code(line.split("(?<!\\\\)\\|")[1]).forEach(keys::add);
            }
        }
        return keys;
    }

    private static Stream<String> code(String text) {
        return CODE.matcher(text.replaceAll("(?ms)^```.*?^```$", "")).results().map(m -> m.group(1));
    }

    @Test
    void everyKeyIsDocumentedAndNoOther() throws IOException {
        Set<String> keys = new TreeSet<>();
        collect(schema(), keys, new TreeSet<>());
        assertThat(documented(pages())).containsExactlyElementsOf(keys);
    }

    @Test
    void everyWordOfAClosedListIsDocumented() throws IOException {
        Set<String> words = new TreeSet<>();
        collect(schema(), new TreeSet<>(), words);
        assertThat(words).hasSizeGreaterThan(20);
        assertThat(code(pages()).toList()).containsAll(words);
    }

    /** The keys of a record, with their Japanese names. */
    @Test
    void everyKeyOfTheRecordIsThere() throws IOException {
        List<String> named = Pattern.compile("`([A-Za-z0-9.]+)` [^·|`]*[ぁ-んァ-ヶ一-龠]")
                .matcher(page())
                .results()
                .map(m -> m.group(1))
                .toList();
        for (RecordPaths.Kind kind : RecordPaths.KNOWN.kinds()) {
            kind.segments().forEach(place -> assertThat(named).as(place).containsAll(RecordPaths.KNOWN.words(place)));
        }
    }

    @Test
    void theExampleGivesTheRecordThatStandsBelowIt() throws IOException {
        String yaml = blocks(page(), "yaml").stream()
                .filter(block -> block.startsWith("id: kawabe-r6"))
                .findFirst()
                .orElseThrow();
        Layout layout = Layouts.read("kawabe-r6.yml", yaml);
        String drawing = Files.readString(Path.of("src/test/resources/forms/kawabe.txt"));
        Path pdf = Files.write(folder.resolve("kawabe.pdf"), Typesetter.pdf(drawing));
        List<Sheet> sheets = new Extractor(List.of(layout), Limits.DEFAULT, false)
                .read(SourceFiles.of(List.of(pdf), f -> {}).get(0))
                .sheets();
        assertThat(sheets).hasSize(1);
        assertThat(sheets.get(0).issues()).isEmpty();
        List<String> read = new ArrayList<>();
        Facts.of(sheets.get(0)).forEach((path, value) -> read.add(path + " = " + plain(value)));
        read.removeIf(line -> line.matches("(city|fiscalYear) = .*"));
        List<String> record = blocks(page(), "").stream()
                .filter(block -> block.startsWith("name = "))
                .findFirst()
                .orElseThrow()
                .lines()
                .toList();
        assertThat(record).containsExactlyInAnyOrderElementsOf(read);
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** Links within the page and between the two. */
    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        for (String name : List.of("README.md", "drawing-order.md")) {
            String text = Files.readString(LAYOUTS.resolve(name));
            for (MatchResult link : Pattern.compile("\\]\\(([a-z-]+\\.md|README\\.md)?(#[^)]*)?\\)")
                    .matcher(text)
                    .results()
                    .toList()) {
                String target = Files.readString(LAYOUTS.resolve(link.group(1) == null ? name : link.group(1)));
                if (link.group(2) != null) {
                    assertThat(anchors(target)).as(name + ": " + link.group()).contains(link.group(2));
                }
            }
        }
    }

    private static List<String> anchors(String page) {
        return Pattern.compile("(?m)^#+ (.*)$")
                .matcher(page)
                .results()
                .map(m -> "#"
                        + m.group(1)
                                .toLowerCase(java.util.Locale.ROOT)
                                .replaceAll("[^a-z0-9 -]", "")
                                .replace(' ', '-'))
                .toList();
    }
}
