package org.jigyo.publish;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;
import org.jigyo.nation.ReferenceReader;
import org.jigyo.nation.ReferenceTable;
import org.jigyo.source.Encoding;

/** A user's tables of figures: {@code NAME.csv}, each with its mapping {@code NAME.yml}. */
final class ReferenceFiles {

    private ReferenceFiles() {}

    /**
     * The tables of a folder, in order of file name.
     *
     * @param folder null for none
     * @param notices receives what was left out
     * @throws EnvironmentException if a file cannot be read or is wrong; the message has file, row and column
     */
    static List<ReferenceTable> in(Path folder, Consumer<String> notices) {
        List<ReferenceTable> tables = new ArrayList<>();
        if (folder == null) {
            return tables;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path csv : files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList()) {
                ReferenceTable table = read(csv);
                if (!table.left().isEmpty()) {
                    notices.accept(csv + ": rows of areas that are no local governments of today were left out: "
                            + String.join(", ", table.left()));
                }
                tables.add(table);
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + folder + ": " + EnvironmentException.reason(e), e);
        }
        if (tables.isEmpty()) {
            throw new EnvironmentException(folder + " has no table (NAME.csv with its mapping NAME.yml)");
        }
        return tables;
    }

    private static ReferenceTable read(Path csv) throws IOException {
        String file = csv.getFileName().toString();
        String name = file.substring(0, file.length() - ".csv".length());
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new EnvironmentException(
                    csv
                            + ": the name of a table consists of lower-case letters, digits and hyphens, because it is part of an IRI");
        }
        Path mapping = csv.resolveSibling(name + ".yml");
        if (!Files.exists(mapping)) {
            throw new EnvironmentException(csv + ": its mapping " + mapping.getFileName() + " is missing");
        }
        ReferenceTable.About about = ReferenceTable.About.read(mapping.toString(), Files.readString(mapping));
        try (Reader rows = Encoding.of(csv).open(csv)) {
            return ReferenceReader.read(name, csv.toString(), about, rows);
        }
    }
}
