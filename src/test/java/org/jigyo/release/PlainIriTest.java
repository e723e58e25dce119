package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.jena.irix.IRIxResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainIriTest {

    private static final IRIxResolver RESOLVER = IRIxResolver.create()
            .base("https://example.org/graph")
            .resolve(true)
            .allowRelative(false)
            .build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://w3id.org/jigyo/id/project/082201-2024-0001/evaluation/2024",
                "http://www.w3.org/2001/XMLSchema#gYear",
                "http://example.org",
                "https://example.org/",
                "https://a-b.example/x.y/~z_1/#part/1.2"
            })
    void isPlain(String iri) {
        assertThat(PlainIri.is(iri)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "http://",
                "https:///x",
                "ftp://example.org/",
                "HTTP://example.org/",
                "http://Example.org/",
                "http://example..org/",
                "http://-a.org/",
                "http://a-/x",
                "http://a./x",
                "http://a.#x",
                "http://a.org:80/",
                "http://u@a.org/",
                "http://a.org/./b",
                "http://a.org/../b",
                "http://a.org/.b",
                "http://a.org//b",
                "http://a.org/b c",
                "http://a.org/%41",
                "http://a.org/市",
                "http://a.org/?q",
                "http://a.org/#a#b",
                "http://a.org/a\\b",
                "http://a.org/a{b}"
            })
    void mayNotBe(String iri) {
        assertThat(PlainIri.is(iri)).isFalse();
    }

    @Test
    void resolvingLeavesAPlainIriAsItIs() {
        Random random = new Random(20261201);
        String letters = "aZ09.-_~/#:?%@ {\\市";
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder iri = new StringBuilder(random.nextBoolean() ? "http://" : "https://");
            for (int left = random.nextInt(12); left > 0; left--) {
                int most = random.nextInt(4) == 0 ? letters.length() : 10;
                iri.append(letters.charAt(random.nextInt(most)));
            }
            if (PlainIri.is(iri.toString())) {
                plain++;
                assertThat(RESOLVER.resolve(iri.toString()).toString()).isEqualTo(iri.toString());
            }
        }
        assertThat(plain).isGreaterThan(5_000);
    }
}
