package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.Grid;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridSection;

/** The facts that fields can read, as globs. */
final class Fields {

    private final Map<String, CodeList> codes;

    Fields(Map<String, CodeList> codes) {
        this.codes = codes;
    }

    /** The globs that a doubt about a field names, for fields that declare them. */
    Map<String, List<String>> guards(Grid grid) {
        Map<String, List<String>> guards = new HashMap<>();
        guards(grid.fields(), grid.sections(), guards);
        return guards;
    }

    private void guards(List<GridField> fields, List<GridSection> sections, Map<String, List<String>> guards) {
        fields.stream()
                .filter(f -> !f.guards().isEmpty())
                .forEach(f -> of(f, Map.of()).forEach(glob -> guards.put(glob, f.guards())));
        sections.forEach(s -> guards(s.fields(), s.sections(), guards));
    }

    /** All facts of a section and its nested sections. */
    List<String> under(GridSection section) {
        List<String> globs = new ArrayList<>();
        if (section.part()) {
            globs.add(PathTemplate.of(GridSection.PART + "number", Map.of()).text());
        }
        section.fields().forEach(f -> globs.addAll(of(f, Map.of())));
        section.sections().forEach(s -> globs.addAll(under(s)));
        return globs.stream().distinct().toList();
    }

    /** All facts of a field. */
    List<String> of(GridField field, Map<String, String> places) {
        PathTemplate path = PathTemplate.of(field.to(), places);
        List<String> globs = new ArrayList<>();
        if (field.crossing() != null) {
            field.crossing().rows().forEach(r -> {
                globs.add(path.with("row", r.is()).text());
                r.with()
                        .values()
                        .forEach(v ->
                                globs.add(path.other(v.to()).with("row", r.is()).text()));
            });
        } else if (field.rows() != null) {
            field.rows().columns().forEach(c -> {
                globs.add(path.with("is", c.is()).text());
                c.with()
                        .values()
                        .forEach(v ->
                                globs.add(path.other(v.to()).with("is", c.is()).text()));
            });
        } else if (field.marked() != null) {
            // «sdgs/*» would name a whole group, and such a doubt is of no use to a reader.
            codes.get(field.marked().options())
                    .values()
                    .values()
                    .forEach(v -> globs.add(path.with("value", v).text()));
        } else {
            globs.add(path.text());
        }
        if (field.and() != null) {
            globs.add(path.other(field.and()).text());
        }
        field.with().values().forEach(v -> globs.add(path.other(v.to()).text()));
        return globs;
    }

    /**
     * The facts of the cells in which rows and columns cross, in all sections.
     *
     * @param year the evaluated year
     */
    List<String> crossings(Grid grid, int year) {
        List<String> paths = new ArrayList<>();
        crossings(grid.fields(), grid.sections(), year, paths);
        return paths;
    }

    private static void crossings(List<GridField> fields, List<GridSection> sections, int year, List<String> paths) {
        for (GridField field : fields) {
            if (field.crossing() != null) {
                PathTemplate path = PathTemplate.of(field.to(), Map.of());
                field.crossing()
                        .rows()
                        .forEach(r -> field.crossing().columns().forEach(c -> {
                            PathTemplate dated = c.year() == null ? path : path.with("year", year + c.year());
                            PathTemplate named = c.is() == null ? dated : dated.with("is", c.is());
                            paths.add(named.with("row", r.is()).text());
                        }));
            }
        }
        sections.forEach(s -> crossings(s.fields(), s.sections(), year, paths));
    }
}
