package org.jigyo.page;

import java.util.List;
import java.util.stream.Collectors;

/** Lines drawn one after the other without a gap: one paragraph of PDFBox's unsorted text, in drawing order. */
public record TextBlock(List<Line> lines) {

    /** Copies the lines. */
    public TextBlock {
        lines = List.copyOf(lines);
    }

    /** The lines, separated by line breaks. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
