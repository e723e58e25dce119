package org.jigyo.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.EnvironmentException;
import org.jigyo.WholeFile;

/**
 * The identities of one city's projects, departments and indicators across years, numbers and names. A key never
 * changes once assigned; the same sheets and an empty registry always give the same keys. Immutable.
 *
 * <p>Stored in a folder as {@code CITY.tsv} (the keys) and {@code CITY.review.tsv} (pairs that may be one project, for
 * a person to decide), where CITY is the local government code. Versions before 0.2 stored one {@code registry.tsv} and
 * one {@code review.tsv} for all cities in the parent folder; they are read for a city that has no files of its own
 * yet.
 */
public final class Registry {

    private final String city;
    private final TreeMap<String, Project> projects = new TreeMap<>();
    private final TreeMap<String, Department> departments = new TreeMap<>();
    private final Map<String, Department> departmentsByKey = new HashMap<>();
    private final EditionKeys.Given editions;
    private final Map<String, Integer> codes;
    private final Decisions decisions;
    private final List<String> review;

    /**
     * @param review lines of the review file, decided and open
     */
    Registry(
            String city,
            Collection<Project> projects,
            Collection<Department> departments,
            EditionKeys.Given editions,
            Map<String, Integer> codes,
            List<String> review) {
        if (!city.matches("[0-9A-Za-z]+")) {
            throw new IllegalArgumentException("not a local government code: " + city);
        }
        this.city = city;
        projects.forEach(p -> this.projects.put(p.key(), p));
        departments.forEach(d -> this.departments.put(d.path(), d));
        departments.forEach(d -> departmentsByKey.put(d.key(), d));
        this.editions = editions;
        this.codes = new TreeMap<>(codes);
        this.review = List.copyOf(review);
        List<List<String>> decided = new ArrayList<>(Tables.resource("decisions.tsv", Decisions.WIDTH));
        decided.addAll(Tables.rows(review, Decisions.WIDTH));
        this.decisions = Decisions.of(city, decided);
    }

    /**
     * An empty registry, with only the reviewed decisions that are part of the program.
     *
     * @param city local government code
     */
    public static Registry empty(String city) {
        return new Registry(city, List.of(), List.of(), new EditionKeys.Given(), Map.of(), List.of());
    }

    /**
     * Reads the registry of a city; it is empty if there is none yet.
     *
     * @param folder folder of registries; need not exist
     * @param city local government code
     * @throws EnvironmentException if a file cannot be read or parsed
     */
    public static Registry read(Path folder, String city) {
        Path own = folder.resolve(city + ".tsv");
        Path review = folder.resolve(city + ".review.tsv");
        Path before = folder.resolveSibling("registry.tsv");
        try {
            boolean fresh = Files.exists(own) || Files.exists(review);
            Path from = fresh ? own : before;
            List<String> decided =
                    fresh ? lines(review) : ReviewFile.of(city, lines(folder.resolveSibling("review.tsv")));
            return RegistryFile.read(city, from, lines(from), decided);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the registry of " + city + " in " + folder + " cannot be read: " + EnvironmentException.reason(e),
                    e);
        } catch (IllegalArgumentException e) {
            throw new EnvironmentException(review + " is invalid: " + e.getMessage(), e);
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    /**
     * Writes {@code CITY.tsv} and, if there is something to review, {@code CITY.review.tsv}, each atomically.
     *
     * @param folder created if it is missing
     * @throws EnvironmentException if the folder is not writable
     */
    public void write(Path folder) {
        try {
            Files.createDirectories(folder);
            WholeFile.write(folder.resolve(city + ".tsv"), RegistryFile.lines(this));
            if (!review.isEmpty()) {
                WholeFile.write(folder.resolve(city + ".review.tsv"), review);
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "the registry of " + city + " cannot be written to " + folder + ": "
                            + EnvironmentException.reason(e),
                    e);
        }
    }

    /**
     * Assigns keys to every sheet and its contents. This registry is not modified.
     *
     * @param sheets all sheets of the city in a release, in any order
     * @throws IllegalArgumentException if a sheet belongs to another city
     */
    public Assignment assign(List<Appearance> sheets) {
        return new Assigning(this, sheets).assign();
    }

    /** The lines of the review file that a person decided. */
    public List<String> decided() {
        return review.stream()
                .filter(line -> Tables.rows(List.of(line), Decisions.WIDTH).stream()
                        .anyMatch(row -> !row.get(7).isEmpty()))
                .toList();
    }

    /** Local government code. */
    public String city() {
        return city;
    }

    /** All projects that ever had a key, by key, with all sightings. */
    public Collection<Project> projects() {
        return Collections.unmodifiableCollection(projects.values());
    }

    /** All departments that ever had a key, by path. */
    public Collection<Department> departments() {
        return Collections.unmodifiableCollection(departments.values());
    }

    /** The department with a path (units, largest first, joined by slashes), or null. */
    public Department department(String path) {
        return departments.get(path);
    }

    /** The department with a key, or null. */
    public Department departmentByKey(String key) {
        return departmentsByKey.get(key);
    }

    /** The number of a printed word in a list (direction, or a criterion), or null if it has none. */
    public Integer code(String list, String value) {
        return codes.get(PrintedCodes.key(list, value));
    }

    Map<String, Integer> codes() {
        return codes;
    }

    List<String> review() {
        return review;
    }

    EditionKeys.Given editions() {
        return editions;
    }

    Decisions decisions() {
        return decisions;
    }
}
