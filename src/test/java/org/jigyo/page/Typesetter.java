package org.jigyo.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Draws ruled forms as PDF from a text: one line a cell or a run of text. Its font is one of the Japanese fonts that every
 * reader brings along, so that no font file is needed.
 *
 * <pre>
 * cell x y width height size | text, \n between two lines
 * text x y width height size | the same without rules
 * line x y size | a run of text
 * down x y size | a run of text that is written downwards
 * rule x y width height
 * draw | operators, in the space of the PDF, whose origin is the page's lower left corner
 * page
 * </pre>
 */
public final class Typesetter {

    /** The fonts' own character map does not hold the ticked box: it has a font that maps it by ToUnicode. */
    private static final String TICKED = "☑";

    private static final String TICKED_MAP = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Boxes def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            1 beginbfchar <2611> <2611> endbfchar
            endcmap end end
            """;

    /** It also turns radicals into the ideographs that they look like; this map gives each letter as it is. */
    private static final String AS_IT_IS = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /AsItIs def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            %s endcmap end end
            """;

    private static final float WIDTH = 595;
    private static final float HEIGHT = 842;
    private static final double PADDING = 2;
    private static final double THIN = 0.6;

    private final List<StringBuilder> pages = new ArrayList<>();

    /** The PDF of a form; the same text gives the same bytes. */
    public static byte[] pdf(String form) {
        Typesetter typesetter = new Typesetter();
        typesetter.pages.add(new StringBuilder());
        form.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(typesetter::draw);
        return typesetter.bytes();
    }

    private void draw(String line) {
        int bar = line.indexOf('|');
        String[] words = (bar < 0 ? line : line.substring(0, bar)).strip().split(" +");
        String text = bar < 0 ? "" : line.substring(bar + 1).strip();
        double[] n = new double[words.length - 1];
        for (int i = 0; i < n.length; i++) {
            n[i] = Double.parseDouble(words[i + 1]);
        }
        switch (words[0]) {
            case "page" -> pages.add(new StringBuilder());
            case "rule" -> fill(n[0], n[1], n[2], n[3]);
            case "line" -> show(text, n[0], n[1], n[2]);
            case "down" -> showDown(text, n[0], n[1], n[2]);
            case "cell" -> {
                frame(n[0], n[1], n[2], n[3]);
                lines(text, n);
            }
            case "text" -> lines(text, n);
            case "draw" -> page().append(text).append('\n');
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void frame(double x, double y, double width, double height) {
        fill(x, y, width, THIN);
        fill(x, y + height, width, THIN);
        fill(x, y, THIN, height);
        fill(x + width, y, THIN, height);
    }

    private void fill(double x, double y, double width, double height) {
        page().append(String.format(Locale.ROOT, "%.2f %.2f %.2f %.2f re f%n", x, HEIGHT - y - height, width, height));
    }

    private void lines(String text, double[] n) {
        double size = n.length > 4 ? n[4] : 6.7;
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\\\n")) {
            wrap(paragraph, n[2] - 2 * PADDING, size, lines);
        }
        double y = n[1] + Math.max(0, (n[3] - lines.size() * 1.15 * size) / 2);
        for (String line : lines) {
            boolean amount = line.matches("[\\d,.%▲-]+");
            double free = n[2] - PADDING - advance(line, size);
            show(line, amount ? n[0] + free : n[0] + PADDING, y, size);
            y += 1.15 * size;
        }
    }

    private static void wrap(String paragraph, double width, double size, List<String> lines) {
        StringBuilder line = new StringBuilder();
        for (int c : paragraph.codePoints().toArray()) {
            if (line.length() > 0 && advance(line.toString(), size) + (c < 0x100 ? size / 2 : size) > width + 0.01) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(c);
        }
        lines.add(line.toString());
    }

    private static double advance(String text, double size) {
        return text.codePoints().mapToDouble(c -> c < 0x100 ? size / 2 : size).sum();
    }

    private void show(String text, double x, double y, double size) {
        if (!text.isBlank()) {
            run(
                    text.equals(TICKED) ? "F1" : text.chars().anyMatch(Typesetter::radical) ? "F3" : "F0",
                    text,
                    x,
                    HEIGHT - y - 0.88 * size,
                    size);
        }
    }

    private static boolean radical(int c) {
        return c >= 0x2E80 && c <= 0x2FDF;
    }

    private static String asItIs() {
        StringBuilder map = new StringBuilder();
        for (int row = 0; row < 256; row += 64) {
            map.append("64 beginbfrange\n");
            for (int r = row; r < row + 64; r++) {
                map.append(String.format("<%02X00> <%02XFF> <%02X00>%n", r, r, r));
            }
            map.append("endbfrange\n");
        }
        return AS_IT_IS.formatted(map);
    }

    /** In vertical writing the pen starts above the middle of the first glyph. */
    private void showDown(String text, double x, double y, double size) {
        run("F2", text, x + size / 2, HEIGHT - y, size);
    }

    private void run(String font, String text, double x, double y, double size) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
        page().append(String.format(
                Locale.ROOT, "BT /%s %.2f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET%n", font, size, x, y, hex));
    }

    private StringBuilder page() {
        return pages.get(pages.size() - 1);
    }

    private byte[] bytes() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            COSDictionary font = font("UniJIS-UTF16-H");
            COSDictionary boxes = font("Identity-H");
            boxes.setItem(COSName.TO_UNICODE, stream(document, TICKED_MAP));
            COSDictionary radicals = font("Identity-H");
            radicals.setItem(COSName.TO_UNICODE, stream(document, asItIs()));
            COSDictionary downwards = font("UniJIS-UTF16-V");
            for (StringBuilder content : pages) {
                PDPage page = new PDPage(new PDRectangle(WIDTH, HEIGHT));
                PDResources resources = new PDResources();
                COSDictionary fonts = new COSDictionary();
                fonts.setItem(COSName.getPDFName("F0"), font);
                if (content.indexOf("/F1") >= 0) {
                    fonts.setItem(COSName.getPDFName("F1"), boxes);
                }
                if (content.indexOf("/F3") >= 0) {
                    fonts.setItem(COSName.getPDFName("F3"), radicals);
                }
                if (content.indexOf("/F2") >= 0) {
                    fonts.setItem(COSName.getPDFName("F2"), downwards);
                }
                resources.getCOSObject().setItem(COSName.FONT, fonts);
                page.setResources(resources);
                page.setContents(stream(document, content.toString()));
                document.addPage(page);
            }
            document.setDocumentId(0L);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDStream stream(PDDocument document, String content) throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }

    private static COSDictionary font(String encoding) {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.getPDFName("Registry"), new COSString("Adobe"));
        system.setItem(COSName.getPDFName("Ordering"), new COSString("Japan1"));
        system.setInt(COSName.getPDFName("Supplement"), 6);
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "HeiseiKakuGo-W5");
        descriptor.setInt(COSName.FLAGS, 4);
        COSArray box = new COSArray();
        for (int edge : new int[] {-92, -250, 1010, 922}) {
            box.add(COSInteger.get(edge));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, 880);
        descriptor.setInt(COSName.DESCENT, -120);
        descriptor.setInt(COSName.CAP_HEIGHT, 740);
        descriptor.setInt(COSName.STEM_V, 80);
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.setName(COSName.BASE_FONT, "HeiseiKakuGo-W5");
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.FONT_DESC, descriptor);
        descendant.setInt(COSName.DW, 1000);
        COSArray widths = new COSArray();
        widths.add(COSInteger.get(1));
        widths.add(COSInteger.get(230));
        widths.add(new COSFloat(500));
        descendant.setItem(COSName.W, widths);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "HeiseiKakuGo-W5-" + encoding);
        font.setName(COSName.ENCODING, encoding);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        return font;
    }
}
