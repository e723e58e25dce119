package org.jigyo.publish;

import java.util.List;
import java.util.function.Function;
import org.jigyo.extract.FileReading;
import org.jigyo.layout.Layout;
import org.jigyo.source.SourceFile;

/**
 * Reads files.
 *
 * @param read reads a file as printed, with evidence; never throws because of the file's content
 * @param layouts the known forms
 * @param fingerprint digest of everything besides the file that affects the result
 * @param jobs number of files at once, at least 1
 */
public record Reader(Function<SourceFile, FileReading> read, List<Layout> layouts, String fingerprint, int jobs) {}
