package org.jigyo.page.ocr;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A program that recognises text in pictures. Thread-safe. */
interface TextRecogniser {

    /**
     * A recognised line.
     *
     * @param picture number of the picture, counted from 0
     * @param words its words from left to right, at least one
     */
    record TextLine(int picture, List<Word> words) {

        /** The confidence of its least certain word. */
        double certainty() {
            return words.stream().mapToDouble(Word::confidence).min().orElse(0);
        }
    }

    /**
     * A recognised word.
     *
     * @param area in pixels of its picture
     * @param text not blank
     * @param confidence 0 to 1, as the program says
     */
    record Word(Grey.Area area, String text, double confidence) {}

    /**
     * The lines of each picture, from top to bottom.
     *
     * @param pictures each one block of text
     * @param time limit for all of them
     * @throws IOException if the program fails, does not end in time, or its output cannot be understood; the message says which
     */
    List<TextLine> read(List<Grey> pictures, Duration time) throws IOException;
}
