package org.jigyo.extract.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jigyo.layout.GridField;
import org.jigyo.layout.GridSection;

/** The facts that fields speak of, as globs. */
final class Fields {

    private Fields() {}

    /** Everything that a section and its parts say. */
    static List<String> under(GridSection section) {
        List<String> globs = new ArrayList<>();
        section.fields().forEach(f -> globs.addAll(of(f, Map.of())));
        section.sections().forEach(s -> globs.addAll(under(s)));
        return globs.stream().distinct().toList();
    }

    /** What a field says. */
    static List<String> of(GridField field, Map<String, String> places) {
        Path path = Path.of(field.to(), places);
        List<String> globs = new ArrayList<>();
        if (field.crossing() != null) {
            field.crossing()
                    .rows()
                    .forEach(r -> globs.add(path.with("row", r.is()).text()));
        } else if (field.rows() != null) {
            field.rows()
                    .columns()
                    .forEach(c -> globs.add(path.with("is", c.is()).text()));
        } else {
            globs.add(path.text());
        }
        if (field.and() != null) {
            globs.add(path.other(field.and()).text());
        }
        return globs;
    }
}
