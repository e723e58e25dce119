package org.jigyo.graph;

import java.util.Map;
import java.util.TreeMap;
import org.jigyo.registry.Registry;

/** The registries of some cities. */
public record Registries(Map<String, Registry> byCity) {

    public static Registries empty() {
        return new Registries(Map.of());
    }

    Registry of(String city) {
        return byCity.getOrDefault(city, Registry.empty(city));
    }

    Registries with(Registry registry) {
        Map<String, Registry> all = new TreeMap<>(byCity);
        all.put(registry.city(), registry);
        return new Registries(all);
    }
}
