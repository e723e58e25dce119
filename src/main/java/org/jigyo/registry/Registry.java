package org.jigyo.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.EnvironmentException;
import org.jigyo.WholeFile;
import org.jigyo.sheet.Sheet;

/**
 * Which project, department and indicator is which, over years, numbers and names. A key that was given never changes; the same
 * sheets into an empty registry always give the same keys. Immutable; kept as {@code registry.tsv} in the data folder.
 */
public final class Registry {

    private final TreeMap<String, Project> projects;
    private final TreeMap<String, Department> departments;
    private final TreeMap<String, String> editions;
    private final Map<String, Integer> codes;
    private final List<Decision> decisions;
    private final List<String> review;

    /** @param review lines of the review file, decided and open */
    Registry(
            Collection<Project> projects,
            Collection<Department> departments,
            Map<String, String> editions,
            Map<String, Integer> codes,
            List<String> review) {
        this.projects = new TreeMap<>();
        projects.forEach(p -> this.projects.put(p.key(), p));
        this.departments = new TreeMap<>();
        departments.forEach(d -> this.departments.put(d.city() + " " + d.path(), d));
        this.editions = new TreeMap<>(editions);
        this.codes = new TreeMap<>(codes);
        this.review = List.copyOf(review);
        List<Decision> decided = new ArrayList<>(Decision.of(Tables.resource("decisions.tsv", 8)));
        decided.addAll(Decision.of(Tables.rows(review, 8)));
        this.decisions = List.copyOf(decided);
    }

    /** A registry that knows nothing but the reviewed decisions that ship with the program. */
    public static Registry empty() {
        return new Registry(List.of(), List.of(), Map.of(), Map.of(), List.of());
    }

    /**
     * The registry of a data folder; empty when it has none yet.
     *
     * @throws EnvironmentException when the file cannot be read
     */
    public static Registry read(Path folder) {
        try {
            return RegistryFile.read(lines(folder.resolve("registry.tsv")), lines(folder.resolve("review.tsv")));
        } catch (IOException e) {
            throw new EnvironmentException("the registry in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    /**
     * Writes {@code registry.tsv} and {@code review.tsv} into the folder, each whole or not at all.
     *
     * @throws EnvironmentException when the folder is not writable
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            WholeFile.write(folder.resolve("registry.tsv"), RegistryFile.lines(this));
            if (!review.isEmpty()) {
                WholeFile.write(folder.resolve("review.tsv"), review);
            }
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

    /** Departments that may go on under another name, as far as the moving of projects shows. */
    public List<Succession> successions() {
        return Succession.of(this);
    }

    /** The number of a printed word in a city's list (direction, or a criterion), or null when it has none. */
    public Integer code(String city, String list, String value) {
        return codes.get(PrintedCodes.key(city, list, value));
    }

    Map<String, Integer> codes() {
        return codes;
    }

    List<String> review() {
        return review;
    }

    Map<String, String> editions() {
        return new TreeMap<>(editions);
    }

    List<Decision> decisions() {
        return decisions;
    }
}
