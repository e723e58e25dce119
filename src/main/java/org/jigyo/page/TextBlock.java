package org.jigyo.page;

import java.util.List;
import java.util.stream.Collectors;

/** Lines drawn one after the other without a gap: one paragraph of the unsorted text, in drawing order. */
public record TextBlock(List<Line> lines) {

    /** Lines are kept as given. */
    public TextBlock {
        lines = List.copyOf(lines);
    }

    /** The lines, with a line break between two. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
