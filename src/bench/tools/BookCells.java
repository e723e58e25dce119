import java.io.File;
import java.io.InputStream;
import java.util.Iterator;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;

/** The cells of a workbook as they show, by POI's own streaming reader and nothing else: the floor a reader on POI stands on. */
final class BookCells {

    private BookCells() {}

    public static void main(String[] args) throws Exception {
        long[] seen = new long[2];
        XSSFSheetXMLHandler.SheetContentsHandler count = new XSSFSheetXMLHandler.SheetContentsHandler() {
            @Override
            public void startRow(int row) {}

            @Override
            public void endRow(int row) {}

            @Override
            public void cell(String name, String text, XSSFComment comment) {
                seen[0]++;
                seen[1] += text.length();
            }
        };
        try (OPCPackage packed = OPCPackage.open(new File(args[0]), PackageAccess.READ)) {
            XSSFReader book = new XSSFReader(packed);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(packed);
            for (Iterator<InputStream> sheets = book.getSheetsData(); sheets.hasNext(); ) {
                try (InputStream sheet = sheets.next()) {
                    XMLReader reader = XMLHelper.newXMLReader();
                    reader.setContentHandler(new XSSFSheetXMLHandler(book.getStylesTable(), strings, count, false));
                    reader.parse(new InputSource(sheet));
                }
            }
        }
        System.out.println(seen[0] + " cells, " + seen[1] + " characters");
    }
}
