package org.jigyo.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The text form of a registry: one line a fact, sorted, so that version control shows what a run added. */
final class RegistryFile {

    private RegistryFile() {}

    static List<String> lines(Registry registry) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Keys once given. Add by publishing; do not edit. Kinds: project, seen, indicator, department, edition, code.");
        for (Project project : registry.projects()) {
            lines.add(Tables.line("project", project.key(), project.city()));
            project.sightings()
                    .forEach(s -> lines.add(Tables.line(
                            "seen", project.key(), s.year(), s.number(), s.name(), s.accounts(), s.units())));
            for (Project.Indicator indicator : project.indicators()) {
                indicator.names().forEach(n -> lines.add(Tables.line("indicator", project.key(), indicator.key(), n)));
            }
        }
        for (Department d : registry.departments()) {
            lines.add(Tables.line("department", d.key(), d.city(), d.path(), d.english()));
        }
        registry.editions().forEach((what, key) -> lines.add(Tables.line("edition", what, key)));
        registry.codes().forEach((what, number) -> {
            String[] part = what.split("\t");
            lines.add(Tables.line("code", part[0], part[1], part[2], number));
        });
        return lines;
    }

    static Registry read(List<String> lines, List<String> review) {
        TreeMap<String, Project> projects = new TreeMap<>();
        List<Department> departments = new ArrayList<>();
        TreeMap<String, String> editions = new TreeMap<>();
        TreeMap<String, Integer> codes = new TreeMap<>();
        for (List<String> row : Tables.rows(lines, 7)) {
            switch (row.get(0)) {
                case "project" ->
                    projects.put(row.get(1), new Project(row.get(1), row.get(2), new ArrayList<>(), new ArrayList<>()));
                case "seen" ->
                    projects.get(row.get(1))
                            .sightings()
                            .add(new Sighting(
                                    Integer.parseInt(row.get(2)), row.get(3), row.get(4), row.get(5), row.get(6)));
                case "indicator" -> addIndicator(projects.get(row.get(1)), row.get(2), row.get(3));
                case "department" ->
                    departments.add(new Department(
                            row.get(1), row.get(2), row.get(3), row.get(4).isEmpty() ? null : row.get(4)));
                case "edition" -> editions.put(row.get(1), row.get(2));
                case "code" ->
                    codes.put(PrintedCodes.key(row.get(1), row.get(2), row.get(3)), Integer.valueOf(row.get(4)));
                default -> throw new IllegalArgumentException("registry.tsv: unknown kind of line: " + row.get(0));
            }
        }
        return new Registry(projects.values(), departments, editions, codes, review);
    }

    private static void addIndicator(Project project, String key, String name) {
        for (Project.Indicator known : project.indicators()) {
            if (known.key().equals(key)) {
                known.names().add(name);
                return;
            }
        }
        project.indicators().add(new Project.Indicator(key, new ArrayList<>(List.of(name))));
    }
}
