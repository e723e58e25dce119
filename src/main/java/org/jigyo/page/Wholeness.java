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
 * Checks that the compressed streams of a page are complete. PDFBox returns what it could decompress without a warning,
 * so that half a page would look like a page with blank cells; the checksum of each stream reveals it.
 */
final class Wholeness {

    private static final long LONGEST = 256L << 20;

    private Wholeness() {}

    /** Descriptions of the broken parts; empty if all are complete. */
    static List<String> broken(PDPage page) throws IOException {
        List<String> broken = new ArrayList<>();
        Iterator<PDStream> contents = page.getContentStreams();
        while (contents.hasNext()) {
            if (!whole(contents.next().getCOSObject())) {
                broken.add("its content does not decompress");
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
                    broken.add("the text of font " + name.getName() + " does not decompress");
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
                    throw new LimitReached("a page decompresses to more than " + LONGEST + " bytes; it was not read");
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
