package org.jigyo.registry;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.sheet.Sheet;

/** The keys of departments: a reviewed slug, else the city's next number. */
final class DepartmentKeys {

    private final TreeMap<String, Department> byPath = new TreeMap<>();
    private final DepartmentNames names;

    DepartmentKeys(Collection<Department> known, DepartmentNames names) {
        this.names = names;
        known.forEach(d -> byPath.put(d.city() + " " + d.path(), d));
    }

    /** Gives keys to all new departments of a run at once, in order of city and path. */
    void take(List<Sheet> sheets) {
        TreeSet<String> fresh = new TreeSet<>();
        for (Sheet sheet : sheets) {
            Department.prefixes(path(sheet)).forEach(path -> fresh.add(sheet.city() + " " + path));
        }
        fresh.removeAll(byPath.keySet());
        for (String cityAndPath : fresh) {
            String city = cityAndPath.substring(0, cityAndPath.indexOf(' '));
            String path = cityAndPath.substring(city.length() + 1);
            DepartmentNames.Reviewed reviewed = names.reviewed(city, path);
            String key = city + "-" + (reviewed == null ? next(city) : reviewed.slug());
            byPath.put(cityAndPath, new Department(key, city, path, reviewed == null ? null : reviewed.english()));
        }
    }

    /** Keys of a sheet's units, largest first. */
    List<String> of(Sheet sheet) {
        return Department.prefixes(path(sheet)).stream()
                .map(path -> byPath.get(sheet.city() + " " + path).key())
                .toList();
    }

    Collection<Department> all() {
        return byPath.values();
    }

    private List<String> path(Sheet sheet) {
        return names.path(sheet.city(), sheet.department(), sheet.section());
    }

    private int next(String city) {
        return 1
                + byPath.values().stream()
                        .map(Department::key)
                        .filter(key -> key.matches(city + "-[0-9]+"))
                        .mapToInt(key -> Integer.parseInt(key.substring(city.length() + 1)))
                        .max()
                        .orElse(0);
    }
}
