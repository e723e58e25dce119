package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that no text of a record may hold, and how messages name them. */
class CharactersTest {

    @ParameterizedTest
    @ValueSource(
            ints = {0, 0x1B, 0x7F, 0x9F, 0xD800, 0xDFFF, 0xFDD0, 0xFDEF, 0xFFFD, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF})
    void noTextHoldsThem(int c) {
        String text = "前" + Character.toString(c) + "後";
        assertThat(Characters.foreign(text)).hasValue(c);
        assertThat(Characters.replaced(text)).isEqualTo("前\uFFFD後");
        assertThat(Characters.spelled(text)).isEqualTo(String.format("前<U+%04X>後", c));
    }

    @ParameterizedTest
    @ValueSource(ints = {'\t', '\n', '\r', ' ', 0xA0, 0xFDCF, 0xFDF0, 0xFFFC, 0x20B9F})
    void textsHoldThem(int c) {
        String text = "前" + Character.toString(c) + "後";
        assertThat(Characters.foreign(text)).isEmpty();
        assertThat(Characters.replaced(text)).isEqualTo(text);
        assertThat(Characters.spelled(text)).isEqualTo(text);
        assertThat(Characters.escaped(text)).isEqualTo(text);
    }

    @Test
    void aLongTextIsQuotedByItsBeginning() {
        assertThat(Characters.quoted("長".repeat(300))).isEqualTo("長".repeat(300));
        assertThat(Characters.quoted("長".repeat(301))).isEqualTo("長".repeat(300) + "…");
        assertThat(Characters.quoted("\u0001")).isEqualTo("<U+0001>");
    }

    @Test
    void halfOfAPairIsEscapedInJson() {
        assertThat(Characters.escaped("a\uD800\uDFFFb\uD800c\uDFFF")).isEqualTo("a\uD800\uDFFFb\\uD800c\\uDFFF");
    }
}
