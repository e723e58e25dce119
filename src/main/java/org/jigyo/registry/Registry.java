package org.jigyo.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.EnvironmentException;
import org.jigyo.sheet.Sheet;

/**
 * Which project, department and indicator is which, over years, numbers and names. A key that was given never changes; the same
 * sheets into an empty registry always give the same keys. Immutable; kept as {@code registry.tsv} in the data folder.
 */
public final class Registry {

    private final TreeMap<String, Project> projects;
    private final TreeMap<String, Department> departments;
    private final TreeMap<String, String> editions;
    private final List<Decision> decisions;

    Registry(
            Collection<Project> projects,
            Collection<Department> departments,
            Map<String, String> editions,
            List<Decision> decisions) {
        this.projects = new TreeMap<>();
        projects.forEach(p -> this.projects.put(p.key(), p));
        this.departments = new TreeMap<>();
        departments.forEach(d -> this.departments.put(d.city() + " " + d.path(), d));
        this.editions = new TreeMap<>(editions);
        this.decisions = decisions;
    }

    /** A registry that knows nothing but the reviewed decisions that ship with the program. */
    public static Registry empty() {
        return new Registry(List.of(), List.of(), new TreeMap<>(), shipped());
    }

    /**
     * The registry of a data folder; empty when it has none yet.
     *
     * @throws EnvironmentException when the file cannot be read
     */
    public static Registry read(Path folder) {
        try {
            List<Decision> decisions = new ArrayList<>(shipped());
            if (Files.exists(folder.resolve("review.tsv"))) {
                decisions.addAll(Decision.of(Tables.rows(Files.readAllLines(folder.resolve("review.tsv")), 8)));
            }
            Path file = folder.resolve("registry.tsv");
            List<String> lines = Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
            return RegistryFile.read(lines, decisions);
        } catch (IOException e) {
            throw new EnvironmentException("the registry in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Decision> shipped() {
        return Decision.of(Tables.resource("decisions.tsv", 8));
    }

    /**
     * Writes {@code registry.tsv} into the folder, whole or not at all.
     *
     * @throws EnvironmentException when the folder is not writable
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            Path aside = folder.resolve("registry.tsv.new");
            Files.write(aside, RegistryFile.lines(this), StandardCharsets.UTF_8);
            Files.move(
                    aside,
                    folder.resolve("registry.tsv"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EnvironmentException("the registry cannot be written to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Gives every sheet the keys of what it speaks of; this registry stays as it is. */
    public Assignment assign(List<Sheet> sheets) {
        return new Assigning(this).assign(sheets);
    }

    /** All projects by key. */
    public Collection<Project> projects() {
        return Collections.unmodifiableCollection(projects.values());
    }

    /** All departments, by city and path. */
    public Collection<Department> departments() {
        return Collections.unmodifiableCollection(departments.values());
    }

    /** The department at a path of a city, or null. */
    public Department department(String city, String path) {
        return departments.get(city + " " + path);
    }

    Map<String, String> editions() {
        return new TreeMap<>(editions);
    }

    List<Decision> decisions() {
        return decisions;
    }
}
