package org.jigyo.draft;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** A town that does not exist: its projects by chance, and the cells of its sheets. */
final class Town {

    static final List<String> THINGS = List.of("公園", "図書館", "市道", "水路", "学童保育", "消防団", "農道", "観光案内所");
    static final List<String> DEEDS = List.of("の管理", "の整備", "の点検");
    static final List<String> DEPARTMENTS = List.of("都市整備課", "生涯学習課", "福祉課", "総務課", "産業課");

    private final Random random;

    Town(Random random) {
        this.random = random;
    }

    String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    static String put(Map<String, String> facts, String path, String value) {
        facts.put(path, value);
        return value;
    }

    /** Draws a cell. */
    static void cell(StringBuilder drawing, int x, int y, int width, int height, String text) {
        drawing.append(String.format("cell %d %d %d %d 8 | %s%n", x, y, width, height, text));
    }
}
