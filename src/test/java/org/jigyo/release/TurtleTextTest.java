package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurtleTextTest {

    private static final String HEAD = "@prefix a: <http://example.org/a#> .\n@prefix b-c: <http://example.org/b.> .\n";

    private static String document(int blocks) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        for (int i = 0; i < blocks; i++) {
            text.append("a:s_" + i + " a:p 1." + i + ", <http://example.org/#('.>;\n  a a:C;\n")
                    .append("  a:text \"\"\"x .\n\na:s a:p \"y\" .\n\\\"\"\"\"@ja, \"# [ ' \\\\\", \"\" .\n\n");
        }
        return text.toString();
    }

    /** The slices of a document, each with its prefixes. */
    private static List<String> slices(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        TurtleText.Cuts cuts = TurtleText.cut(ByteBuffer.wrap(bytes), TurtleText.SLICE);
        List<String> slices = new ArrayList<>();
        int from = cuts.head();
        for (int end : cuts.ends()) {
            slices.add(new String(bytes, 0, cuts.head(), StandardCharsets.UTF_8)
                    + new String(bytes, from, end - from, StandardCharsets.UTF_8));
            from = end;
        }
        return slices;
    }

    private static List<Triple> statements(List<String> documents) {
        List<Triple> all = new ArrayList<>();
        documents.forEach(text -> all.addAll(TurtleSource.statements(text, "http://example.org/")));
        return all;
    }

    @Test
    void slicesMeanWhatTheWholeMeans() {
        String whole = document(2500);

        List<String> slices = slices(whole);

        assertThat(slices).hasSizeGreaterThan(3);
        assertThat(statements(slices)).isEqualTo(statements(List.of(whole)));
    }

    @Test
    void aChangeLeavesTheOtherSlicesWhatTheyWere() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 6000; i++) {
            text.append("<http://example.org/" + i + "> <http://example.org/p> \"" + i + "\" .\n");
        }
        List<String> before = slices(text.toString());
        Set<String> after = new HashSet<>(slices("<http://example.org/new> <http://example.org/p> 1 .\n"
                + text.toString().replace("\"1000\"", "\"x\"")));

        assertThat(before).hasSizeGreaterThan(10);
        assertThat(before.stream().filter(slice -> !after.contains(slice)).count())
                .isBetween(1L, 3L);
    }

    /** What is laid out otherwise might mean something else when it is cut. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "_:x a:p 1 .\n",
                "a:s a:p [ a:p 2 ] .\n",
                "a:s a:p (1 2) .\n",
                "a:s a:p 'x' .\n",
                "a:s a:p 1 . # said twice\n",
                "a:s a:p 1 . a:t a:p 2 .\n",
                "a:s a:p 1 .\r\n",
                "PREFIX a: <http://example.org/other#>\n",
                "@prefix a: <http://example.org/other#> .\n",
                "@base <http://example.org/other/> .\n",
                "a:s a:p 1 ;\na:q 2 .\n",
                "a:s a:p \"\"\"never closed .\n"
            })
    void anyOtherLayoutIsOneSlice(String odd) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 500; i++) {
            text.append(i == 250 ? odd : "").append("a:s" + i + " a:p " + i + " .\n");
        }
        assertThat(slices(text.toString())).containsExactly(text.toString());
    }
}
