package org.jigyo;

import java.util.Locale;

/**
 * A problem or a doubt, and its place. A problem in the data is a finding and never an exception, so that one bad sheet
 * cannot stop the others.
 *
 * @param severity how much it matters
 * @param code what kind of problem, from a closed list
 * @param place where
 * @param detail one sentence for a person, with the printed text where there is one
 */
public record Finding(Severity severity, Code code, Place place, String detail) {

    /** The weight of a finding. {@link #ERROR} makes the run end with exit code 4. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO;

        /** The lower-case word for it, as records and graphs write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The closed list of kinds; the names are public because people grep them (listed in src/README.md). */
    public enum Code {
        /** The file cannot be read at all (missing, not permitted, I/O error). */
        FILE_UNREADABLE,
        /** The file has no content. */
        FILE_EMPTY,
        /** The bytes are of no format that is read. */
        FILE_BINARY,
        /** Files beside those that are read, of kinds that nobody reads. */
        FILE_SKIPPED,
        /** The text is in no encoding that is tried. */
        ENCODING_UNSUPPORTED,
        /** The text does not say how it is encoded; one was taken because it fits. */
        ENCODING_ASSUMED,
        /** Rows, columns or sheets of a workbook that are hidden, and so not read. */
        CONTENT_HIDDEN,
        /** Columns of a list that the layout drops: names of officials, telephone numbers. */
        COLUMN_DROPPED,
        /** The PDF asks for a password. */
        PDF_ENCRYPTED,
        /** The PDF is damaged. */
        PDF_DAMAGED,
        /** The page is an image: there is no text to read. */
        PDF_NO_TEXT_LAYER,
        /** A cap on time, pages, glyphs or rulings was reached. */
        LIMIT_EXCEEDED,
        /** No layout knows this form. */
        LAYOUT_UNKNOWN,
        /** More than one layout knows this form. */
        LAYOUT_AMBIGUOUS,
        /** A label that the layout expects is not printed. */
        LABEL_MISSING,
        /** A value could belong to more than one field. */
        SLOT_AMBIGUOUS,
        /** A required value is not printed. */
        VALUE_MISSING,
        /** Something is printed, but it is not of the field's type. */
        VALUE_UNREADABLE,
        /** A declared identity does not hold. */
        SUM_MISMATCH,
        /** A code outside its code list. */
        CODE_UNKNOWN,
        /** Text that no field and no label took. */
        UNASSIGNED_TEXT,
        /** A field is filled less often over a run than its layout expects. */
        FILL_LOW,
        /** Two sheets of one run have the same key. */
        KEY_REPEATED,
        /** A project of a policy tree without a sheet in the input. */
        SHEET_ABSENT,
        /** A sheet that no policy tree of its file names. */
        TREE_UNMATCHED,
        /** A correction whose `was` is no longer printed. */
        CORRECTION_STALE,
        /** A correction was applied. */
        CORRECTION_APPLIED,
        /** The graph breaks a shape. */
        SHAPE_VIOLATED,
        /** Two editions print different figures for one cell. */
        EDITIONS_DIFFER,
        /** Two projects may be one. */
        IDENTITY_DOUBTFUL,
        /** A sheet of the current release that the file which replaces its own no longer holds. */
        SHEET_REMOVED,
        /** A fault of this program while it read a file; the other files went on. */
        INTERNAL_ERROR,
        /** Something that looks like a person's name or telephone number. */
        PERSON_SUSPECTED
    }

    /** A finding that makes the sheet doubtful as a whole. */
    public static Finding error(Code code, Place place, String detail) {
        return new Finding(Severity.ERROR, code, place, detail);
    }

    /** A finding that a user of the named field must know. */
    public static Finding warning(Code code, Place place, String detail) {
        return new Finding(Severity.WARNING, code, place, detail);
    }

    /** A finding for the record. */
    public static Finding info(Code code, Place place, String detail) {
        return new Finding(Severity.INFO, code, place, detail);
    }
}
