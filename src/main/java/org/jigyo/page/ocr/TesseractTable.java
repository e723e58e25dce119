package org.jigyo.page.ocr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.page.ocr.Grey.Area;
import org.jigyo.page.ocr.TextRecogniser.TextLine;
import org.jigyo.page.ocr.TextRecogniser.Word;

/** Reads Tesseract's table of words (TSV). A table that is not whole is refused. */
final class TesseractTable {

    private static final String HEAD =
            "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";
    private static final int COLUMNS = 12;
    private static final int PAGE = 1;
    private static final int WORD = 5;

    private TesseractTable() {}

    /**
     * The lines that have words.
     *
     * @param pictures the pictures that were read; each must have its row, and words must stand inside
     * @throws IOException if it is damaged
     */
    static List<TextLine> lines(String table, List<Grey> pictures) throws IOException {
        List<TextLine> lines = new ArrayList<>();
        List<Word> open = new ArrayList<>();
        String line = "";
        int seen = 0;
        boolean head = true;
        for (String row : table.split("\r?\n")) {
            if (head) {
                head = false;
                if (!row.equals(HEAD)) {
                    throw damaged("its first line is «" + cut(row) + "»");
                }
                continue;
            }
            String[] cells = row.split("\t", -1);
            if (cells.length != COLUMNS) {
                throw damaged("a line has " + cells.length + " columns: «" + cut(row) + "»");
            }
            int level = number(cells[0]);
            int picture = number(cells[1]) - 1;
            seen += level == PAGE ? 1 : 0;
            if (picture != seen - 1 || picture >= pictures.size()) {
                throw damaged("its pictures are not in order");
            }
            if (level != WORD || cells[COLUMNS - 1].isBlank()) {
                continue;
            }
            String of = String.join(" ", cells[1], cells[2], cells[3], cells[4]);
            if (!of.equals(line)) {
                open = new ArrayList<>();
                lines.add(new TextLine(picture, open));
                line = of;
            }
            open.add(word(cells, pictures.get(picture)));
        }
        if (seen != pictures.size()) {
            throw damaged("it has " + seen + " of " + pictures.size() + " pictures");
        }
        return lines;
    }

    private static Word word(String[] cells, Grey picture) throws IOException {
        int left = number(cells[6]);
        int top = number(cells[7]);
        Area area = new Area(left, top, left + number(cells[8]), top + number(cells[9]));
        if (left < 0
                || top < 0
                || area.right() > picture.width()
                || area.bottom() > picture.height()
                || area.width() < 0
                || area.height() < 0) {
            throw damaged("a word stands outside its picture");
        }
        return new Word(area, cells[COLUMNS - 1].strip(), confidence(cells[10]));
    }

    private static double confidence(String percent) throws IOException {
        try {
            double confidence = Double.parseDouble(percent) / 100;
            if (confidence >= 0 && confidence <= 1) {
                return confidence;
            }
        } catch (NumberFormatException e) {
            throw new IOException(
                    damaged("a confidence is «" + cut(percent) + "»").getMessage(), e);
        }
        throw damaged("a confidence is «" + cut(percent) + "»");
    }

    private static int number(String digits) throws IOException {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IOException(damaged("a number is «" + cut(digits) + "»").getMessage(), e);
        }
    }

    private static IOException damaged(String why) {
        return new IOException("the table that tesseract wrote is damaged: " + why);
    }

    private static String cut(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
