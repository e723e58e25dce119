package org.jigyo.generator;

/**
 * A made-up project as one sheet prints it.
 *
 * @param key which project it is, whatever the sheet says
 * @param year the evaluated fiscal year
 * @param name as printed, perhaps misprinted
 * @param number the form decides how it is written
 * @param department as printed
 * @param factor what the amounts of the form's specimen are multiplied by
 */
record MadeProject(String key, int year, String name, int number, String department, int factor) {}
