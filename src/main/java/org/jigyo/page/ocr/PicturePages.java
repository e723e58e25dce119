package org.jigyo.page.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.LimitReached;
import org.jigyo.page.Limits;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.page.PageDoubt;
import org.jigyo.page.PdfReader;
import org.jigyo.page.Ruled;
import org.jigyo.page.ocr.Grey.Area;
import org.jigyo.page.ocr.TextRecogniser.TextLine;

/**
 * Reads a page by its picture: the page is rendered, its rules give the cells, and the ink of each cell is recognised by itself, so
 * that no word is read across a rule. What has ink but no text is a doubt. Thread-safe.
 */
public final class PicturePages implements PdfReader.Pictures {

    private static final String NOT_RECOGNISED = "something is printed here that was not recognised as text";
    private static final String CIRCLE = "○";
    private static final String LETTERS = "OoQDlI|ZSGBg";
    private static final String DIGITS = "000011125689";
    private static final Pattern YEAR = Pattern.compile("(令和|平成|昭和|[RHS])([\\dOoQDlI|ZSGBg]{1,2})(?=年)");
    private static final String OVER_PICTURE = "this text is printed over the picture of the page";
    private static final double SAME_WORD = 0.25;

    private final TextRecogniser program;
    private final Limits limits;

    /**
     * A reader of pictures.
     *
     * @param limits its time is that of each page
     */
    public PicturePages(Tesseract program, Limits limits) {
        this((TextRecogniser) program, limits);
    }

    PicturePages(TextRecogniser program, Limits limits) {
        this.program = program;
        this.limits = limits;
    }

    @Override
    public Page read(PDDocument document, Page drawn) throws IOException {
        BufferedImage image = new TimedRenderer(document, limits.time()).page(drawn.number(), drawn.size());
        Page read = read(Grey.of(image), drawn.number(), drawn.size());
        List<PageDoubt> doubts = new ArrayList<>(read.doubts());
        drawn.blocks().stream()
                .flatMap(block -> block.lines().stream())
                .forEach(line -> doubts.add(new PageDoubt(line.box(), OVER_PICTURE, line.text(), false)));
        return read.recognised(read.recognised(), doubts);
    }

    /** Reads a picture at 300 dpi, which is changed. */
    Page read(Grey picture, int number, Box size) throws IOException {
        List<Area> found = RulesInPicture.of(picture);
        found.forEach(rule -> picture.clear(rule.wider(1)));
        List<Box> rules = found.stream().map(r -> points(r.middle())).toList();
        List<Cell> cells = ruled(number, size, rules, List.of()).cells();
        List<Ink> pieces =
                Ink.of(picture, cells.stream().map(c -> pixels(c.box())).toList());
        List<TextLine> read = program.read(pieces.stream().map(Ink::picture).toList(), limits.time());
        List<Line> lines = new ArrayList<>();
        List<Page.Recognised> recognised = new ArrayList<>();
        List<PageDoubt> doubts = unread(pieces, read);
        List<Area> places = places(pieces, read);
        Map<Integer, Blots> blots = new HashMap<>();
        for (int i = 0; i < read.size(); i++) {
            TextLine line = read.get(i);
            Box box = points(places.get(i));
            Blots shapes = blots.computeIfAbsent(
                    line.picture(), piece -> pieces.get(piece).blots());
            String text = shapes.circle() ? CIRCLE : text(line);
            Optional<String> figure = shapes.separated(text);
            if (figure.isEmpty()) {
                doubts.add(
                        new PageDoubt(box, "it could not be told whether a comma or a point is printed", text, false));
            }
            lines.add(new Line(0, box, figure.orElse(text)));
            recognised.add(new Page.Recognised(box, line.certainty()));
        }
        return ruled(number, size, rules, lines).recognised(recognised, doubts);
    }

    /** Where the lines stand on the page. The lines of a piece follow each other downwards, whatever their words' boxes say. */
    private static List<Area> places(List<Ink> pieces, List<TextLine> lines) {
        List<Area> places = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Area above = i > 0 && lines.get(i - 1).picture() == lines.get(i).picture() ? places.get(i - 1) : null;
            places.add(pieces.get(lines.get(i).picture()).place(lines.get(i), above));
        }
        return places;
    }

    private Page ruled(int number, Box size, List<Box> rules, List<Line> lines) throws LimitReached {
        return Ruled.of(number, size, rules, lines, limits);
    }

    private static List<PageDoubt> unread(List<Ink> pieces, List<TextLine> lines) {
        Set<Integer> read = lines.stream().map(TextLine::picture).collect(Collectors.toSet());
        List<PageDoubt> doubts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!read.contains(i)) {
                Ink piece = pieces.get(i);
                doubts.add(new PageDoubt(points(piece.area()), NOT_RECOGNISED, null, piece.inCell()));
            }
        }
        return doubts;
    }

    /** The words without spaces, except between letters and digits of Latin script that stand apart. */
    private static String text(TextLine line) {
        StringBuilder text = new StringBuilder();
        TextRecogniser.Word last = null;
        for (TextRecogniser.Word word : line.words()) {
            boolean apart = last != null
                    && word.area().left() - last.area().right()
                            > SAME_WORD * word.area().height();
            if (apart
                    && latin(text.charAt(text.length() - 1))
                    && latin(word.text().charAt(0))) {
                text.append(' ');
            }
            text.append(word.text());
            last = word;
        }
        return withDigits(text.toString());
    }

    /** A year whose digits were read as the letters that look like them: RG年度 is R6年度. */
    private static String withDigits(String text) {
        return YEAR.matcher(text)
                .replaceAll(m -> m.group(1)
                        + m.group(2)
                                .chars()
                                .map(c -> LETTERS.indexOf(c) < 0 ? c : DIGITS.charAt(LETTERS.indexOf(c)))
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
    }

    private static boolean latin(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static Box points(Area area) {
        double scale = TimedRenderer.POINTS;
        return new Box(area.left() * scale, area.top() * scale, area.width() * scale, area.height() * scale);
    }

    private static Area pixels(Box box) {
        double scale = 1 / TimedRenderer.POINTS;
        return new Area(
                (int) Math.round(box.x() * scale),
                (int) Math.round(box.y() * scale),
                (int) Math.round(box.right() * scale),
                (int) Math.round(box.bottom() * scale));
    }
}
