package org.jigyo.page.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jigyo.page.Box;
import org.jigyo.page.Cell;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.ocr.TextRecogniser.TextLine;
import org.jigyo.page.ocr.TextRecogniser.Word;
import org.junit.jupiter.api.Test;

/** Rules, cells and pieces of pictures that are drawn here, with texts as a program could recognise them. */
class PicturePagesTest {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 600;

    private final List<Grey> pieces = new ArrayList<>();

    private static Grey drawn(Consumer<Graphics2D> drawing) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        drawing.accept(pen);
        pen.dispose();
        return Grey.of(image);
    }

    /** Two rows of two cells; the left ones are shaded. */
    private static void table(Graphics2D pen) {
        pen.setColor(new Color(217, 217, 217));
        pen.fillRect(100, 100, 300, 200);
        pen.setColor(Color.BLACK);
        pen.setStroke(new BasicStroke(3));
        for (int y = 100; y <= 300; y += 100) {
            pen.drawLine(100, y, 800, y);
        }
        for (int x : new int[] {100, 400, 800}) {
            pen.drawLine(x, 100, x, 300);
        }
    }

    /** The page, when every piece that a list has a text for is recognised as that, in the order of the pieces. */
    private Page read(Grey picture, String... texts) throws IOException {
        TextRecogniser program = (pictures, time) -> {
            pieces.addAll(pictures);
            List<TextLine> lines = new ArrayList<>();
            for (int i = 0; i < Math.min(texts.length, pictures.size()); i++) {
                if (texts[i] != null) {
                    Grey.Area all = new Grey.Area(
                            12,
                            12,
                            pictures.get(i).width() - 12,
                            pictures.get(i).height() - 12);
                    lines.add(new TextLine(i, List.of(new Word(all, texts[i], 0.9))));
                }
            }
            return lines;
        };
        Box size = new Box(0, 0, WIDTH * TimedRenderer.POINTS, HEIGHT * TimedRenderer.POINTS);
        return new PicturePages(program, Limits.DEFAULT).read(picture, 1, size);
    }

    private static void blot(Graphics2D pen, int x, int y, int width, int height) {
        pen.fillRect(x, y, width, height);
    }

    @Test
    void theRulesGiveTheCellsAndTheShadingDoesNot() throws IOException {
        Page page = read(
                drawn(pen -> {
                    table(pen);
                    blot(pen, 200, 140, 40, 30);
                    blot(pen, 500, 240, 40, 30);
                    blot(pen, 300, 30, 60, 30);
                }),
                "事業費",
                "120",
                "見本");
        assertThat(page.cells()).hasSize(4);
        assertThat(page.cells()).extracting(Cell::text).containsExactly("事業費", "", "", "120");
        assertThat(page.outside()).extracting(l -> l.text()).containsExactly("見本");
        assertThat(page.recognised()).hasSize(3).allMatch(r -> r.confidence() == 0.9);
        assertThat(page.doubts()).isEmpty();
        // each piece is only its ink, with a margin
        assertThat(pieces).extracting(Grey::width).containsExactly(64, 64, 84);
    }

    @Test
    void aStrokeOfALetterIsNoRule() throws IOException {
        Page page = read(
                drawn(pen -> {
                    table(pen);
                    blot(pen, 500, 110, 3, 60);
                    blot(pen, 470, 140, 60, 3);
                }),
                "十");
        assertThat(page.cells()).extracting(Cell::text).containsExactly("", "十", "", "");
    }

    @Test
    void aSmallFrameByItselfIsACell() throws IOException {
        Page page = read(
                drawn(pen -> {
                    pen.setStroke(new BasicStroke(3));
                    pen.drawRect(600, 50, 140, 66);
                    blot(pen, 660, 70, 10, 26);
                }),
                "1");
        assertThat(page.cells()).singleElement().extracting(Cell::text).isEqualTo("1");
    }

    @Test
    void inkWithoutTextIsADoubt() throws IOException {
        Page page = read(drawn(pen -> {
            table(pen);
            blot(pen, 500, 240, 40, 30);
            blot(pen, 300, 30, 60, 30);
        }));
        assertThat(page.doubts()).hasSize(2);
        assertThat(page.doubts()).extracting(d -> d.blankOnly()).containsExactly(true, false);
        assertThat(page.cells().get(3).box().holds(page.doubts().get(0).box())).isTrue();
    }

    /** Four digits with something between the first and the second. */
    private static Grey figure(int width, int height, int below) {
        return drawn(pen -> {
            table(pen);
            for (int x : new int[] {500, 540, 565, 590}) {
                blot(pen, x, 140, 16, 26);
            }
            blot(pen, 522, 166 + below - height, width, height);
        });
    }

    @Test
    void aCommaIsToldFromAPointByItsShape() throws IOException {
        assertThat(read(figure(3, 7, 3), "5.690").cells().get(1).text()).isEqualTo("5,690");
        assertThat(read(figure(4, 4, 0), "5,690").cells().get(1).text()).isEqualTo("5.690");
        assertThat(read(figure(3, 7, 3), "5,690").doubts()).isEmpty();
    }

    @Test
    void whatIsNeitherACommaNorAPointIsADoubt() throws IOException {
        Page page = read(figure(3, 7, -6), "5,690");
        assertThat(page.doubts()).singleElement().satisfies(d -> {
            assertThat(d.blankOnly()).isFalse();
            assertThat(d.message()).contains("a comma or a point");
        });
        assertThat(read(figure(3, 7, 3), "55,690").doubts()).hasSize(1);
    }

    @Test
    void aCircleIsAMarkWhateverIsRead() throws IOException {
        Page circle = read(
                drawn(pen -> {
                    table(pen);
                    pen.drawOval(580, 130, 30, 30);
                }),
                "⑥)");
        assertThat(circle.cells().get(1).text()).isEqualTo("○");
        Page square = read(
                drawn(pen -> {
                    table(pen);
                    pen.drawRect(580, 130, 30, 30);
                }),
                "口");
        assertThat(square.cells().get(1).text()).isEqualTo("口");
    }

    @Test
    void aLetterInAYearIsTheDigitThatLooksLikeIt() throws IOException {
        Grey picture = drawn(pen -> {
            table(pen);
            blot(pen, 200, 140, 40, 30);
            blot(pen, 500, 140, 40, 30);
        });
        assertThat(read(picture, "RG年度決算", "G年").cells())
                .extracting(Cell::text)
                .containsExactly("R6年度決算", "G年", "", "");
    }
}
