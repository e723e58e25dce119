package org.jigyo.nation;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jigyo.EnvironmentException;

/** Reads the CSV of a {@link ReferenceTable}. Strict: every wrong cell is reported with file, row and column. */
public final class ReferenceReader {

    private static final Pattern YEAR = Pattern.compile("([12][0-9]{3})(年|年度)?");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern CODE = Pattern.compile("[0-9]{5,6}");

    /** What statistics offices print in place of a figure that is absent or secret. */
    private static final Set<String> ABSENT = Set.of("", "-", "－", "―", "‐", "…", "...", "x", "X", "***");

    private static final int MOST_PROBLEMS = 20;

    private final String file;
    private final ReferenceTable.About about;
    private final List<ReferenceTable.Figure> figures = new ArrayList<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Set<String> left = new LinkedHashSet<>();
    private final List<String> problems = new ArrayList<>();

    private ReferenceReader(String file, ReferenceTable.About about) {
        this.file = file;
        this.about = about;
    }

    /** The tables of figures that are part of the program. */
    public static List<ReferenceTable> shipped() {
        return List.of(shipped("population-2020"));
    }

    private static ReferenceTable shipped(String name) {
        ReferenceTable.About about = about(name);
        return read(name, name + ".csv", about, new StringReader(Shipped.text(name + ".csv")));
    }

    /** What a shipped table says of itself. */
    public static ReferenceTable.About about(String name) {
        return ReferenceTable.About.read(name + ".yml", Shipped.text(name + ".yml"));
    }

    /**
     * Reads a table.
     *
     * @param file name of the CSV file, for messages
     * @param csv with a row of headings
     * @throws EnvironmentException if a column is missing or a cell is wrong; the message lists up to twenty of them
     */
    public static ReferenceTable read(String name, String file, ReferenceTable.About about, Reader csv) {
        ReferenceReader reader = new ReferenceReader(file, about);
        ReferenceTable.About.require(file, "statistics", !about.statistics().isEmpty(), "is missing in the mapping");
        ReferenceTable.About.require(file, "government", about.government() != null, "is missing in the mapping");
        ReferenceTable.About.require(
                file, "year", (about.year() == 0) != (about.yearColumn() == null), "give either year or year-column");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser rows = CSVParser.parse(csv, format)) {
            reader.columns(rows.getHeaderNames());
            for (CSVRecord row : rows) {
                reader.row(row);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new EnvironmentException(file + ": cannot be read as CSV: " + e.getMessage(), e);
        }
        reader.refuse();
        return new ReferenceTable(name, about, reader.figures, List.copyOf(reader.left));
    }

    private void columns(List<String> headings) {
        List<String> wanted = new ArrayList<>(List.of(about.government()));
        if (about.yearColumn() != null) {
            wanted.add(about.yearColumn());
        }
        about.statistics().values().forEach(column -> wanted.add(column.column()));
        wanted.stream()
                .filter(column -> !headings.contains(column))
                .forEach(column -> problems.add(file + ": there is no column «" + column + "»; there are " + headings));
        refuse();
    }

    private void refuse() {
        if (!problems.isEmpty()) {
            int more = problems.size() - MOST_PROBLEMS;
            throw new EnvironmentException(String.join(
                            "\n", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())))
                    + (more > 0 ? "\n… and " + more + " more" : ""));
        }
    }

    private void row(CSVRecord row) {
        if (!row.isConsistent()) {
            problems.add(
                    file + ", row " + (row.getRecordNumber() + 1) + ": has another number of cells than the headings");
            return;
        }
        String code = government(row);
        int year = year(row);
        if (code == null || year == 0) {
            return;
        }
        about.statistics().forEach((statistic, column) -> {
            BigDecimal value = number(row, column);
            if (value == null) {
                return;
            }
            Long earlier = rows.putIfAbsent(code + " " + year + " " + statistic, row.getRecordNumber() + 1);
            if (earlier != null) {
                wrong(row, column.column(), "row " + earlier + " has a figure of this government and year already");
            }
            figures.add(new ReferenceTable.Figure(code, year, statistic, value));
        });
    }

    /** The code of a row's local government; null if it is none of today's. */
    private String government(CSVRecord row) {
        String text = row.get(about.government()).strip();
        List<LocalGovernment> found = LocalGovernments.find(text);
        if (found.size() == 1) {
            return found.get(0).code();
        }
        if (found.size() > 1) {
            wrong(row, about.government(), "«" + text + "» may be any of " + LocalGovernments.describe(found));
        } else if (CODE.matcher(text).matches()) {
            left.add(text);
        } else {
            wrong(row, about.government(), "«" + text + "» is no local government");
        }
        return null;
    }

    private int year(CSVRecord row) {
        if (about.yearColumn() == null) {
            return about.year();
        }
        String text = row.get(about.yearColumn()).strip();
        var year = YEAR.matcher(text);
        if (!year.matches()) {
            wrong(row, about.yearColumn(), "«" + text + "» is not a western year");
            return 0;
        }
        return Integer.parseInt(year.group(1));
    }

    private BigDecimal number(CSVRecord row, ReferenceTable.Column column) {
        String text = row.get(column.column()).strip().replace(",", "");
        if (ABSENT.contains(text)) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            wrong(row, column.column(), "«" + text + "» is not a number");
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return column.times() == null ? number : number.multiply(column.times());
    }

    private void wrong(CSVRecord row, String column, String what) {
        problems.add(file + ", row " + (row.getRecordNumber() + 1) + ", column " + column + ": " + what);
    }
}
