package org.jigyo.compare;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;

/** Sheet records as files of golden (hand-checked) records hold them: what the sheet says, without file and places. */
public final class GoldenRecords {

    private GoldenRecords() {}

    /** One record a line, with its issues, ending with a line break; they do not change when the file is moved or saved again. */
    public static String text(List<Sheet> sheets) {
        return sheets.stream().map(GoldenRecords::record).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String record(Sheet sheet) {
        Sheet.Origin origin = new Sheet.Origin(sheet.origin().layout(), null, sheet.context());
        return SheetJson.write(sheet.from(origin, sheet.head().serial()).with(sheet.issues(), Map.of()));
    }
}
