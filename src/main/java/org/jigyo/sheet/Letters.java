package org.jigyo.sheet;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Japanese letters in the one writing that records keep: radicals as ideographs, katakana in full width, the two dots and the
 * ring of a kana joined to it, letters that are set apart (印 刷 製 本 費) put together, and the whole in NFC.
 */
final class Letters {

    private static final Pattern HALF_WIDTH = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern VOICED = Pattern.compile("([\\u3041-\\u3096\\u30A1-\\u30FA])([゛゜\\u3099\\u309A])");
    private static final String LETTER = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]";
    private static final Pattern SET_APART = Pattern.compile("(?m)^[ 　]*" + LETTER + "(?:[ 　]+" + LETTER + ")+[ 　]*$");
    private static final Pattern BLANKS = Pattern.compile("[ 　]+");

    private Letters() {}

    /** Each letter in one writing; blanks stay. */
    static String unified(String text) {
        if (text.chars().allMatch(c -> c < 0x2E80)) {
            return text;
        }
        String ideographs = Radicals.unify(text);
        if (ideographs.chars().noneMatch(Letters::changes)) {
            return ideographs;
        }
        String wide =
                HALF_WIDTH.matcher(ideographs).replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        return VOICED.matcher(wide).replaceAll(m -> Matcher.quoteReplacement(joined(m)));
    }

    /** A half-width katakana, or a mark that belongs to the kana before it. */
    private static boolean changes(int c) {
        return (c >= 0xFF61 && c <= 0xFF9F) || (c >= 0x3099 && c <= 0x309C);
    }

    /** The form of a text that records keep. */
    static String canonical(String text) {
        String normal = Normalizer.normalize(unified(text), Normalizer.Form.NFC);
        return normal.indexOf(' ') < 0 && normal.indexOf('　') < 0
                ? normal
                : SET_APART
                        .matcher(normal)
                        .replaceAll(m -> BLANKS.matcher(m.group()).replaceAll(""));
    }

    /** A kana with its mark; as it was where there is no such kana. */
    private static String joined(MatchResult kana) {
        String mark = "゛\u3099".contains(kana.group(2)) ? "\u3099" : "\u309A";
        String joined = Normalizer.normalize(kana.group(1) + mark, Normalizer.Form.NFC);
        return joined.length() == 1 ? joined : kana.group();
    }
}
