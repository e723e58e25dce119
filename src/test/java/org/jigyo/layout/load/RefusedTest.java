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

    private static final Path FORMS = Path.of("src/test/resources/forms");
    private static final Path FORM = FORMS.resolve("mori-r5.yml");

    /** A change of a layout and the expected messages. */
    private record Slip(String file, String was, String instead, List<String> messages) {

        String form() throws IOException {
            Path drawn = FORMS.resolve(file);
            return Files.readString(Files.exists(drawn) ? drawn : Path.of("src/main/resources/layouts", file));
        }

        String changed() throws IOException {
            String form = form();
            assertThat(form).contains(was);
            int at = form.indexOf(was);
            return form.substring(0, at) + instead + form.substring(at + was.length());
        }

        @Override
        public String toString() {
            return file + ": " + was + " → " + instead;
        }
    }

    static Stream<Slip> slips() throws IOException {
        return slips("refused.txt");
    }

    static Stream<Slip> edges() throws IOException {
        return slips("accepted.txt");
    }

    private static Stream<Slip> slips(String table) throws IOException {
        List<Slip> slips = new ArrayList<>();
        for (String block : Files.readString(FORMS.resolve(table)).split("\n\n")) {
            List<String> lines = block.lines().filter(l -> !l.startsWith("#")).toList();
            if (!lines.isEmpty()) {
                boolean named = lines.get(0).startsWith("= ");
                List<String> told = lines.stream()
                        .skip(named ? 1 : 0)
                        .map(l -> l.substring(2).replace("\\n", "\n"))
                        .toList();
                String file = named ? lines.get(0).substring(2) : "mori-r5.yml";
                slips.add(new Slip(file, told.get(0), told.get(1), told.subList(2, told.size())));
            }
        }
        return slips.stream();
    }

    @ParameterizedTest
    @MethodSource("edges")
    void isAcceptedAtTheEdgeOfWhatIsAllowed(Slip slip) throws IOException {
        assertThat(Layouts.read(slip.file(), slip.changed()).id()).isEqualTo(Layouts.id(slip.file()));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void isRefusedAtItsPlace(Slip slip) throws IOException {
        String form = slip.form();
        String changed = slip.changed();

        LayoutException refused = org.assertj.core.api.Assertions.catchThrowableOfType(
                LayoutException.class, () -> Layouts.read(slip.file(), changed));

        assertThat(refused).isNotNull();
        long line = 1
                + form.substring(0, form.indexOf(slip.was()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        for (String message : slip.messages()) {
            assertThat(refused.problems()).anyMatch(p -> p.contains(message));
        }
        assertThat(refused.problems()).allMatch(p -> p.matches("(?s)[a-z0-9-]+\\.yml:\\d+:\\d+: .*"));
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
