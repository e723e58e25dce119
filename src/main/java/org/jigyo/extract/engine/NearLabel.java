package org.jigyo.extract.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jigyo.layout.Label;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Printed;

/**
 * The printed text that is nearly a label which is not printed: it differs in at most a third of its letters, not counting years and what
 * stands in brackets. It only helps a person to correct the layout; no value is read by it.
 */
public final class NearLabel {

    private static final int SHARE = 3;
    private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}|…");
    private static final Pattern YEAR =
            Pattern.compile("(?:" + Era.WORDS + ")?(?:元|\\d{1,4})年度?|[RHS]\\d{1,2}(?:年度?)?");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)|\\[[^\\[\\]]*\\]|【[^】]*】");

    private NearLabel() {}

    private record Near<T>(T text, int distance) {}

    /**
     * The nearest of some printed texts; empty if none is near.
     *
     * @param printed what may be the label, without what is a label already
     * @param key its text, normalised by {@link Printed#key}
     */
    public static <T> Optional<T> of(Label label, Stream<T> printed, Function<T, String> key) {
        List<String> wordings = label.wordings().stream()
                .map(wording -> bare(PLACE.matcher(wording).replaceAll("")))
                .filter(wording -> wording.length() > 1)
                .toList();
        return printed.map(text -> new Near<>(text, distance(wordings, key.apply(text))))
                .filter(near -> near.distance >= 0)
                .min(Comparator.comparingInt(Near::distance))
                .map(Near::text);
    }

    /** The least number of letters in which a text differs from one of the wordings; -1 if it is near none. */
    private static int distance(List<String> wordings, String key) {
        // a text much longer than every wording is near none, which its length tells at once
        int longest = wordings.stream().mapToInt(String::length).max().orElse(0);
        String printed = key.length() > SHARE * SHARE * longest ? "" : bare(key);
        return wordings.stream()
                .filter(wording -> printed.length() <= 2 * wording.length() && !printed.isEmpty())
                .map(wording -> new LevenshteinDistance(wording.length() / SHARE).apply(wording, printed))
                .filter(distance -> distance >= 0)
                .min(Comparator.naturalOrder())
                .orElse(-1);
    }

    private static String bare(String text) {
        String key = Printed.key(text);
        return BRACKETS.matcher(YEAR.matcher(key).replaceAll("")).replaceAll("");
    }
}
