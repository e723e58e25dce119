package org.jigyo.page.table;

import org.jigyo.page.table.CellRuns.Height;
import org.xml.sax.Attributes;

/** Collects a text of a workbook, with its runs; furigana above a word is not part of it. */
final class RunScan {

    /** Number of white among the colours that a workbook refers to by number, and of the ground among those of its theme. */
    private static final String WHITE_NUMBER = "9";

    private static final String GROUND = "0";

    private final StringBuilder text = new StringBuilder();
    private CellRuns runs = new CellRuns();
    private int from;
    private Height height = Height.LINE;
    private boolean struck;
    private boolean white;
    private boolean reading;
    private boolean furigana;
    private boolean inRun;

    /** Begins a text. */
    void begin() {
        text.setLength(0);
        runs = new CellRuns();
        from = 0;
        inRun = false;
        plainRun();
    }

    private void plainRun() {
        height = Height.LINE;
        struck = false;
        white = false;
    }

    /** An element inside the text begins. */
    void start(String element, Attributes a) {
        switch (element) {
            case "r" -> {
                plainRun();
                inRun = true;
            }
            case "t" -> reading = !furigana;
            case "rPh" -> furigana = true;
            case "strike" -> struck = a.getValue("val") == null || SheetScan.truth(a.getValue("val"));
            case "vertAlign" ->
                height = switch (String.valueOf(a.getValue("val"))) {
                    case "superscript" -> Height.RAISED;
                    case "subscript" -> Height.LOWERED;
                    default -> Height.LINE;
                };
            case "color" ->
                white = "FFFFFFFF".equalsIgnoreCase(a.getValue("rgb"))
                        || WHITE_NUMBER.equals(a.getValue("indexed"))
                        || (GROUND.equals(a.getValue("theme")) && a.getValue("tint") == null);
            default -> {}
        }
    }

    /** Letters inside an element. */
    void characters(char[] letters, int start, int length) {
        if (reading) {
            text.append(letters, start, length);
        }
    }

    /** An element inside the text ends. */
    void end(String element) {
        switch (element) {
            case "rPh" -> furigana = false;
            case "t" -> {
                reading = false;
                if (inRun) {
                    runs.add(SharedTexts.decoded(text.substring(from)), height, struck, white);
                    from = text.length();
                }
            }
            default -> {}
        }
    }

    /** The whole text. */
    String text() {
        return SharedTexts.decoded(text.toString());
    }

    /** The runs of the whole text, where its letters do not all look the same; else null. */
    CellRuns end() {
        return runs.plain() ? null : runs;
    }
}
