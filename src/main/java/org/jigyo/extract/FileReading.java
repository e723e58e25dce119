package org.jigyo.extract;

import java.util.List;
import org.jigyo.Finding;
import org.jigyo.sheet.Sheet;

/**
 * What one file gave, or a part of it.
 *
 * @param file name as the user gave it
 * @param sheets records in the order of the file
 * @param findings what is wrong with the file and, once more for the whole run's table, with its sheets
 */
public record FileReading(String file, List<Sheet> sheets, List<Finding> findings) {

    /** Lists are kept as given. */
    public FileReading {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
    }
}
