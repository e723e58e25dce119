package org.jigyo.nation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** National laws, cabinet orders and ministerial ordinances, found in a text where it names them exactly. */
public final class Laws {

    /**
     * A law.
     *
     * @param id law id of e-Gov
     * @param name full name
     * @param number number of promulgation
     */
    public record Law(String id, String name, String number) {

        private static final int KIND = 3;

        /** Its address in e-Gov, which serves as IRI. */
        public String address() {
            return "https://laws.e-gov.go.jp/law/" + id;
        }

        /** Its kind: the letters in its id stand for 法律 (AC), 政令 (CO), 勅令 and old treaties (IO), and 省令 (M). */
        public String kind() {
            return switch (name.endsWith("条約") ? 'A' : id.charAt(KIND)) {
                case 'A' -> "law";
                case 'M' -> "ministerial-ordinance";
                default -> "cabinet-order";
            };
        }
    }

    /**
     * A law named in a text.
     *
     * @param article as printed after the name: 第5条第2項; empty if there is none
     */
    public record Citation(Law law, String article) {}

    private static final String DIGITS = "[0-9０-９一二三四五六七八九十百千]+";
    private static final Pattern ARTICLE = Pattern.compile(
            "[\\s（(]*((?:附則)?第" + DIGITS + "条(?:の" + DIGITS + ")*(?:第" + DIGITS + "項)?(?:第" + DIGITS + "号)?)");

    private static final Map<String, Law> BY_NAME = new HashMap<>();
    private static final Pattern NAMES = names();

    private Laws() {}

    private static Pattern names() {
        Shipped.rows("laws.tsv").forEach(cells -> BY_NAME.put(normal(cells[1]), new Law(cells[0], cells[1], cells[2])));
        // A name within a longer one, such as that of a cabinet order (施行令), is not that law: no kanji or katakana may
        // adjoin.
        return Pattern.compile("(?<![\\p{IsHan}\\p{IsKatakana}ー])(?:"
                + BY_NAME.keySet().stream()
                        .sorted(Comparator.comparing(String::length)
                                .reversed()
                                .thenComparing(Comparator.naturalOrder()))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")(?=第" + DIGITS + "条|附則|[^\\p{IsHan}\\p{IsKatakana}ー]|$)");
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** The laws that a text names, in its order, each article once. */
    public static List<Citation> cited(String text) {
        List<Citation> citations = new ArrayList<>();
        String plain = normal(text);
        Matcher name = NAMES.matcher(plain);
        while (name.find()) {
            Matcher article = ARTICLE.matcher(plain).region(name.end(), plain.length());
            Citation citation = new Citation(BY_NAME.get(name.group()), article.lookingAt() ? article.group(1) : "");
            if (!citations.contains(citation)) {
                citations.add(citation);
            }
        }
        return citations;
    }
}
