package org.jigyo.serve.pages;

/** How a page shows an answer. */
public enum Presentation {
    /** As pictures, with the table below them. */
    PICTURES,
    /** As a table only. */
    TABLE,
    /** As a list of properties. */
    LIST,
    /** As a card for each row, headed by its first column. */
    CARDS
}
