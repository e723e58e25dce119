package org.jigyo.compare;

/**
 * What became of one fact.
 *
 * @param sheet the sheet it belongs to: city, fiscal year, number and name
 * @param path path of the fact, as in {@link org.jigyo.sheet.Facts}
 * @param kind how the record's value relates to that of gold
 * @param gold the value in gold, or null
 * @param read the value in the record, or null
 * @param silent true if it is not right and no error or warning of the record names it
 */
public record Judgement(String sheet, String path, Kind kind, Object gold, Object read, boolean silent) {

    /** How the value of a record relates to that of gold. */
    public enum Kind {
        /** In both, equal. */
        RIGHT,
        /** In both, different. */
        WRONG,
        /** In gold only. */
        MISSING,
        /** In the record only, or a second, different value for one path. */
        EXTRA,
        /** Read although gold says that the sheet leaves it open. Counts only if silent. */
        UNDECIDED
    }

    /** The first part of the path: costs, texts, name … */
    public String group() {
        return path.split("/", 2)[0];
    }
}
