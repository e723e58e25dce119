package org.jigyo.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.EnvironmentException;

/** The text format of a registry: one line for each fact, sorted, so that version control shows what a run added. */
final class RegistryFile {

    private static final int WIDTH = 7;

    /** Before 0.2: {@code 082201 2024 form tsukuba-r6}, followed by the SHA-256 of the file for a reprint. */
    private static final Pattern OLD_EDITION = Pattern.compile("(\\S+) (\\d+) form ?(.*?)( [0-9a-f]{64})?");

    private final String city;
    private final TreeMap<String, Project> projects = new TreeMap<>();
    private final TreeMap<String, Project> parts = new TreeMap<>();
    private final List<Department> departments = new ArrayList<>();
    private final EditionKeys.Given editions = new EditionKeys.Given();
    private final TreeMap<String, Integer> codes = new TreeMap<>();

    private RegistryFile(String city) {
        this.city = city;
    }

    static List<String> lines(Registry registry) {
        String city = registry.city();
        List<String> lines = new ArrayList<>();
        lines.add(
                "# Permanent keys. Publishing adds to this file; do not edit it. Kinds: project, part, seen, indicator, department, form, file,"
                        + " edition, code.");
        for (Project project : registry.projects()) {
            lines.add(Tables.line("project", project.key(), city));
            lines(project, lines);
            for (Project part : project.parts()) {
                lines.add(Tables.line("part", part.key(), city, project.key()));
                lines(part, lines);
            }
        }
        for (Department d : registry.departments()) {
            lines.add(Tables.line("department", d.key(), city, d.path(), d.english()));
        }
        EditionKeys.Given editions = registry.editions();
        editions.forms().forEach((form, key) -> lines.add(Tables.line("form", city, form.year(), form.form(), key)));
        editions.parts()
                .forEach((part, key) -> lines.add(Tables.line(
                        "file", city, part.form().year(), part.form().form(), part.file(), part.copy(), key)));
        editions.checksums().forEach((what, key) -> lines.add(Tables.line("edition", what, key)));
        registry.codes().forEach((what, number) -> {
            String[] part = what.split("\t", -1);
            lines.add(Tables.line("code", city, part[0], part[1], number));
        });
        return lines;
    }

    private static void lines(Project project, List<String> lines) {
        project.sightings()
                .forEach(s -> lines.add(
                        Tables.line("seen", project.key(), s.year(), s.number(), s.name(), s.accounts(), s.units())));
        for (Project.Indicator indicator : project.indicators()) {
            for (Project.Named named : indicator.names()) {
                String line = Tables.line("indicator", project.key(), indicator.key(), named.name());
                lines.add(named.unit().isEmpty() ? line : line + "\t" + named.unit());
            }
        }
    }

    /**
     * Parses the registry of a city from its own file or from one for several cities.
     *
     * @throws EnvironmentException with file and line if a line is invalid
     */
    static Registry read(String city, Path file, List<String> lines, List<String> review) {
        RegistryFile into = new RegistryFile(city);
        for (int i = 0; i < lines.size(); i++) {
            try {
                Tables.rows(List.of(lines.get(i)), WIDTH).forEach(into::take);
            } catch (IllegalArgumentException e) {
                throw new EnvironmentException(
                        file + " is damaged: line " + (i + 1) + ": " + e.getMessage()
                                + "; restore it from a backup, because it holds the permanent keys",
                        e);
            }
        }
        return new Registry(city, into.projects.values(), into.departments, into.editions, into.codes, review);
    }

    private void take(List<String> row) {
        String kind = row.get(0);
        switch (kind) {
            case "project" -> {
                if (row.get(2).equals(city)) {
                    projects.put(row.get(1), Project.named(row.get(1), city));
                }
            }
            case "part" -> {
                Project part = Project.named(row.get(1), city);
                Project whole = named(row.get(3));
                if (whole != null) {
                    whole.parts().add(part);
                    parts.put(part.key(), part);
                }
            }
            case "seen", "indicator" -> takeKnown(kind, row);
            case "department" -> {
                if (row.get(2).equals(city)) {
                    String english = row.get(4).isEmpty() ? null : row.get(4);
                    departments.add(new Department(row.get(1), city, row.get(3), english));
                }
            }
            case "edition" -> takeOldEdition(row.get(1), row.get(2));
            case "form", "file" -> takeEdition(kind, row);
            case "code" -> {
                if (row.get(1).equals(city)) {
                    codes.put(PrintedCodes.key(row.get(2), row.get(3)), Integer.valueOf(row.get(4)));
                }
            }
            default -> throw new IllegalArgumentException("unknown kind of line: " + kind);
        }
    }

    /** The project or part with a key; null if it belongs to another city. */
    private Project named(String key) {
        Project project = projects.getOrDefault(key, parts.get(key));
        if (project == null && key.startsWith(city + "-")) {
            throw new IllegalArgumentException("the key of an unknown project: " + key);
        }
        return project;
    }

    private void takeKnown(String kind, List<String> row) {
        Project project = named(row.get(1));
        if (project == null) {
            return;
        }
        if (kind.equals("seen")) {
            project.sightings()
                    .add(new Sighting(Integer.parseInt(row.get(2)), row.get(3), row.get(4), row.get(5), row.get(6)));
        } else {
            addIndicator(project, row.get(2), new Project.Named(row.get(3), row.get(4)));
        }
    }

    private void takeEdition(String kind, List<String> row) {
        if (row.get(1).equals(city)) {
            EditionKeys.Form form = new EditionKeys.Form(Integer.parseInt(row.get(2)), row.get(3));
            if (kind.equals("form")) {
                editions.forms().put(form, row.get(4));
            } else {
                editions.parts().put(new EditionKeys.Part(form, row.get(4), Integer.parseInt(row.get(5))), row.get(6));
            }
        }
    }

    private void takeOldEdition(String what, String key) {
        Matcher old = OLD_EDITION.matcher(what);
        if (!old.matches()) {
            throw new IllegalArgumentException("expected city, year and form: " + what);
        }
        if (old.group(1).equals(city)) {
            if (old.group(4) == null) {
                editions.forms().put(new EditionKeys.Form(Integer.parseInt(old.group(2)), old.group(3)), key);
            } else {
                editions.checksums().put(what, key);
            }
        }
    }

    private static void addIndicator(Project project, String key, Project.Named name) {
        for (Project.Indicator known : project.indicators()) {
            if (known.key().equals(key)) {
                known.names().add(name);
                return;
            }
        }
        project.indicators().add(new Project.Indicator(key, new ArrayList<>(List.of(name))));
    }
}
