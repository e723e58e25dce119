package org.jigyo.queries;

import java.io.IOException;
import java.util.List;
import org.jigyo.WithRealSheets;
import org.jigyo.graph.Gold;
import org.jigyo.sheet.Sheet;

/** The cities' own sheets, as recorded by people. */
@WithRealSheets
class GoldAnswersTest extends AnswersOverRecords {

    @Override
    List<Sheet> records() throws IOException {
        return Gold.sheets();
    }
}
