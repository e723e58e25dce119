package org.jigyo.layout.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An invalid layout is refused when it is loaded, with its place and in an author's words. */
class RefusedTest {

    private static final Path FORM = Path.of("src/test/resources/forms/mori-r5.yml");

    /** A change and the expected messages. */
    private record Slip(String was, String instead, List<String> messages) {
        @Override
        public String toString() {
            return was + " → " + instead;
        }
    }

    static Stream<Slip> slips() throws IOException {
        List<Slip> slips = new ArrayList<>();
        for (String block : Files.readString(Path.of("src/test/resources/forms/refused.txt"))
                .split("\n\n")) {
            List<String> lines = block.lines().filter(l -> !l.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                slips.add(new Slip(
                        lines.get(0).substring(2),
                        lines.get(1).substring(2).replace("\\n", "\n"),
                        lines.stream().skip(2).map(l -> l.substring(2)).toList()));
            }
        }
        return slips.stream();
    }

    @ParameterizedTest
    @MethodSource("slips")
    void isRefusedAtItsPlace(Slip slip) throws IOException {
        String form = Files.readString(FORM);
        assertThat(form).contains(slip.was());
        String changed = form.replaceFirst(
                java.util.regex.Pattern.quote(slip.was()), java.util.regex.Matcher.quoteReplacement(slip.instead()));

        LayoutException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                LayoutException.class, () -> Layouts.read("mori-r5.yml", changed));

        assertThat(refused).isNotNull();
        long line = 1
                + form.substring(0, form.indexOf(slip.was()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        for (String message : slip.messages()) {
            assertThat(refused.problems()).anyMatch(p -> p.contains(message));
        }
        assertThat(refused.problems()).allMatch(p -> p.matches("(?s)mori-r5\\.yml:\\d+:\\d+: .*"));
        // At the change, or at a related line below it; a missing key is reported at its map.
        assertThat(refused.problems())
                .anyMatch(p -> near(p, line) || p.contains("missing") || p.contains("no field reads"));
        assertThat(refused.getMessage()).doesNotContain("Exception", "org.jigyo", "null", "java");
    }

    private static boolean near(String problem, long line) {
        return Math.abs(Long.parseLong(problem.split(":")[1]) - line) <= 6;
    }

    @Test
    void anchorsMergesAndPartsOfListsAreWrittenOut() throws IOException {
        String plain = Files.readString(FORM);
        String anchored = plain.replace(
                        "- {under: [\"{year}\", 予算], is: budget, year: 0}",
                        "- &now [{under: [\"{year}\", 予算], is: budget, year: 0}]")
                .replace(
                        "right-of: 必要性, type: code, codes: level}",
                        "right-of: 必要性, <<: &level {type: code, codes: level}}")
                .replace("right-of: 有効性, type: code, codes: level}", "right-of: 有効性, <<: *level}");

        assertThat(anchored).isNotEqualTo(plain);
        assertThat(Layouts.read("mori-r5.yml", anchored).grid())
                .isEqualTo(Layouts.read("mori-r5.yml", plain).grid());
    }

    @Test
    void anAnchorInItselfIsRefused() {
        assertThatThrownBy(() -> Layouts.read("a.yml", "id: &a [*a]")).isInstanceOf(LayoutException.class);
    }

    @Test
    void anEmptyFileIsRefused() {
        assertThatThrownBy(() -> Layouts.read("a.yml", "# nothing\n"))
                .isInstanceOf(LayoutException.class)
                .hasMessage("a.yml: the file is empty");
    }
}
