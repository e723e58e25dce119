package org.jigyo.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.registry.Appearance;
import org.jigyo.registry.Assignment;
import org.jigyo.registry.Registry;
import org.jigyo.sheet.Sheet;

/** The registries of all cities of a publication. Immutable. */
public final class Registries {

    /** What identifying the sheets of one city makes, with these sheets. */
    record City(List<Sheet> sheets, Assignment assignment) {}

    private final Path folder;
    private final Map<String, Registry> cities;

    private Registries(Path folder, Map<String, Registry> cities) {
        this.folder = folder;
        this.cities = cities;
    }

    /** Registries that know nothing. */
    public static Registries empty() {
        return new Registries(null, Map.of());
    }

    /** The registries of a data folder; each is read when sheets of its city come. */
    public static Registries read(Path data) {
        return new Registries(data.resolve("registry"), Map.of());
    }

    /** Writes the registries of the cities that were published into a data folder. */
    public void write(Path data) {
        cities.values().forEach(registry -> registry.write(data.resolve("registry")));
    }

    /** The registry of a city. */
    public Registry of(String city) {
        Registry known = cities.get(city);
        if (known != null) {
            return known;
        }
        return folder == null ? Registry.empty(city) : Registry.read(folder, city);
    }

    /** Gives keys to all sheets, by city. */
    List<City> assign(List<Sheet> sheets) {
        TreeMap<String, List<Sheet>> byCity = new TreeMap<>();
        sheets.forEach(
                s -> byCity.computeIfAbsent(s.city(), k -> new ArrayList<>()).add(s));
        List<City> assigned = new ArrayList<>();
        byCity.forEach((city, own) -> assigned.add(
                new City(own, of(city).assign(own.stream().map(Appearance::of).toList()))));
        return assigned;
    }

    /** These registries, with what was given to the cities. */
    Registries with(List<City> assigned) {
        TreeMap<String, Registry> all = new TreeMap<>(cities);
        assigned.forEach(city -> {
            Registry registry = city.assignment().registry();
            all.put(registry.city(), registry);
        });
        return new Registries(folder, all);
    }
}
