package org.jigyo.registry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The keys of a city's departments: a reviewed slug, or else the city's next number. */
final class DepartmentKeys {

    private final String city;
    private final TreeMap<String, Department> byPath = new TreeMap<>();
    private final DepartmentNames names;
    private final CutDepartments cut;
    private int last;

    DepartmentKeys(String city, Collection<Department> known, DepartmentNames names, CutDepartments cut) {
        this.city = city;
        this.names = names;
        this.cut = cut;
        known.forEach(d -> byPath.put(d.path(), d));
        last = known.stream()
                .map(Department::key)
                .filter(key -> key.matches(city + "-[0-9]+"))
                .mapToInt(key -> Integer.parseInt(key.substring(city.length() + 1)))
                .max()
                .orElse(0);
    }

    /** Assigns keys to all new departments of a run, in order of their paths. */
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

    /** The keys of a sheet's units, largest first. */
    List<String> of(Appearance sheet) {
        return Department.prefixes(path(sheet)).stream()
                .map(path -> byPath.get(path).key())
                .toList();
    }

    /** The department with a path; null if there is none, or if its name was cut off. */
    Department certain(String path) {
        return cut.open(List.of(path.split("/"))) ? null : byPath.get(path);
    }

    Collection<Department> all() {
        return byPath.values();
    }

    /** The units without a section; the last one may be cut off. */
    List<String> units(Appearance sheet) {
        return cut.units(names.path(city, sheet.department(), null));
    }

    /** The units that are certain. A unit that already has a key keeps it, even if it was cut off. */
    private List<String> path(Appearance sheet) {
        List<String> units = units(sheet);
        if (cut.open(units)) {
            return byPath.containsKey(String.join("/", units)) ? units : units.subList(0, units.size() - 1);
        }
        List<String> department = names.path(city, sheet.department(), null);
        List<String> printed = names.path(city, sheet.department(), sheet.section());
        List<String> path = new ArrayList<>(units);
        path.addAll(printed.subList(department.size(), printed.size()));
        return path;
    }
}
