package org.jigyo.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Program;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.FileReading;
import org.jigyo.layout.Layout;
import org.jigyo.page.Limits;
import org.jigyo.page.PageReader;
import org.jigyo.page.table.Formats;
import org.jigyo.source.SourceFile;

/**
 * Reads files.
 *
 * @param read reads a file as printed, with evidence; never throws because of the file's content
 * @param layouts the known forms
 * @param fingerprint digest of everything besides the file that affects the result
 * @param jobs number of files at once, at least 1
 */
public record Reader(Function<SourceFile, FileReading> read, List<Layout> layouts, String fingerprint, int jobs) {

    /**
     * A reader that keeps evidence and reads values as printed; corrections are applied afterwards.
     *
     * @param layouts the known forms, without drafts
     * @param folders the folders that the owner's layouts are from
     * @param drawn whether it also keeps drawings of the pages
     * @param jobs number of files at once, at least 1
     */
    public static Reader of(List<Layout> layouts, List<Path> folders, Limits limits, boolean drawn, int jobs) {
        return of(layouts, folders, Formats.reader(limits), limits.toString(), drawn, jobs);
    }

    /**
     * A reader that reads pages in another way.
     *
     * @param settings everything besides file, layouts and program that affects what {@code pages} reads
     */
    public static Reader of(
            List<Layout> layouts, List<Path> folders, PageReader pages, String settings, boolean drawn, int jobs) {
        Extractor extractor = new Extractor(layouts, pages, true, drawn);
        StringBuilder all = new StringBuilder(settings).append(drawn).append(Program.fingerprint());
        folders.forEach(folder -> all.append(Program.fingerprint(folder)));
        return new Reader(extractor::raw, layouts, DigestUtils.sha256Hex(all.toString()), jobs);
    }
}
