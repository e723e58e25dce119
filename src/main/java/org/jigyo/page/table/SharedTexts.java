package org.jigyo.page.table;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The texts that the cells of a workbook share, by number. What exceeds a size is kept in a temporary file, so that memory
 * does not grow with a list.
 */
final class SharedTexts extends DefaultHandler implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final int most;
    private final Map<Integer, CellRuns> rich = new HashMap<>();
    private final RunScan runs = new RunScan();
    private final List<String> held = new ArrayList<>();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private long[] ends = new long[1024];
    private FileChannel file;
    private int further;
    private long end;
    private long characters;

    /** @param most number of characters that are kept in memory */
    SharedTexts(int most) {
        this.most = most;
    }

    /**
     * The text of a number, counted from 0.
     *
     * @throws IndexOutOfBoundsException if the workbook has no such text
     */
    String text(int number) throws IOException {
        if (number < held.size()) {
            return held.get(number);
        }
        int place = java.util.Objects.checkIndex(number - held.size(), further);
        flush();
        long from = place == 0 ? 0 : ends[place - 1];
        ByteBuffer bytes = ByteBuffer.allocate((int) (ends[place] - from));
        while (bytes.hasRemaining()) {
            if (file.read(bytes, from + bytes.position()) < 0) {
                throw new IOException("the temporary file of the workbook's texts is cut off");
            }
        }
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    /** The text of a number in runs, where its letters do not all look the same; else null. */
    CellRuns runs(int number) {
        return rich.get(number);
    }

    /** What a cell's text shows: without the escapes of OOXML such as {@code _x000D_}. */
    static String decoded(String written) {
        return written.contains("_x") ? new XSSFRichTextString(written).getString() : written;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes a) {
        if (local.equals("si")) {
            runs.begin();
        } else {
            runs.start(local, a);
        }
    }

    @Override
    public void characters(char[] letters, int start, int length) {
        runs.characters(letters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) throws SAXException {
        if (local.equals("si")) {
            CellRuns letters = runs.end();
            if (letters != null) {
                rich.put(held.size() + further, letters);
            }
            add(runs.text());
        } else {
            runs.end(local);
        }
    }

    private void add(String shown) throws SAXException {
        characters += shown.length();
        if (characters <= most) {
            held.add(shown);
            return;
        }
        try {
            if (further == ends.length) {
                ends = Arrays.copyOf(ends, 2 * further);
            }
            byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
            buffer.writeBytes(bytes);
            ends[further] = (further == 0 ? 0 : ends[further - 1]) + bytes.length;
            further++;
            if (buffer.size() > BUFFER) {
                flush();
            }
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    private void flush() throws IOException {
        if (buffer.size() == 0) {
            return;
        }
        if (file == null) {
            file = FileChannel.open(
                    Files.createTempFile("jigyo-texts", null),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(buffer.toByteArray());
        while (bytes.hasRemaining()) {
            end += file.write(bytes, end);
        }
        buffer.reset();
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
