package org.jigyo.publish;

/**
 * One file's sheets of one city for one year on one form: the unit that a publish adds or replaces.
 *
 * @param file name of the file, without folders
 * @param fiscalYear evaluated year
 * @param form id of the form; empty when the record names none
 * @param reading name of what was read from the file
 * @param sha256 of the file, hexadecimal
 * @param specimen whether it came with the program, to leave when real sheets come
 */
public record Source(String file, int fiscalYear, String form, String reading, String sha256, boolean specimen) {

    /** Whether another source takes this one's place. */
    boolean isReplacedBy(Source other) {
        return file.equals(other.file) && fiscalYear == other.fiscalYear && form.equals(other.form);
    }
}
