package org.jigyo.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.extract.Run;
import org.jigyo.sheet.Validation;

/**
 * What a publish has to know of a file besides its sheets, small enough to be sent between machines.
 *
 * @param file its path as the user gave it
 * @param sheets number of its sheets that can be published
 * @param holdings the sources in it
 * @param lines what the checks of the whole run need of its sheets
 * @param findings problems of the file and its sheets
 */
public record FileReport(
        String file, int sheets, List<Holding> holdings, List<Run.Line> lines, List<Finding> findings) {

    /** A source of a city. */
    public record Holding(String city, Source source) {}

    /**
     * The report about a file that was read.
     *
     * @param records corrects and validates its sheets
     * @param run knows the layouts
     * @param specimen whether it is a bundled specimen
     * @throws IOException if the reading is damaged; the message gives the reason
     */
    static FileReport of(Readings.Opened reading, SheetRecords records, Run run, boolean specimen) throws IOException {
        Readings.Head head = reading.head();
        List<Run.Line> lines = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Set<Holding> holdings = new LinkedHashSet<>();
        int sheets = 0;
        try {
            for (Readings.Line line : head.sheets()) {
                Validation sheet = records.get(reading.place(line));
                findings.addAll(Amendments.doubts(head.file(), sheet.sheet()));
                if (!sheet.heldBack()) {
                    run.line(sheet.sheet()).ifPresent(lines::add);
                    String name = Source.fileName(head.file());
                    holdings.add(new Holding(
                            line.city(),
                            new Source(name, line.fiscalYear(), line.form(), reading.name(), head.sha256(), specimen)));
                    sheets++;
                }
            }
        } catch (RuntimeException e) {
            findings.add(Finding.error(
                    Finding.Code.INTERNAL_ERROR,
                    Place.of(head.file()),
                    "its sheets could not be validated because of a fault in this program, and were left out: " + e));
            findings.addAll(head.findings());
            return new FileReport(head.file(), 0, List.of(), List.of(), findings);
        }
        findings.addAll(head.findings());
        return new FileReport(head.file(), sheets, List.copyOf(holdings), lines, findings);
    }
}
