package org.jigyo.draft;

import java.util.List;
import java.util.Set;

/** A layout as it is being proposed: fields that may still be left out, and the text that they make. */
interface LayoutOutline {

    /** Id of the layout. */
    String id();

    /** What is proposed; a proposal may be taken away. */
    DraftParts parts();

    /** Words that are neither label nor value; one may be added. */
    Set<String> ignored();

    /** The layout with what is proposed now. */
    LayoutText text();

    /** True for a printed word that belongs to the form and not to a project. */
    boolean repeated(String word);

    /** The words that the form prints as labels. */
    Set<String> labels();

    /** What is not read because nobody knows what it says. */
    List<Question> unknown();
}
