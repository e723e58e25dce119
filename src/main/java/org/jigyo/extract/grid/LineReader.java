package org.jigyo.extract.grid;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Finding.Code;
import org.jigyo.layout.GridLocator;
import org.jigyo.sheet.Printed;

/** Reads a value that is part of a printed line. */
final class LineReader {

    private final Board board;
    private final Notes notes;

    LineReader(Board board, Notes notes) {
        this.board = board;
        this.notes = notes;
    }

    void read(GridLocator.OnLine at, PathTemplate path, Area area, boolean optional) {
        Pattern pattern = pattern(at.line());
        List<Item> lines = board.items().stream()
                .filter(i -> i.use() == Item.Use.NONE && area.holds(i.box()))
                .filter(i -> pattern.matcher(i.key()).matches())
                .toList();
        if (lines.size() == 1) {
            Item line = lines.get(0);
            Matcher m = pattern.matcher(line.key());
            line.use(Item.Use.VALUE);
            if (m.matches() && !Printed.blank(m.group(1))) {
                notes.state(path.text(), m.group(1), line, "on the line " + at.line());
            }
        } else if (!lines.isEmpty() || !optional) {
            Code code = lines.isEmpty() ? Code.LABEL_MISSING : Code.SLOT_AMBIGUOUS;
            String message = "the line «" + at.line() + "» is printed " + lines.size() + " times";
            notes.doubt(code, path.text(), message, lines.isEmpty() ? null : lines.get(0));
        }
    }

    private static Pattern pattern(String line) {
        int at = line.indexOf("{}");
        String before = Printed.key(line.substring(0, at));
        String after = Printed.key(line.substring(at + 2));
        return Pattern.compile(Pattern.quote(before) + "(.*)" + Pattern.quote(after));
    }
}
