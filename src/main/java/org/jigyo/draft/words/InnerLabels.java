package org.jigyo.draft.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that prints its own labels: 担当課：公園課　電話：123.
 *
 * @param labels the labels, in the order printed
 * @param values what stands behind each
 */
public record InnerLabels(List<String> labels, List<String> values) {

    private static final Pattern LABEL = Pattern.compile(
            "(?:^|(?<=[\\s)」】、。・;/]))([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ーA-Za-z][\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ーA-Za-z0-9]{0,11})\\s*:");

    /** Copies the lists. */
    public InnerLabels {
        labels = List.copyOf(labels);
        values = List.copyOf(values);
    }

    /** The labels and values of a text that begins with a label; empty for another text. */
    public static Optional<InnerLabels> of(String text) {
        String plain = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC);
        Matcher m = LABEL.matcher(plain);
        List<String> labels = new ArrayList<>();
        List<String> values = new ArrayList<>();
        int from = -1;
        while (m.find()) {
            if (labels.isEmpty() && m.start() > 0) {
                return Optional.empty();
            }
            if (from >= 0) {
                values.add(plain.substring(from, m.start()).strip());
            }
            labels.add(m.group(1));
            from = m.end();
        }
        if (labels.isEmpty() || labels.stream().distinct().count() < labels.size()) {
            return Optional.empty();
        }
        values.add(plain.substring(from).strip());
        return Optional.of(new InnerLabels(labels, values));
    }

    /** The labels that all these texts print; empty if one of them prints other ones, or there are too few texts. */
    public static Optional<List<InnerLabels>> all(List<String> texts) {
        List<InnerLabels> all = texts.stream().flatMap(t -> of(t).stream()).toList();
        boolean same = all.size() == texts.size()
                && all.stream().map(InnerLabels::labels).distinct().count() == 1;
        return same ? Optional.of(all) : Optional.empty();
    }
}
