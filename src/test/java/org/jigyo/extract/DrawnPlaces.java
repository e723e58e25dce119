package org.jigyo.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jigyo.drawing.DrawnPage;
import org.jigyo.drawing.Frame;
import org.jigyo.drawing.SheetDrawing;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/** What drawings of sheets must show, and what they must not. */
final class DrawnPlaces {

    private DrawnPlaces() {}

    /**
     * Checks that the text inside the rectangles of each fact is that of its evidence, and that the drawings lack some texts.
     *
     * @param raw a reading with drawings, before invalid values are left out
     */
    static void check(FileReading raw, String... never) throws IOException {
        List<String> wrong = new ArrayList<>();
        assertThat(raw.drawings()).hasSameSizeAs(raw.sheets());
        for (int i = 0; i < raw.sheets().size(); i++) {
            byte[] packed = raw.drawings().get(i);
            SheetDrawing drawing = SheetDrawing.unpacked(packed);
            assertThat(drawing.packed()).isEqualTo(packed);
            String words = words(drawing);
            assertThat(words).isNotBlank();
            List.of(never).forEach(text -> assertThat(words).doesNotContain(text));
            wrong(raw.sheets().get(i), drawing, wrong);
        }
        assertThat(wrong).isEmpty();
    }

    static String words(SheetDrawing drawing) {
        return drawing.pages().stream()
                .flatMap(page -> page.words().stream())
                .map(DrawnPage.Words::text)
                .collect(Collectors.joining());
    }

    private static void wrong(Sheet sheet, SheetDrawing drawing, List<String> wrong) {
        for (Map.Entry<String, Evidence> fact : sheet.evidence().entrySet()) {
            String lit = drawing.pages().stream()
                    .map(page -> textOf(fact.getKey(), page))
                    .collect(Collectors.joining("\n"));
            if (!Printed.key(lit).equals(Printed.key(fact.getValue().text()))) {
                wrong.add(sheet.source().file() + " " + fact.getKey() + " " + fact.getValue() + " lit «" + lit + "»");
            }
        }
    }

    /** The text drawn inside the rectangles of a fact, with line breaks between runs. */
    private static String textOf(String path, DrawnPage page) {
        List<Frame> places = page.taken().getOrDefault(path, List.of());
        return page.words().stream()
                .filter(run -> places.stream().anyMatch(place -> place.holds(run.at())))
                .map(DrawnPage.Words::text)
                .collect(Collectors.joining("\n"));
    }
}
