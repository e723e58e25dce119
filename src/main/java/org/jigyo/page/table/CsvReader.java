package org.jigyo.page.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.page.Deadline;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.source.Encoding;
import org.jigyo.source.SourceFile;

/**
 * Reads tables given as text. Commas or tabs separate cells; a quoted cell may continue over several lines. Rows may
 * differ in width.
 */
final class CsvReader implements PageReader {

    private static final int SAMPLE = 1 << 16;

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    private final Limits limits;

    CsvReader(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void read(SourceFile file, Consumer<Page> pages, Consumer<Finding> findings) {
        Attempt.at(file, findings, () -> {
            Encoding encoding = Attempt.encoding(file, findings);
            if (rows(file, encoding, pages) == 0) {
                findings.accept(Finding.error(
                        Finding.Code.FILE_EMPTY, Place.of(file.name()), "the file holds nothing but white space"));
            }
        });
    }

    private int rows(SourceFile file, Encoding encoding, Consumer<Page> pages) throws IOException {
        Deadline deadline = new Deadline(limits.time());
        int[] handed = {0};
        TableRows rows = new TableRows(1, base(file.name()), limits, List.of(), page -> {
            handed[0]++;
            pages.accept(page);
        });
        try (Reader in = new BufferedReader(encoding.open(file.path()));
                CSVParser parser = CSVParser.builder()
                        .setReader(in)
                        .setFormat(format(file, encoding))
                        .get()) {
            int row = 0;
            for (CSVRecord cells : parser) {
                deadline.check();
                rows.row(row++, IntStream.range(0, cells.size()).toArray(), cells.values());
            }
        } finally {
            rows.end();
        }
        return handed[0];
    }

    private static CSVFormat format(SourceFile file, Encoding encoding) throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(file, encoding))
                .setIgnoreEmptyLines(false)
                .get();
    }

    /** The delimiter that the file's ending says, unless the text has more of the other between its cells. */
    private static char delimiter(SourceFile file, Encoding encoding) throws IOException {
        char[] sample = new char[SAMPLE];
        int length = 0;
        try (Reader in = encoding.open(file.path())) {
            for (int n = 0; n >= 0 && length < SAMPLE; n = in.read(sample, length, SAMPLE - length)) {
                length += n;
            }
        }
        String bare = QUOTED.matcher(new String(sample, 0, length)).replaceAll("");
        long tabs = bare.chars().filter(c -> c == '\t').count();
        long commas = bare.chars().filter(c -> c == ',').count();
        boolean said = file.name().toLowerCase(Locale.ROOT).endsWith(".tsv");
        return tabs > commas || (tabs == commas && said) ? '\t' : ',';
    }

    private static String base(String name) {
        String file = name.substring(name.lastIndexOf('/') + 1);
        return file.substring(0, file.lastIndexOf('.') < 1 ? file.length() : file.lastIndexOf('.'));
    }
}
