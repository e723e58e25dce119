package org.jigyo.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Problems as pages in both languages. */
class ProblemTest {

    private static final Pattern TITLE = Pattern.compile("new Problem\\(\\s*[^,;]+,\\s*([^;]*?\"[A-Z][^\"]*\"),");
    private static final Pattern QUOTED = Pattern.compile("\"([A-Z][^\"]*)\"");

    @Test
    void everyKindOfProblemHasJapaneseWords() throws IOException {
        TreeSet<String> titles = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/jigyo/serve"))) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                TITLE.matcher(Files.readString(file))
                        .results()
                        .flatMap(found -> QUOTED.matcher(found.group(1)).results())
                        .forEach(title -> titles.add(title.group(1)));
            }
        }
        assertThat(titles).hasSizeGreaterThan(45).contains("Not known", "Time limit", "More than one query");
        assertThat(titles.stream().filter(title -> !page(title, "ja").contains("<html lang=\"ja\">")))
                .isEmpty();
    }

    private static String page(String title, String language) {
        try {
            byte[] page =
                    new Problem(404, title, "What happened.").page(language).bytes();
            return new String(page, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aPageSaysWhatToDoInItsLanguageAndTheOccurrenceInEnglish() {
        assertThat(page("Not known", "ja")).contains("<h1>収録していません</h1>", "lang=\"en\">What happened.");
        assertThat(page("Not known", "en")).contains("<h1>Not known</h1>", "role=\"alert\">What happened.");
        assertThat(List.of(page("Some new kind", "ja")))
                .allSatisfy(page -> assertThat(page).contains("<html lang=\"en\">", "<h1>Some new kind</h1>"));
    }
}
