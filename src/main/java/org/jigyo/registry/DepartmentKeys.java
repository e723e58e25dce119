package org.jigyo.registry;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys of a city's departments: a reviewed slug, else the city's next number. */
final class DepartmentKeys {

    private final String city;
    private final TreeMap<String, Department> byPath = new TreeMap<>();
    private final DepartmentNames names;
    private int last;

    DepartmentKeys(String city, Collection<Department> known, DepartmentNames names) {
        this.city = city;
        this.names = names;
        known.forEach(d -> byPath.put(d.path(), d));
        last = known.stream()
                .map(Department::key)
                .filter(key -> key.matches(city + "-[0-9]+"))
                .mapToInt(key -> Integer.parseInt(key.substring(city.length() + 1)))
                .max()
                .orElse(0);
    }

    /** Gives keys to all new departments of a run at once, in order of their paths. */
    void take(List<Appearance> sheets) {
        TreeSet<String> fresh = new TreeSet<>();
        sheets.forEach(sheet -> fresh.addAll(Department.prefixes(path(sheet))));
        fresh.removeAll(byPath.keySet());
        for (String path : fresh) {
            DepartmentNames.Reviewed reviewed = names.reviewed(city, path);
            String key = city + "-" + (reviewed == null ? ++last : reviewed.slug());
            byPath.put(path, new Department(key, city, path, reviewed == null ? null : reviewed.english()));
        }
    }

    /** Keys of a sheet's units, largest first. */
    List<String> of(Appearance sheet) {
        return Department.prefixes(path(sheet)).stream()
                .map(path -> byPath.get(path).key())
                .toList();
    }

    /** The department at a path, or null. */
    Department at(String path) {
        return byPath.get(path);
    }

    Collection<Department> all() {
        return byPath.values();
    }

    private List<String> path(Appearance sheet) {
        return names.path(city, sheet.department(), sheet.section());
    }
}
