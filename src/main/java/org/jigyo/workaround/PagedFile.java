package org.jigyo.workaround;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.dboe.base.file.BinaryDataFileRandomAccess;

/**
 * A file of terms that is read a page at a time and knows its length. Jena 5.6 asks the operating system for each field
 * of each term, and for the length of the file before each term that it appends; not reported upstream. As
 * {@link BinaryDataFileRandomAccess}, for one thread at a time.
 */
final class PagedFile extends BinaryDataFileRandomAccess {

    private static final int BYTES = 8192;
    private static final int PAGES = 64;

    private final Map<Long, byte[]> pages = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > PAGES;
        }
    };

    private long length;

    PagedFile(String name) {
        super(name);
    }

    @Override
    public void open() {
        super.open();
        length = super.length();
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public long write(byte[] bytes, int start, int count) {
        long at = super.write(bytes, start, count);
        length = at + count;
        return at;
    }

    @Override
    public void truncate(long to) {
        super.truncate(to);
        writePosition = to;
        length = to;
        pages.clear();
    }

    @Override
    public int read(long position, byte[] bytes, int start, int count) {
        checkOpen();
        int read = 0;
        while (read < count && position + read < length) {
            byte[] page = page((position + read) / BYTES);
            int from = (int) ((position + read) % BYTES);
            int some = Math.min(count - read, page.length - from);
            System.arraycopy(page, from, bytes, start + read, some);
            read += some;
        }
        return read == 0 && count > 0 ? -1 : read;
    }

    /** The last page is shorter, and read again once the file has grown. */
    private byte[] page(long number) {
        int whole = (int) Math.min(BYTES, length - number * BYTES);
        byte[] page = pages.get(number);
        if (page == null || page.length < whole) {
            page = new byte[whole];
            for (int read = 0; read < whole; ) {
                int more = super.read(number * BYTES + read, page, read, whole - read);
                if (more <= 0) {
                    throw new IllegalStateException("the file of terms is shorter than it was");
                }
                read += more;
            }
            pages.put(number, page);
        }
        return page;
    }
}
