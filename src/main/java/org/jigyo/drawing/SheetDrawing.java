package org.jigyo.drawing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The pages of one sheet as they are drawn.
 *
 * @param pages in the order of their numbers
 */
public record SheetDrawing(List<DrawnPage> pages) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public SheetDrawing {
        pages = List.copyOf(pages);
    }

    /** The form in which it is kept: JSON, compressed with gzip. Equal drawings give equal bytes. */
    public byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #packed} wrote.
     *
     * @throws IOException if it is damaged
     */
    public static SheetDrawing unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readValue(in, SheetDrawing.class);
        }
    }
}
