package org.jigyo.publish;

import java.util.List;
import java.util.function.Function;
import org.jigyo.extract.FileReading;
import org.jigyo.layout.Layout;
import org.jigyo.source.SourceFile;

/**
 * Reads files.
 *
 * @param read reads a file as it is printed, with evidence; never throws for what is in the file
 * @param layouts the forms it knows
 * @param fingerprint of everything besides a file that decides what is read from it
 * @param jobs how many files at once, at least 1
 */
public record Reader(Function<SourceFile, FileReading> read, List<Layout> layouts, String fingerprint, int jobs) {}
