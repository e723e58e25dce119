package org.jigyo.publish;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jigyo.sheet.Validation;

/**
 * The corrected and validated sheets of a publish, with a cache of the last ones, so that most publishes parse each
 * sheet once. Not thread-safe.
 */
final class SheetRecords {

    /** Number of cached sheets, some tens of megabytes. A larger publish parses some sheets again. */
    private static final int KEPT = 256;

    private final Readings readings;
    private final Amendments amendments;
    private final Map<Readings.Place, Validation> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Readings.Place, Validation> eldest) {
            return size() > KEPT;
        }
    };

    SheetRecords(Readings readings, Amendments amendments) {
        this.readings = readings;
        this.amendments = amendments;
    }

    Readings readings() {
        return readings;
    }

    Amendments amendments() {
        return amendments;
    }

    /**
     * The sheet at a place.
     *
     * @throws IOException if the reading is damaged; the message gives the reason
     */
    Validation get(Readings.Place place) throws IOException {
        Validation sheet = kept.get(place);
        if (sheet == null) {
            sheet = amendments.complete(readings.sheet(place));
            kept.put(place, sheet);
        }
        return sheet;
    }
}
