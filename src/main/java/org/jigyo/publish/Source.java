package org.jigyo.publish;

/**
 * One file's sheets of one city for one year on one form: the unit that a publish adds or replaces.
 *
 * @param file name of the file, without folders
 * @param fiscalYear evaluated year
 * @param form id of the form; empty if the record has none
 * @param reading name of the file's reading
 * @param sha256 of the file, hexadecimal
 * @param specimen whether it is a bundled specimen, to be removed when real sheets are published
 */
public record Source(String file, int fiscalYear, String form, String reading, String sha256, boolean specimen) {

    /** True if another source replaces this one. */
    boolean isReplacedBy(Source other) {
        return file.equals(other.file) && fiscalYear == other.fiscalYear && form.equals(other.form);
    }

    /** The last segment of a path, by which a source is named. */
    static String fileName(String path) {
        return path.substring(path.replace('\\', '/').lastIndexOf('/') + 1);
    }
}
