package org.jigyo.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Tells whether the compressed parts of a page arrive whole. PDFBox returns what it could unpack without a warning, so that half
 * a page would look like a page with blank cells; the checksum of each part tells.
 */
final class Wholeness {

    private static final long LONGEST = 256L << 20;

    private Wholeness() {}

    /** What is broken, in words; nothing when all parts are whole. */
    static List<String> broken(PDPage page) throws IOException {
        List<String> broken = new ArrayList<>();
        Iterator<PDStream> contents = page.getContentStreams();
        while (contents.hasNext()) {
            if (!whole(contents.next().getCOSObject())) {
                broken.add("its drawing does not unpack");
            }
        }
        if (page.getResources() == null) {
            return broken;
        }
        COSDictionary fonts = page.getResources().getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts != null) {
            for (COSName name : fonts.keySet()) {
                COSBase text = fonts.getCOSDictionary(name) == null
                        ? null
                        : fonts.getCOSDictionary(name).getDictionaryObject(COSName.TO_UNICODE);
                if (text instanceof COSStream stream && !whole(stream)) {
                    broken.add("the text of font " + name.getName() + " does not unpack");
                }
            }
        }
        return broken;
    }

    private static boolean whole(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters();
        if (!COSName.FLATE_DECODE.equals(filter) && !COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
            return true;
        }
        try (InputStream raw = stream.createRawInputStream();
                InputStream unpacked = new InflaterInputStream(raw)) {
            byte[] buffer = new byte[1 << 15];
            long length = 0;
            for (int n = unpacked.read(buffer); n > 0; n = unpacked.read(buffer)) {
                length += n;
                if (length > LONGEST) {
                    throw new LimitReached("a page unpacks to more than " + LONGEST + " bytes; it is not read");
                }
            }
            return true;
        } catch (LimitReached e) {
            throw e;
        } catch (IOException e) {
            return false;
        }
    }
}
