package org.jigyo.extract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jigyo.Finding;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Sheet;

/**
 * The result of reading one file, or a part of it.
 *
 * @param file name as the user gave it
 * @param sheets records in the order of the file
 * @param findings problems of the file and, repeated for the table of the whole run, of its sheets
 * @param drawings of each sheet its packed {@link org.jigyo.drawing.SheetDrawing}, null for none; empty if none were asked for
 * @param late of a part that ends a list, doubts about the list's rows in earlier parts, each with the list's page
 */
public record FileReading(
        String file, List<Sheet> sheets, List<Finding> findings, List<byte[]> drawings, List<Issue> late) {

    /** A whole reading, or a part that ends no list. */
    public FileReading(String file, List<Sheet> sheets, List<Finding> findings, List<byte[]> drawings) {
        this(file, sheets, findings, drawings, List.of());
    }

    /** A reading without drawings. */
    public FileReading(String file, List<Sheet> sheets, List<Finding> findings) {
        this(file, sheets, findings, List.of());
    }

    /** Copies the lists. */
    public FileReading {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
        late = List.copyOf(late);
        drawings = Collections.unmodifiableList(new ArrayList<>(drawings));
    }
}
