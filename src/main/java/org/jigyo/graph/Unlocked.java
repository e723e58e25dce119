package org.jigyo.graph;

import java.io.IOException;
import java.io.Writer;

/** Gathers what is written character by character, as Rio does, without taking a lock for each as the JDK's writers do. */
final class Unlocked extends Writer {

    private final char[] gathered = new char[1 << 14];
    private final Writer to;
    private int size;

    Unlocked(Writer to) {
        this.to = to;
    }

    @Override
    public void write(int c) throws IOException {
        if (size == gathered.length) {
            pass();
        }
        gathered[size++] = (char) c;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        if (length > gathered.length - size) {
            pass();
        }
        if (length > gathered.length) {
            to.write(text, from, length);
        } else {
            System.arraycopy(text, from, gathered, size, length);
            size += length;
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        if (length > gathered.length - size) {
            pass();
        }
        if (length > gathered.length) {
            to.write(text, from, length);
        } else {
            text.getChars(from, from + length, gathered, size);
            size += length;
        }
    }

    private void pass() throws IOException {
        to.write(gathered, 0, size);
        size = 0;
    }

    @Override
    public void flush() throws IOException {
        pass();
        to.flush();
    }

    @Override
    public void close() throws IOException {
        pass();
        to.close();
    }
}
