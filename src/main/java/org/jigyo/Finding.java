package org.jigyo;

import java.util.Locale;

/**
 * A problem and its place. A problem in the data is a finding and never an exception, so that one bad sheet cannot stop
 * the others.
 *
 * @param severity how much it matters
 * @param code kind of problem, from a closed list
 * @param place where it is
 * @param detail one sentence for a person, with the printed text if there is one
 */
public record Finding(Severity severity, Code code, Place place, String detail) {

    /** The weight of a finding. {@link #ERROR} makes the run end with exit code 4. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO;

        /** The severity in lower case, as records and graphs write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The closed list of kinds. The names are public, because people search for them (listed in src/README.md). */
    public enum Code {
        /** The file cannot be read at all (missing, not permitted, I/O error). */
        FILE_UNREADABLE,
        /** The file has no content. */
        FILE_EMPTY,
        /** The format of the file is not supported. */
        FILE_BINARY,
        /** A folder or archive holds files of unsupported kinds; they were not read. */
        FILE_SKIPPED,
        /** The text is in none of the supported encodings. */
        ENCODING_UNSUPPORTED,
        /** The text does not state its encoding; one that fits was assumed. */
        ENCODING_ASSUMED,
        /** Hidden rows, columns or sheets of a workbook; they were not read. */
        CONTENT_HIDDEN,
        /** Columns of a list that the layout drops: names of officials, telephone numbers. */
        COLUMN_DROPPED,
        /** The PDF needs a password. */
        PDF_ENCRYPTED,
        /** The PDF is damaged. */
        PDF_DAMAGED,
        /** The page is an image: there is no text to read. */
        PDF_NO_TEXT_LAYER,
        /** The text was recognised in a picture; a value that no sum proves is in doubt. */
        TEXT_RECOGNISED,
        /** A limit on time, pages, glyphs or rulings was reached. */
        LIMIT_EXCEEDED,
        /** No layout matches this form. */
        LAYOUT_UNKNOWN,
        /** More than one layout matches this form. */
        LAYOUT_AMBIGUOUS,
        /** The layout is a draft that no person has confirmed. */
        LAYOUT_DRAFT,
        /** A label that the layout expects was not found. */
        LABEL_MISSING,
        /** A value could belong to more than one field. */
        SLOT_AMBIGUOUS,
        /** A required value is not printed. */
        VALUE_MISSING,
        /** The printed text does not have the field's type. */
        VALUE_UNREADABLE,
        /** A declared identity does not hold. */
        SUM_MISMATCH,
        /** A code is not in its code list. */
        CODE_UNKNOWN,
        /** Text that belongs to no field and no label. */
        UNASSIGNED_TEXT,
        /** Over a run, a field is filled less often than its layout expects. */
        FILL_LOW,
        /** Two sheets of one run have the same key. */
        KEY_REPEATED,
        /** A project of a policy tree has no sheet in the input. */
        SHEET_ABSENT,
        /** A sheet is not in any policy tree of its file. */
        TREE_UNMATCHED,
        /** The sheet no longer prints the `was` value of a correction. */
        CORRECTION_STALE,
        /** A correction was applied. */
        CORRECTION_APPLIED,
        /** The graph violates a shape. */
        SHAPE_VIOLATED,
        /** Two editions print different figures for the same cell. */
        EDITIONS_DIFFER,
        /** Two projects may be the same. */
        IDENTITY_DOUBTFUL,
        /** The new version of a file no longer holds a sheet of the current release. */
        SHEET_REMOVED,
        /** A fault of this program while it read a file; the other files were processed. */
        INTERNAL_ERROR,
        /** Something that looks like a person's name or telephone number. */
        PERSON_SUSPECTED
    }

    /** A finding that puts the whole sheet in doubt. */
    public static Finding error(Code code, Place place, String detail) {
        return new Finding(Severity.ERROR, code, place, detail);
    }

    /** A finding that users of the named field must know about. */
    public static Finding warning(Code code, Place place, String detail) {
        return new Finding(Severity.WARNING, code, place, detail);
    }

    /** A finding for information. */
    public static Finding info(Code code, Place place, String detail) {
        return new Finding(Severity.INFO, code, place, detail);
    }
}
