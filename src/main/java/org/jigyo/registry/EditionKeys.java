package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Keys of editions. An edition is what a city printed for one evaluated year on one form. A second form of the year
 * gets the next number. So does a reprint: a file with different content for a project that another file of the same
 * form also has. Of two such files, the one with more projects is the edition, or else the one whose name sorts first.
 *
 * <p>A file is identified by its name, not its content: a corrected file of the same name keeps its edition, whatever
 * else is published with it. Only if two files that were never published together had the same edition and now show the
 * same project, that project gets a new edition in the file whose name sorts second.
 */
final class EditionKeys {

    /** The sheets of one city for a year on a form. */
    record Form(int year, String form) implements Comparable<Form> {
        @Override
        public int compareTo(Form other) {
            int order = Integer.compare(year, other.year);
            return order == 0 ? form.compareTo(other.form) : order;
        }
    }

    /**
     * A file of a form.
     *
     * @param copy 1; 2 for content about a project that another file of this name has shown before
     */
    record Part(Form form, String file, int copy) implements Comparable<Part> {
        static Part of(Appearance sheet, int copy) {
            return new Part(new Form(sheet.fiscalYear(), sheet.form()), Tables.cell(sheet.fileName()), copy);
        }

        @Override
        public int compareTo(Part other) {
            int order = form.compareTo(other.form);
            order = order == 0 ? file.compareTo(other.file) : order;
            return order == 0 ? Integer.compare(copy, other.copy) : order;
        }
    }

    /**
     * The editions assigned so far.
     *
     * @param forms by form
     * @param parts by file
     * @param checksums by a line that registries before 0.2 kept for reprints: city, year, form and SHA-256 of the file
     */
    record Given(TreeMap<Form, String> forms, TreeMap<Part, String> parts, TreeMap<String, String> checksums) {
        Given() {
            this(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        }

        Given copy() {
            return new Given(new TreeMap<>(forms), new TreeMap<>(parts), new TreeMap<>(checksums));
        }
    }

    private final Given given;
    private final Map<Integer, Integer> last = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    EditionKeys(Given given) {
        this.given = given.copy();
        this.given.forms().forEach((form, key) -> count(form.year(), key));
        this.given.parts().forEach((part, key) -> count(part.form().year(), key));
        this.given.checksums().forEach((line, key) -> count(Integer.parseInt(line.split(" ")[1]), key));
    }

    Given all() {
        return given;
    }

    /**
     * The editions of all sheets of a city.
     *
     * @param projects the project of each sheet
     */
    List<String> give(List<Appearance> sheets, List<String> projects) {
        sheets.forEach(
                s -> given.forms().computeIfAbsent(new Form(s.fiscalYear(), s.form()), form -> next(form.year())));
        Map<Part, List<Integer>> parts = new LinkedHashMap<>();
        Map<String, Integer> copies = new HashMap<>();
        for (int i = 0; i < sheets.size(); i++) {
            int copy = copies.merge(Part.of(sheets.get(i), 1) + projects.get(i), 1, Integer::sum);
            parts.computeIfAbsent(Part.of(sheets.get(i), copy), k -> new ArrayList<>())
                    .add(i);
        }
        parts.forEach((part, members) -> known(part, sheets.get(members.get(0))));
        // Existing editions come first, so that no new file takes their place.
        Comparator<Map.Entry<Part, List<Integer>>> order =
                Comparator.comparing(e -> !given.parts().containsKey(e.getKey()));
        order = order.thenComparing(e -> e.getKey().copy())
                .thenComparing(e -> given.parts().containsKey(e.getKey())
                        ? 0
                        : -e.getValue().size())
                .thenComparing(Map.Entry::getKey);
        String[] editions = new String[sheets.size()];
        for (Map.Entry<Part, List<Integer>> part :
                parts.entrySet().stream().sorted(order).toList()) {
            for (int i : part.getValue()) {
                editions[i] = edition(part.getKey(), projects, part.getValue(), projects.get(i));
            }
        }
        return List.of(editions);
    }

    /** Finds the edition that an old registry stored by the checksum of a reprint. */
    private void known(Part part, Appearance sheet) {
        String line = String.join(
                " ", sheet.city(), String.valueOf(sheet.fiscalYear()), "form", sheet.form(), sheet.sha256());
        String old = given.checksums().get(line);
        if (old != null && part.copy() == 1) {
            given.parts().putIfAbsent(part, old);
        }
    }

    /**
     * The edition of one sheet. A further sheet about a project in the same edition goes to the next copy of the file.
     */
    private String edition(Part part, List<String> projects, List<Integer> members, String project) {
        Part at = part;
        while (true) {
            String edition = given.parts().get(at);
            if (edition == null) {
                Set<String> all = new LinkedHashSet<>();
                members.forEach(i -> all.add(projects.get(i)));
                String form = given.forms().get(at.form());
                boolean reprint = at.copy() > part.copy() || all.stream().anyMatch(p -> taken.contains(form + " " + p));
                edition = reprint ? next(at.form().year()) : form;
                given.parts().put(at, edition);
            }
            if (taken.add(edition + " " + project)) {
                return edition;
            }
            at = new Part(at.form(), at.file(), at.copy() + 1);
        }
    }

    private String next(int year) {
        int number = last.merge(year, 1, Integer::sum);
        return number == 1 ? String.valueOf(year) : year + "-" + number;
    }

    private void count(int year, String key) {
        int dash = key.indexOf('-');
        last.merge(year, dash < 0 ? 1 : Integer.parseInt(key.substring(dash + 1)), Math::max);
    }
}
