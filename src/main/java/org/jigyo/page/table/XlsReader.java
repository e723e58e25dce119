package org.jigyo.page.table;

import java.util.BitSet;
import java.util.function.Consumer;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFCombobox;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFPicture;
import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.hssf.usermodel.HSSFShape;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFSimpleShape;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.page.Deadline;
import org.jigyo.page.LimitReached;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.source.SourceFile;

/** Reads workbooks of Excel 97 to 2003 (at most 65,536 rows) as displayed. */
final class XlsReader implements PageReader {

    private final Limits limits;

    XlsReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
        Attempt.at(file, findings, () -> {
            try (POIFSFileSystem files = new POIFSFileSystem(file.path().toFile(), true)) {
                if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                    findings.accept(locked(file));
                } else if (!files.getRoot().hasEntryCaseInsensitive("Workbook")
                        && !files.getRoot().hasEntryCaseInsensitive("Book")) {
                    findings.accept(Finding.error(
                            Finding.Code.FILE_BINARY,
                            Place.of(file.name()),
                            "the file is an old Office document but not a workbook; supported are: "
                                    + SourceFile.Kind.readable()));
                } else {
                    try (HSSFWorkbook book = new HSSFWorkbook(files)) {
                        book(book, file, pages, findings);
                    } catch (EncryptedDocumentException e) {
                        findings.accept(locked(file));
                    }
                }
            }
        });
    }

    private void book(HSSFWorkbook book, SourceFile file, Consumer<Page> pages, Consumer<Finding> findings)
            throws LimitReached {
        Deadline deadline = new Deadline(limits.time());
        CellFormat format = new CellFormat(book.getInternalWorkbook().isUsing1904DateWindowing());
        boolean any = false;
        for (int i = 0; i < book.getNumberOfSheets(); i++) {
            String name = book.getSheetName(i);
            if (book.isSheetHidden(i) || book.isSheetVeryHidden(i)) {
                XlsxReader.hidden(file, "the hidden sheet " + name + " was not read", findings);
                continue;
            }
            HSSFSheet sheet = book.getSheetAt(i);
            Shown shown = shown(sheet);
            DrawnObjects drawn = drawn(sheet);
            XlsxReader.hidden(file, name, shown.hidden(), findings);
            XlsxReader.hidden(file, name, drawn.said(), findings);
            if (!shown.empty()) {
                any = true;
                TableRows rows = new TableRows(i + 1, name, limits, shown.merges(), pages);
                try {
                    LeftOut left = new XlsRows(book, sheet, shown, drawn, format).read(rows, deadline);
                    XlsxReader.hidden(file, name, left.said(), findings);
                } finally {
                    rows.end();
                }
            }
        }
        if (!any) {
            findings.accept(XlsxReader.empty(file));
        }
    }

    private static Finding locked(SourceFile file) {
        return Finding.error(
                Finding.Code.FILE_UNREADABLE, Place.of(file.name()), "the file needs a password; save it without one");
    }

    private static Shown shown(HSSFSheet sheet) {
        BitSet hiddenRows = new BitSet();
        BitSet hiddenColumns = new BitSet();
        int lastRow = -1;
        int lastColumn = -1;
        for (Row row : sheet) {
            if (row.getZeroHeight()) {
                hiddenRows.set(row.getRowNum());
            }
            for (Cell cell : row) {
                if (cell.getCellType() != CellType.BLANK) {
                    lastRow = Math.max(lastRow, row.getRowNum());
                    lastColumn = Math.max(lastColumn, cell.getColumnIndex());
                }
            }
        }
        for (int c = 0; c <= lastColumn; c++) {
            hiddenColumns.set(c, sheet.isColumnHidden(c));
        }
        return new Shown(
                hiddenRows, hiddenColumns, lastRow, lastColumn, sheet.getMergedRegions(), sheet.isDisplayZeros());
    }

    private static DrawnObjects drawn(HSSFSheet sheet) {
        DrawnObjects drawn = new DrawnObjects();
        if (sheet.getDrawingPatriarch() != null) {
            for (HSSFShape shape : sheet.getDrawingPatriarch()) {
                if (shape.getAnchor() instanceof HSSFClientAnchor at && !passedOver(shape)) {
                    drawn.add(at.getRow1(), at.getCol1(), at.getRow2(), at.getCol2(), text(shape), effect(shape));
                }
            }
        }
        return drawn;
    }

    /** Notes that are shown on demand, and the arrows of filters. */
    private static boolean passedOver(HSSFShape shape) {
        return shape instanceof HSSFComment || shape instanceof HSSFCombobox;
    }

    private static String text(HSSFShape shape) {
        HSSFRichTextString text =
                shape instanceof HSSFSimpleShape simple && !(shape instanceof HSSFPicture) ? simple.getString() : null;
        return text == null || text.getString() == null ? "" : text.getString();
    }

    private static DrawnObjects.Effect effect(HSSFShape shape) {
        if (shape instanceof HSSFPicture) {
            return DrawnObjects.Effect.FILLS;
        }
        boolean line =
                shape instanceof HSSFSimpleShape simple && simple.getShapeType() == HSSFSimpleShape.OBJECT_TYPE_LINE;
        return line ? DrawnObjects.Effect.NONE : DrawnObjects.Effect.COVERS;
    }
}
