package org.jigyo.sheet;

import java.text.Normalizer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Normalises Japanese letters to the form that records keep: radicals become ideographs, katakana become full-width,
 * (han)dakuten are combined with their kana, spaced-out letters (印 刷 製 本 費) are joined, and the result is in NFC.
 */
final class Letters {

    private static final Pattern HALF_WIDTH = Pattern.compile("[\\uFF61-\\uFF9F]+");
    private static final Pattern VOICED = Pattern.compile("([\\u3041-\\u3096\\u30A1-\\u30FA])([゛゜\\u3099\\u309A])");
    private static final String LETTER = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]";
    private static final Pattern SET_APART = Pattern.compile("(?m)^[ 　]*" + LETTER + "(?:[ 　]+" + LETTER + ")+[ 　]*$");
    private static final Pattern BLANKS = Pattern.compile("[ 　]+");

    private Letters() {}

    /** Normalises each letter; spaces stay. */
    static String unified(String text) {
        String ideographs = Radicals.unify(text);
        if (!changes(ideographs)) {
            return ideographs;
        }
        String wide =
                HALF_WIDTH.matcher(ideographs).replaceAll(m -> Normalizer.normalize(m.group(), Normalizer.Form.NFKC));
        return VOICED.matcher(wide).replaceAll(m -> Matcher.quoteReplacement(joined(m)));
    }

    /** True for a text with a half-width katakana, or with a (han)dakuten that belongs to the kana before it. */
    private static boolean changes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= 0xFF61 && c <= 0xFF9F) || (c >= 0x3099 && c <= 0x309C)) {
                return true;
            }
        }
        return false;
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** True for a text of visible ASCII characters, kana and ideographs, which every normal form leaves as it is. */
    static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!plain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean plain(char c) {
        return (c > ' ' && c < 0x7F)
                || (c >= '一' && c <= 0x9FEF)
                || (c >= 'ぁ' && c <= 'ゖ')
                || (c >= 'ァ' && c <= 'ヺ')
                || c == 'ー';
    }

    /** True for a text whose letters all are as records keep them: plain ones, signs (、。「」・〇) and full-width ones (（）％ Ａ). */
    static boolean kept(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!plain(c) && !(c >= '、' && c <= '〟') && !(c >= '！' && c <= '｠') && c != '・') {
                return false;
            }
        }
        return true;
    }

    /** The text in the form that records keep. */
    static String canonical(String text) {
        if (kept(text) || ascii(text)) {
            return text;
        }
        String normal = Normalizer.normalize(unified(text), Normalizer.Form.NFC);
        return normal.indexOf(' ') < 0 && normal.indexOf('　') < 0
                ? normal
                : SET_APART
                        .matcher(normal)
                        .replaceAll(m -> BLANKS.matcher(m.group()).replaceAll(""));
    }

    /** A kana combined with its mark; unchanged if Unicode has no such kana. */
    private static String joined(MatchResult kana) {
        String mark = "゛\u3099".contains(kana.group(2)) ? "\u3099" : "\u309A";
        String joined = Normalizer.normalize(kana.group(1) + mark, Normalizer.Form.NFC);
        return joined.length() == 1 ? joined : kana.group();
    }
}
