package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A page that lists the places of a plan and the projects below each: it gives the sheets of its file the codes of the places
 * that they name, and the mark of the projects.
 *
 * @param form id of the form whose sheets it serves
 * @param levels the levels whose lines begin with a word and a code: 施策 4-2-1 …
 * @param mark what stands before a marked project
 * @param fact path of the attribute that the mark says, true or false on every sheet that the tree names
 */
public record Tree(
        @JsonProperty(required = true) String form,
        @JsonProperty(required = true) List<Level> levels,
        @JsonProperty(required = true) String mark,
        @JsonProperty(required = true) String fact) {

    /** Levels are kept as given. */
    public Tree {
        levels = List.copyOf(levels);
    }

    /**
     * A level of the plan.
     *
     * @param word what its lines begin with, before the code
     * @param level the level of the sheet record, absent when sheets do not name it
     */
    public record Level(@JsonProperty(required = true) String word, String level) {}
}
