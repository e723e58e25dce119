package org.jigyo.extract.grid;

import java.util.List;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridLocator;
import org.jigyo.layout.Label;
import org.jigyo.layout.YearTemplate;

/** Reads values that are parts of a printed line. */
final class LineReader {

    private final Board board;
    private final int year;
    private final Values values;
    private final Notes notes;

    /** @param year the evaluated fiscal year */
    LineReader(Board board, int year, Values values, Notes notes) {
        this.board = board;
        this.year = year;
        this.values = values;
        this.notes = notes;
    }

    /** A wording with the years that it is printed with. */
    private Label printed(String wording) {
        return new Label(List.of(YearTemplate.label(wording, year)));
    }

    /** Reads values from the file's name. */
    void read(GridLocator.InFileName at, CellKind cell, PathTemplate path, boolean optional) {
        CellKind kind = cell.around(printed(at.name()));
        Item name = board.fileName();
        if (!optional || !kind.pattern().readings(name.text()).isEmpty()) {
            values.inside(name, name.text(), kind, path, "in the file's name, " + at.name());
        }
    }

    void read(GridLocator.OnLine at, CellKind cell, PathTemplate path, Area area, boolean optional) {
        CellKind kind = cell.around(printed(at.line()));
        List<Item> lines = board.items().stream()
                .filter(i -> i.use() == Item.Use.NONE && area.holds(i.box()))
                .filter(i -> !kind.pattern().readings(i.text()).isEmpty())
                .toList();
        if (lines.size() == 1) {
            lines.get(0).use(Item.Use.VALUE);
            values.inside(lines.get(0), lines.get(0).text(), kind, path, "on the line " + at.line());
        } else if (!lines.isEmpty() || !optional) {
            Code code = lines.isEmpty() ? Code.LABEL_MISSING : Code.SLOT_AMBIGUOUS;
            boolean elsewhere = board.items().stream()
                    .anyMatch(i -> !area.holds(i.box())
                            && !kind.pattern().readings(i.text()).isEmpty());
            String message = "the line «" + at.line() + "» is "
                    + (!lines.isEmpty()
                            ? "printed " + lines.size() + " times"
                            : elsewhere ? PrintedLabels.ELSEWHERE : "not printed");
            Item item = lines.isEmpty() ? null : lines.get(0);
            notes.doubt(code, path.text(), message, item);
            kind.with()
                    .values()
                    .forEach(v -> notes.doubt(code, path.other(v.to()).text(), message, item));
        }
    }
}
