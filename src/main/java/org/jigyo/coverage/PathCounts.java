package org.jigyo.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jigyo.Place;
import org.jigyo.layout.YearTemplate;

/** Counts on how many sheets each path of a layout is filled. */
final class PathCounts {

    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)\\}");
    private static final int MOST_KNOWN = 50_000;

    private final List<String> templates;
    private final List<String> places;
    private final int[] counts;
    private final List<List<Place>> without = new ArrayList<>();

    /** The patterns of all templates by evaluated year. */
    private final Map<Integer, List<Pattern>> patterns = new HashMap<>();

    /** The templates that a path of a sheet fills, by evaluated year, since all sheets of a form have the same paths. */
    private final Map<Integer, Map<String, int[]>> known = new HashMap<>();

    /**
     * Counts for these paths.
     *
     * @param paths path with placeholders → place in the layout
     */
    PathCounts(Map<String, String> paths) {
        templates = List.copyOf(paths.keySet());
        places = List.copyOf(paths.values());
        counts = new int[templates.size()];
        templates.forEach(template -> without.add(new ArrayList<>()));
    }

    /** Adds the facts of a sheet. */
    void add(int evaluated, Set<String> facts, Place sheet) {
        boolean[] filled = new boolean[counts.length];
        Map<String, int[]> ofYear = known.computeIfAbsent(evaluated, y -> new HashMap<>());
        if (ofYear.size() > MOST_KNOWN) {
            ofYear.clear();
        }
        for (String fact : facts) {
            for (int template : ofYear.computeIfAbsent(fact, path -> filledBy(path, evaluated))) {
                filled[template] = true;
            }
        }
        for (int t = 0; t < counts.length; t++) {
            if (filled[t]) {
                counts[t]++;
            } else {
                Counting.sample(without.get(t), sheet);
            }
        }
    }

    /** The numbers of the templates that the path of a fact fills on a sheet with this evaluated year. */
    int[] filledBy(String path, int evaluated) {
        List<Pattern> ofYear = patterns.computeIfAbsent(
                evaluated, year -> templates.stream().map(t -> pattern(t, year)).toList());
        return IntStream.range(0, ofYear.size())
                .filter(t -> ofYear.get(t).matcher(path).matches())
                .toArray();
    }

    /** What a template stands for on a sheet with this evaluated year. Names and codes may hold slashes. */
    private static Pattern pattern(String template, int evaluated) {
        String path = YearTemplate.path(template, evaluated);
        StringBuilder pattern = new StringBuilder();
        Matcher m = PLACE.matcher(path);
        int from = 0;
        while (m.find()) {
            pattern.append(Pattern.quote(path.substring(from, m.start())));
            pattern.append(
                    switch (m.group(1)) {
                        case "any year" -> "[12]\\d{3}";
                        case "n", "part" -> "[^/]+";
                        default -> ".+";
                    });
            from = m.end();
        }
        return Pattern.compile(
                pattern.append(Pattern.quote(path.substring(from))).toString(), Pattern.DOTALL);
    }

    /** The counts, lowest first, else in the order of the layout. */
    List<Coverage.Filled> filled() {
        return IntStream.range(0, counts.length)
                .mapToObj(t ->
                        new Coverage.Filled(templates.get(t), places.get(t), counts[t], List.copyOf(without.get(t))))
                .sorted(Comparator.comparingInt(Coverage.Filled::sheets))
                .toList();
    }
}
