package org.jigyo.draft.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.ja.util.ToStringUtil;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keys of a layout's own for labels that mean nothing known: x. and the label's reading in Latin letters. */
public final class OwnKeys {

    private static final int MOST_WORDS = 4;

    private final Map<String, String> labels = new LinkedHashMap<>();

    /** The key for a label, the same for the same label and group. */
    public String of(String group, String label) {
        String plain = FormLexicon.core(label);
        String base = "x." + camel(romaji(plain.isEmpty() ? label : plain));
        String key = base;
        for (int n = 2; labels.containsKey(key) && !labels.get(key).equals(group + label); n++) {
            key = base + n;
        }
        labels.put(key, group + label);
        return key;
    }

    private static String camel(String words) {
        StringBuilder key = new StringBuilder();
        int n = 0;
        for (String word : words.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (!word.isEmpty() && n++ < MOST_WORDS) {
                key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        }
        return key.isEmpty() || !Character.isLetter(key.charAt(0)) ? "field" + key : key.toString();
    }

    /** A Japanese text in Latin letters, word by word. */
    public static String romaji(String text) {
        StringBuilder words = new StringBuilder();
        try (JapaneseTokenizer tokens = new JapaneseTokenizer(null, true, JapaneseTokenizer.Mode.NORMAL)) {
            tokens.setReader(new java.io.StringReader(text));
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            ReadingAttribute reading = tokens.addAttribute(ReadingAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                String kana = reading.getReading();
                String latin = kana == null
                        ? ToStringUtil.getRomanization(term.toString())
                        : ToStringUtil.getRomanization(kana);
                words.append(plain(latin)).append(' ');
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.toString().strip();
    }

    /** Latin letters without length marks: ō → o. */
    private static String plain(String latin) {
        return java.text.Normalizer.normalize(latin, java.text.Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
