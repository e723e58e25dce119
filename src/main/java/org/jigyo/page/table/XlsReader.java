package org.jigyo.page.table;

import java.util.BitSet;
import java.util.function.Consumer;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
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
            if (!shown.hidden().isEmpty()) {
                XlsxReader.hidden(file, shown.hidden() + " of the sheet " + name + " were not read", findings);
            }
            if (!shown.empty()) {
                any = true;
                TableRows rows = new TableRows(i + 1, name, limits, shown.merges(), pages);
                try {
                    rows(sheet, shown, format, rows, deadline);
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
        return new Shown(hiddenRows, hiddenColumns, lastRow, lastColumn, sheet.getMergedRegions());
    }

    private static void rows(HSSFSheet sheet, Shown shown, CellFormat format, TableRows rows, Deadline deadline)
            throws LimitReached {
        int[] columns = shown.columns();
        for (int r = 0; r <= shown.lastRow(); r++) {
            if (shown.hiddenRows().get(r)) {
                continue;
            }
            deadline.check();
            String[] texts = new String[columns.length];
            HSSFRow row = sheet.getRow(r);
            for (int c = 0; row != null && c < columns.length; c++) {
                texts[c] = text(row.getCell(columns[c]), format);
            }
            rows.row(r, columns, texts);
        }
    }

    private static String text(HSSFCell cell, CellFormat format) {
        if (cell == null) {
            return null;
        }
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC ->
                format.text(
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString());
            case STRING -> cell.getRichStringCellValue().getString();
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> null;
        };
    }
}
