package org.jigyo.serve.pages;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jigyo.serve.http.InLanguage;
import org.jigyo.serve.table.TableCell;

/**
 * A figure of an answer beside the cell in which it is printed.
 *
 * @param name of the project
 * @param heading of the figure's column
 * @param figure as the answer shows it
 * @param href address of the sheet with the cell lit
 * @param drawing the part of the sheet around the cell, as SVG
 * @param language ja or en
 */
public record LitFigure(TableCell name, String heading, String figure, String href, String drawing, String language)
        implements InLanguage {

    /** The first figure in sections that is drawn on a page with rules, else on any page; null if none is drawn. */
    static LitFigure of(List<Section> sections, Asker asker) throws IOException {
        LitFigure ruled = of(sections, true, asker);
        return ruled == null ? of(sections, false, asker) : ruled;
    }

    private static LitFigure of(List<Section> sections, boolean ruled, Asker asker) throws IOException {
        for (Section section : sections) {
            for (List<TableCell> row : section.table().rows()) {
                for (int i = row.size() - 1; i >= 0; i--) {
                    TableCell cell = row.get(i);
                    Optional<String> drawing = cell.printed() == null
                            ? Optional.empty()
                            : DrawnSheet.lit(cell.printed(), ruled, asker.language(), asker.loan());
                    if (drawing.isPresent()) {
                        return new LitFigure(
                                named(row),
                                section.table().headings().get(i).text(),
                                cell.text(),
                                cell.printed(),
                                drawing.get(),
                                asker.language());
                    }
                }
            }
        }
        return null;
    }

    /** The cell that leads to the project. */
    private static TableCell named(List<TableCell> row) {
        return row.stream()
                .filter(cell -> cell.href() != null && cell.href().contains("/project/"))
                .findFirst()
                .orElse(row.get(0));
    }
}
