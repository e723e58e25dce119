package org.jigyo.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * The complete definition of a font in the file: its dictionary, everything it refers to, and every byte of its
 * streams. Fonts with equal content are read alike, whichever file they are in.
 *
 * @param parts names, numbers, bytes and markers of where objects begin and end, in the order of the file
 */
record FontContent(List<Object> parts) {

    private static final int MOST_PARTS = 200_000;
    private static final int MOST_BYTES = 4 << 20;
    private static final int DEEPEST = 16;

    private enum Mark {
        DICTIONARY,
        ARRAY,
        STREAM,
        NULL,
        END
    }

    /** The content of a font; empty if it is larger or nested deeper than real fonts are. */
    static Optional<FontContent> of(COSBase font) throws IOException {
        Walk walk = new Walk();
        return walk.add(font, 0) ? Optional.of(new FontContent(walk.parts)) : Optional.empty();
    }

    private static final class Walk {

        private final List<Object> parts = new ArrayList<>();
        private int room = MOST_BYTES;

        /** Adds an object and everything below it; false if it exceeds the limits. */
        boolean add(COSBase object, int depth) throws IOException {
            if (depth > DEEPEST || parts.size() > MOST_PARTS) {
                return false;
            }
            if (object instanceof COSObject reference) {
                return add(reference.getObject(), depth + 1);
            } else if (object instanceof COSDictionary dictionary) {
                return dictionary(dictionary, depth);
            } else if (object instanceof COSArray array) {
                parts.add(Mark.ARRAY);
                for (COSBase element : array) {
                    if (!add(element, depth + 1)) {
                        return false;
                    }
                }
                return parts.add(Mark.END);
            }
            return parts.add(simple(object));
        }

        private boolean dictionary(COSDictionary dictionary, int depth) throws IOException {
            parts.add(Mark.DICTIONARY);
            for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                parts.add(entry.getKey());
                if (!add(entry.getValue(), depth + 1)) {
                    return false;
                }
            }
            parts.add(Mark.END);
            return !(dictionary instanceof COSStream stream) || bytes(stream);
        }

        private boolean bytes(COSStream stream) throws IOException {
            try (InputStream in = stream.createRawInputStream()) {
                // available() is the whole size: a buffer of that size avoids copies while it grows
                byte[] bytes = new byte[Math.min(room, in.available())];
                int length = in.readNBytes(bytes, 0, bytes.length);
                room -= length;
                parts.add(Mark.STREAM);
                parts.add(ByteBuffer.wrap(bytes, 0, length));
                return room > 0 && in.read() < 0;
            }
        }

        private static Object simple(COSBase object) {
            if (object instanceof COSInteger integer) {
                return integer.longValue();
            } else if (object instanceof COSNumber number) {
                return number.floatValue();
            } else if (object instanceof COSString string) {
                return ByteBuffer.wrap(string.getBytes());
            } else if (object instanceof COSBoolean truth) {
                return truth.getValue();
            }
            return object instanceof COSName ? object : Mark.NULL;
        }
    }
}
