package org.jigyo.extract.grid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Typesetter;

/** A form of one cell beside its label, for tests of what a cell can hold. */
final class OneCell {

    private static final String HEADER = """
            id: one
            title: {ja: 標本, en: specimen}
            city: "139998"
            form: one
            applies: [標本票]
            context: {currencyUnit: 1000}
            codes:
              way: [直営, 委託, 補助]
              next: {1 拡大: expand, 2 継続: keep, 3 廃止: end}
              rented: {レンタル: rented, タル: barrel}
            marks:
              box: {chosen: [■, レ], open: [□]}
              dot: {chosen: [●], open: [○]}
              bracket: {chosen: [（○）], open: [（　）]}
              tick: {chosen: [レ]}
              ring: {circled: true}
            %s
            grid:
              title: "{year}標本票"
              fields:
                - {to: number, right-of: 番号, type: digits}
                - {to: name, right-of: 名称}
            %s
            """;

    private OneCell() {}

    /** The layout with one more field, and lines of its header. */
    static Layout layout(String header, String field) {
        return Layouts.read("one.yml", yaml(header, field));
    }

    /** The same as it is written. */
    static String yaml(String header, String field) {
        return HEADER.formatted(header, field.indent(4).stripTrailing());
    }

    /** What is read of a cell (\\n between two lines) beside the label 欄. */
    static Extraction read(Path folder, String field, String cell) throws IOException {
        return drawn(
                        folder,
                        layout("fill: {name: 1.0}", field),
                        "cell 40 100 80 40 8 | 欄\ncell 120 100 300 40 8 | " + cell)
                .get(0);
    }

    /** The sheets of a drawing below number and name. */
    static List<Extraction> drawn(Path folder, Layout layout, String drawing) throws IOException {
        String form = """
                line 40 30 10 | 令和6年度 標本票
                cell 40 50 80 20 8 | 番号
                cell 120 50 80 20 8 | 7
                cell 200 50 60 20 8 | 名称
                cell 260 50 160 20 8 | 図書館
                """;
        return GridSheets.of(layout, Files.write(folder.resolve("one.pdf"), Typesetter.pdf(form + drawing)));
    }
}
