package org.jigyo.drawing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One page of a sheet as it is drawn.
 *
 * @param number 1-based, in the file
 * @param width in points
 * @param height in points
 * @param rules horizontal and vertical lines
 * @param words runs of text, each on one line, in reading order
 * @param taken where each fact was read, by its path; several rectangles where it is broken
 * @param unread text that belongs to no field and no label
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"number", "width", "height", "rules", "words", "taken", "unread"})
public record DrawnPage(
        int number,
        double width,
        double height,
        List<Frame> rules,
        List<Words> words,
        SortedMap<String, List<Frame>> taken,
        List<Frame> unread) {

    /** Nothing that is empty is written. */
    public DrawnPage {
        rules = rules == null ? List.of() : List.copyOf(rules);
        words = words == null ? List.of() : List.copyOf(words);
        taken = taken == null ? new TreeMap<>() : taken;
        unread = unread == null ? List.of() : List.copyOf(unread);
    }

    /**
     * A run of text.
     *
     * @param at as high as its font, as wide as it is drawn
     */
    @JsonPropertyOrder({"at", "text"})
    public record Words(Frame at, String text) {}
}
