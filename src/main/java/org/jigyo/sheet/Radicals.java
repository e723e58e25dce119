package org.jigyo.sheet;

import java.text.Normalizer;

/**
 * Maps radicals to ideographs. PDF producers write ⻑ (U+2ED1) for 長, and NFKC leaves most of the block CJK Radicals
 * Supplement unchanged. Source: Unicode Character Database, EquivalentUnifiedIdeograph.txt (the part of U+2E80 to
 * U+2EF3 that has a single equivalent and occurs in Japanese text). Kangxi radicals (U+2F00 to U+2FD5) follow NFKC,
 * except four for which Japanese text uses another form (Adobe-Japan1 draws both with one glyph).
 */
final class Radicals {

    private static final String FROM =
            "⺄⺅⺆⺇⺈⺉⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺴⺶⺷⺹⺺⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲";

    private static final String TO =
            "乙亻冂几刀刂卩小小兀尣尢𡯂巳幺彐彑忄㣺扌攵旡日月歺母民氵氺灬爫爫丬犭王疋目示礻𥫗纟糹网罒𦉰羊羊耂肀月臼艹艹艹虎衤覀西见角𧢲讠贝足车辶辶阝钅長镸长门𨸏阝雨青韦页风飞食食饣𩙿首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜龟";

    private static final String KANGXI = "⼾⾭⿈⿊";

    private static final String JAPANESE = "戸青黄黒";

    private Radicals() {}

    static String unify(String text) {
        if (!hasRadical(text)) {
            return text;
        }
        int[] to = TO.codePoints().toArray();
        StringBuilder unified = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int at = isRadical(c) ? FROM.indexOf(c) : -1;
            if (isKangxi(c)) {
                unified.append(ideograph(c));
            } else {
                unified.appendCodePoint(at < 0 ? c : to[at]);
            }
        });
        return unified.toString();
    }

    private static String ideograph(int kangxi) {
        int at = KANGXI.indexOf(kangxi);
        return at < 0
                ? Normalizer.normalize(Character.toString(kangxi), Normalizer.Form.NFKC)
                : JAPANESE.substring(at, at + 1);
    }

    private static boolean hasRadical(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isRadical(text.charAt(i)) || isKangxi(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isRadical(int c) {
        return c >= 0x2E80 && c <= 0x2EF3;
    }

    private static boolean isKangxi(int c) {
        return c >= 0x2F00 && c <= 0x2FD5;
    }
}
