package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A page that lists the elements of a plan and the projects below each. It provides the codes of the plan elements that
 * the sheets of the file name, and the projects' mark.
 *
 * @param form id of the form whose sheets it serves
 * @param levels the levels, whose lines begin with a word and a code: 施策 4-2-1 …
 * @param mark the text before a marked project
 * @param fact path of the attribute that the mark sets, true or false on every sheet in the tree
 */
public record Tree(
        @JsonProperty(required = true) String form,
        @JsonProperty(required = true) List<Level> levels,
        @JsonProperty(required = true) String mark,
        @JsonProperty(required = true) String fact) {

    /** Copies the levels. */
    public Tree {
        levels = List.copyOf(levels);
    }

    /**
     * A level of the plan.
     *
     * @param word the text at the beginning of its lines, before the code
     * @param level the level in the sheet record; absent if sheets do not name it
     */
    public record Level(@JsonProperty(required = true) String word, String level) {}
}
