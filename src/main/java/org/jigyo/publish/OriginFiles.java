package org.jigyo.publish;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jigyo.EnvironmentException;
import org.jigyo.graph.FileOrigin;
import org.jigyo.sheet.Characters;
import org.jigyo.source.Encoding;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/**
 * Where files were published, from lists named {@code sources.tsv}: one in the data folder, others in the folders of the
 * sheets. Strict: a wrong cell is refused with file, line and column. Not thread-safe.
 */
final class OriginFiles {

    private static final List<String> COLUMNS = SourceFiles.ORIGIN_COLUMNS;
    private static final List<String> REQUIRED = COLUMNS.subList(0, 2);
    private static final CSVFormat FORMAT = CSVFormat.TDF
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setCommentMarker('#')
            .setIgnoreSurroundingSpaces(true)
            .setQuote(null)
            .get();

    /** By SHA-256, or by the path of the file relative to the list. */
    private final Map<String, FileOrigin> inData;

    private final List<Path> given;
    private final Map<Path, Map<String, FileOrigin>> lists = new HashMap<>();
    private final SortedMap<String, FileOrigin> beside = new TreeMap<>();

    private OriginFiles(Map<String, FileOrigin> inData, List<Path> given) {
        this.inData = inData;
        this.given = given;
    }

    /**
     * Reads the list of the data folder, if there is one.
     *
     * @param given the files and folders to publish, below which lists are looked for
     */
    static OriginFiles of(DataFolder data, List<Path> given) {
        return new OriginFiles(
                read(data.path().resolve(SourceFiles.ORIGINS)),
                given.stream().map(path -> path.toAbsolutePath().normalize()).toList());
    }

    /** Looks the file up in the lists of its folder and of the given folders around it. */
    void find(SourceFile file) {
        Path path = file.path().toAbsolutePath().normalize();
        // a file of an archive is stored elsewhere
        if (given.stream().noneMatch(path::startsWith)) {
            return;
        }
        for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
            Path list = folder.resolve(SourceFiles.ORIGINS);
            Map<String, FileOrigin> entries = lists.computeIfAbsent(list, OriginFiles::read);
            String relative = folder.relativize(path).toString().replace('\\', '/');
            FileOrigin origin = entries.getOrDefault(file.sha256(), entries.get(relative));
            if (origin != null) {
                beside.putIfAbsent(file.sha256(), origin);
                return;
            }
            if (given.contains(folder) || given.contains(path)) {
                return;
            }
        }
    }

    /**
     * The origins of published files. What the data folder's list says takes precedence over the lists of the sheets'
     * folders, and these over what was known before.
     *
     * @param earlier SHA-256 → origin known before
     * @param ambiguous receives the names in the data folder's list that several files have
     */
    SortedMap<String, FileOrigin> of(
            List<Source> sources, Map<String, FileOrigin> earlier, Consumer<String> ambiguous) {
        Map<String, String> named = new HashMap<>();
        SortedMap<String, FileOrigin> origins = new TreeMap<>();
        for (Source source : sources) {
            String sha256 = source.sha256();
            String same = inData.containsKey(source.file()) ? named.putIfAbsent(source.file(), sha256) : null;
            if (same != null && !same.equals(sha256)) {
                ambiguous.accept(source.file());
            }
            Optional.ofNullable(inData.getOrDefault(sha256, inData.get(source.file())))
                    .or(() -> Optional.ofNullable(beside.get(sha256)))
                    .or(() -> Optional.ofNullable(earlier.get(sha256)))
                    .ifPresent(origin -> origins.put(sha256, origin));
        }
        return origins;
    }

    private static Map<String, FileOrigin> read(Path list) {
        Map<String, FileOrigin> entries = new HashMap<>();
        if (!Files.isRegularFile(list)) {
            return entries;
        }
        try (Reader text = Encoding.of(list).open(list);
                CSVParser rows = CSVParser.parse(text, FORMAT)) {
            columns(list, rows.getHeaderNames());
            for (CSVRecord row : rows) {
                String line = list + ", line " + rows.getCurrentLineNumber();
                String file = cell(line, row, "file");
                if (file == null) {
                    throw wrong(line, "file", "is empty; give the file's SHA-256, or its path from here");
                }
                if (entries.put(file, origin(line, row)) != null) {
                    throw wrong(line, "file", "is listed twice: " + file);
                }
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + list + ": " + EnvironmentException.reason(e), e);
        } catch (IllegalArgumentException e) {
            throw new EnvironmentException(list + ": " + e.getMessage(), e);
        }
        return entries;
    }

    private static void columns(Path list, List<String> names) {
        names.stream().filter(name -> !COLUMNS.contains(name)).findFirst().ifPresent(name -> {
            throw new EnvironmentException(
                    list + ": there is no column «" + name + "»; the columns are " + String.join(", ", COLUMNS));
        });
        REQUIRED.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw new EnvironmentException(list + ": the column «" + name
                    + "» is missing; the first line names the columns, separated by tabs: "
                    + String.join(", ", COLUMNS));
        });
    }

    private static FileOrigin origin(String line, CSVRecord row) {
        String address = address(line, row, "address");
        if (address == null) {
            throw wrong(line, "address", "is empty");
        }
        return new FileOrigin(
                address,
                address(line, row, "page"),
                cell(line, row, "publisher"),
                date(line, row, "retrieved", true),
                date(line, row, "issued", false),
                licence(line, row),
                address(line, row, "archive"));
    }

    private static String cell(String line, CSVRecord row, String column) {
        String text = row.isSet(column) ? row.get(column).strip() : "";
        if (!Characters.spelled(text).equals(text)) {
            throw wrong(line, column, "has a character that cannot be published: " + Characters.quoted(text));
        }
        return text.isEmpty() ? null : text;
    }

    private static String licence(String line, CSVRecord row) {
        String licence = cell(line, row, "licence");
        return licence != null && licence.matches("https?:.*") ? address(line, row, "licence") : licence;
    }

    /** An address that a page can link to. */
    private static String address(String line, CSVRecord row, String column) {
        String text = cell(line, row, column);
        if (text == null) {
            return null;
        }
        try {
            URI address = URI.create(text);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address.toASCIIString();
            }
        } catch (IllegalArgumentException e) {
            throw wrong(line, column, "is not an address: " + e.getMessage());
        }
        throw wrong(line, column, "does not begin with http:// or https:// and a host: " + text);
    }

    private static String date(String line, CSVRecord row, String column, boolean time) {
        String text = cell(line, row, column);
        if (text == null) {
            return null;
        }
        try {
            return time && text.contains("T")
                    ? DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(text))
                    : LocalDate.parse(text).toString();
        } catch (DateTimeException e) {
            throw wrong(
                    line,
                    column,
                    "is not a date such as 2026-11-30" + (time ? ", or a time such as 2026-11-30T09:00:00+09:00" : "")
                            + ": " + text);
        }
    }

    private static EnvironmentException wrong(String line, String column, String why) {
        return new EnvironmentException(line + ": " + column + " " + why);
    }
}
