package org.jigyo.registry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.sheet.Sheet;

/**
 * Numbers for printed values that are words, not codes, so that they can be named without the words: the directions of a city and
 * the steps of its rating scales. Given once, kept for good.
 */
final class PrintedCodes {

    private final TreeMap<String, Integer> numbers;

    PrintedCodes(Map<String, Integer> given) {
        numbers = new TreeMap<>(given);
    }

    /** Gives numbers to all new words of a run at once, in order. */
    void take(List<Sheet> sheets) {
        TreeSet<String> fresh = new TreeSet<>();
        for (Sheet sheet : sheets) {
            if (sheet.direction() != null) {
                fresh.add(key(sheet.city(), "direction", sheet.direction().value()));
            }
            sheet.ratings().stream()
                    .filter(r -> r.value() != null && !r.value().matches("\\p{ASCII}+"))
                    .forEach(r -> fresh.add(key(sheet.city(), r.criterion(), r.value())));
        }
        fresh.removeAll(numbers.keySet());
        for (String key : fresh) {
            String list = key.substring(0, key.lastIndexOf('\t') + 1);
            int last = numbers.entrySet().stream()
                    .filter(e -> e.getKey().startsWith(list))
                    .mapToInt(Map.Entry::getValue)
                    .max()
                    .orElse(0);
            numbers.put(key, last + 1);
        }
    }

    static String key(String city, String list, String value) {
        return city + "\t" + list + "\t" + value.replaceAll("[\\t\\r\\n]+", " ").strip();
    }

    Map<String, Integer> all() {
        return numbers;
    }
}
