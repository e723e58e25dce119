package org.jigyo.extract.grid;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;

/** A layout of a list of projects with number, name and further columns, for tests. */
public final class OneList {

    private static final String LAYOUT = """
            id: one
            title: {ja: 標本, en: specimen}
            city: "139998"
            form: one
            applies: [標本一覧]
            context: {currencyUnit: 1000}
            %s
            grid:
              title: "{year}標本一覧"
              list:
                - {under: [番号], is: number, type: digits}
                - {under: [名称], is: name}
            %s
            """;

    private OneList() {}

    /**
     * The layout with more of its own keys.
     *
     * @param more YAML at the layout's top level, or nothing
     * @param columns each as YAML
     */
    public static Layout layout(String more, String... columns) {
        String list = Arrays.stream(columns).map(column -> "    - " + column).collect(Collectors.joining("\n"));
        return Layouts.read("one.yml", LAYOUT.formatted(more, list));
    }
}
