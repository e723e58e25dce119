package org.jigyo.page.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.page.Deadline;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.source.SourceFile;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads workbooks sheet by sheet and row by row, as displayed: cached values of formulas, numbers in their formats. */
final class XlsxReader implements PageReader {

    /** The texts of a workbook beyond this number of characters are kept in a file. */
    private static final int HELD_CHARACTERS = 2_000_000;

    private final Limits limits;

    XlsxReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
        Attempt.at(file, findings, () -> {
            try (OPCPackage packed = OPCPackage.open(file.path().toFile(), PackageAccess.READ)) {
                XSSFReader reader = new XSSFReader(packed);
                try (SharedTexts texts = new SharedTexts(HELD_CHARACTERS);
                        InputStream in = reader.getSharedStringsData()) {
                    if (in != null) {
                        parse(in, texts);
                    }
                    book(reader, texts, file, pages, findings);
                }
            }
        });
    }

    private void book(
            XSSFReader reader, SharedTexts texts, SourceFile file, Consumer<Page> pages, Consumer<Finding> findings)
            throws Exception {
        Deadline deadline = new Deadline(limits.time());
        Book book = new Book();
        try (InputStream in = reader.getWorkbookData()) {
            parse(in, book);
        }
        StylesTable styles = reader.getStylesTable();
        Iterator<InputStream> sheets = reader.getSheetsData();
        int number = 0;
        boolean any = false;
        while (sheets.hasNext()) {
            try (InputStream in = sheets.next()) {
                String name = ((XSSFReader.SheetIterator) sheets).getSheetName();
                number++;
                if (book.hidden.getOrDefault(name, false)) {
                    hidden(file, "the hidden sheet " + name + " was not read", findings);
                    continue;
                }
                SheetScan scan = new SheetScan();
                parse(in, scan);
                Shown shown = scan.shown();
                DrawnObjects drawn = drawn(((XSSFReader.SheetIterator) sheets).getSheetPart());
                hidden(file, name, shown.hidden(), findings);
                hidden(file, name, drawn.said(), findings);
                if (!shown.empty()) {
                    any = true;
                    TableRows rows = new TableRows(number, name, limits, shown.merges(), pages);
                    SheetRows reading =
                            new SheetRows(texts, styles, new CellFormat(book.from1904), shown, drawn, rows, deadline);
                    try (InputStream again =
                            ((XSSFReader.SheetIterator) sheets).getSheetPart().getInputStream()) {
                        parse(again, reading);
                    } finally {
                        rows.end();
                    }
                    hidden(file, name, reading.left().said(), findings);
                }
            }
        }
        if (!any) {
            findings.accept(empty(file));
        }
    }

    /** The finding for a workbook without content. */
    static Finding empty(SourceFile file) {
        return Finding.error(
                Finding.Code.FILE_EMPTY, Place.of(file.name()), "no visible sheet of the workbook has a filled cell");
    }

    /** Reports hidden content that was not read. */
    static void hidden(SourceFile file, String detail, Consumer<Finding> findings) {
        findings.accept(Finding.warning(Finding.Code.CONTENT_HIDDEN, Place.of(file.name()), detail));
    }

    /** Reports what a sheet does not show, or has beside its cells; nothing if the words are empty. */
    static void hidden(SourceFile file, String sheet, String words, Consumer<Finding> findings) {
        if (!words.isEmpty()) {
            hidden(file, "not read in the sheet " + sheet + ": " + words, findings);
        }
    }

    private static DrawnObjects drawn(PackagePart sheet) throws Exception {
        DrawingScan scan = new DrawingScan();
        for (PackageRelationship to : sheet.getRelationshipsByType(XSSFRelation.DRAWINGS.getRelation())) {
            try (InputStream in = sheet.getRelatedPart(to).getInputStream()) {
                parse(in, scan);
            }
        }
        return scan.objects();
    }

    private static void parse(InputStream in, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader reader = XMLHelper.newXMLReader();
        reader.setContentHandler(handler);
        reader.parse(new InputSource(in));
    }

    /** Reads which sheets are hidden, and the date system of the workbook. */
    private static final class Book extends DefaultHandler {
        private final Map<String, Boolean> hidden = new HashMap<>();
        private boolean from1904;

        @Override
        public void startElement(String uri, String local, String name, Attributes a) {
            if (local.equals("sheet")) {
                String state = a.getValue("state");
                hidden.put(a.getValue("name"), state != null && !state.equals("visible"));
            } else if (local.equals("workbookPr")) {
                from1904 = SheetScan.truth(a.getValue("date1904"));
            }
        }
    }
}
