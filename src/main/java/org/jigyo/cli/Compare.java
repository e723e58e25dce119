package org.jigyo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jigyo.Finding;
import org.jigyo.compare.GoldComparison;
import org.jigyo.compare.Judgement;
import org.jigyo.compare.Judgement.Kind;
import org.jigyo.sheet.Characters;
import org.jigyo.sheet.Sheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo compare}: compares sheet records with gold records. */
@Command(
        name = "compare",
        description = {
            "Compare sheet records with gold (hand-checked) records, fact by fact.",
            "A wrong, missing or extra fact is silent unless an error or warning of its record names it. A false alarm"
                    + " is an error or warning that names only right facts. Width and white space do not count."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:success",
            "1:a bound is not met, a gold sheet has no record or two, or an internal error",
            "2:wrong usage",
            "3:no gold record, or a file that holds no records",
            "5:problem of the environment"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo compare gold/ sheets/                          read the sheets and compare",
            "  jigyo compare gold/ records.jsonl --city 082201      the output of extract --json",
            "  jigyo compare gold/ sheets/ --min-f1 0.99 --max-silent 0"
        })
final class Compare implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(names = "--city", paramLabel = "CODE", description = "Compare only the sheets of this city.")
    private String city;

    @Option(names = "--year", paramLabel = "YEAR", description = "Compare only the sheets of this evaluated year.")
    private Integer year;

    @Option(
            names = "--complete",
            description = "Gold holds every sheet of the input: a record without a gold sheet is an error.")
    private boolean complete;

    @Option(names = "--min-f1", paramLabel = "X", description = "Exit with 1 if F1 is lower (0 to 1).")
    private double minF1;

    @Option(names = "--max-silent", paramLabel = "N", description = "Exit with 1 if more facts are silently not right.")
    private int maxSilent = Integer.MAX_VALUE;

    @Option(
            names = "--max-false-alarms",
            paramLabel = "RATE",
            description = "Exit with 1 if there are more false alarms for each sheet.")
    private double maxFalseAlarms = Double.MAX_VALUE;

    @Option(names = "--verbose", description = "List each fact that is not right, not only the silent ones.")
    private boolean verbose;

    @Option(names = "--json", description = "Print the figures and the facts that are not right as one JSON object.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "GOLD", description = "A JSON file of gold records, or a folder of them.")
    private Path gold;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "RECORDS|PATH",
            description = "Records (*.json, *.jsonl), or sheets, folders and zip archives to read.")
    private List<Path> paths = List.of();

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter err = command.commandLine().getErr();
        List<Finding> findings = new ArrayList<>();
        List<Sheet> expected;
        List<Sheet> read;
        try {
            expected = selected(RecordFiles.read(gold));
            read = selected(RecordFiles.readOrExtract(paths, options, TerminalProgress.of(main.quiet()), findings));
        } catch (IllegalArgumentException e) {
            err.println("jigyo: " + e.getMessage());
            return ExitCode.NOTHING_READ;
        }
        if (!main.quiet()) {
            // doubts are compared below; here, what kept a file or a sheet from being compared
            FindingTable.print(
                    findings.stream()
                            .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                            .toList(),
                    err);
        }
        if (expected.isEmpty()) {
            err.println("jigyo: " + gold + " holds no gold record"
                    + (city == null && year == null ? "" : " of this city and year"));
            return ExitCode.NOTHING_READ;
        }
        GoldComparison comparison = GoldComparison.of(expected, read, complete);
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(object(comparison)));
        } else {
            print(comparison, out);
        }
        out.flush();
        return met(comparison) ? ExitCode.OK : ExitCode.BOUND_NOT_MET;
    }

    private List<Sheet> selected(List<Sheet> sheets) {
        return sheets.stream()
                .filter(sheet -> city == null || city.equals(sheet.city()))
                .filter(sheet -> year == null || year == sheet.fiscalYear())
                .toList();
    }

    private boolean met(GoldComparison c) {
        return c.lost().isEmpty()
                && c.twice().isEmpty()
                && c.f1() >= minF1
                && c.silent().size() <= maxSilent
                && c.alarmRate() <= maxFalseAlarms;
    }

    private void print(GoldComparison c, PrintWriter out) {
        Map<String, Map<Kind, Integer>> groups = new TreeMap<>();
        c.judgements()
                .forEach(j ->
                        groups.computeIfAbsent(j.group(), g -> new TreeMap<>()).merge(j.kind(), 1, Integer::sum));
        groups.forEach((group, kinds) -> out.printf(
                "%-16s right=%d wrong=%d missing=%d extra=%d%n",
                group,
                kinds.getOrDefault(Kind.RIGHT, 0),
                kinds.getOrDefault(Kind.WRONG, 0),
                kinds.getOrDefault(Kind.MISSING, 0),
                kinds.getOrDefault(Kind.EXTRA, 0)));
        for (Judgement j : notRight(c, verbose)) {
            out.printf(
                    "%s%s [%s] %s: gold «%s», read «%s»%n",
                    j.silent() ? "SILENT " : "",
                    word(j.kind()),
                    shown(j.sheet()),
                    shown(j.path()),
                    shown(j.gold()),
                    shown(j.read()));
        }
        c.lost().forEach(sheet -> out.println("NO RECORD " + shown(sheet)));
        c.twice().forEach(sheet -> out.println("TWICE " + shown(sheet)));
        c.invented().forEach(sheet -> out.println("INVENTED " + shown(sheet)));
        out.println(String.join(
                " ",
                figures(c).entrySet().stream()
                        .map(figure -> figure.getKey() + "="
                                + (figure.getValue() instanceof Double d
                                        ? String.format(Locale.ROOT, "%.4f", d)
                                        : figure.getValue()))
                        .toList()));
    }

    private static List<Judgement> notRight(GoldComparison c, boolean all) {
        return c.judgements().stream()
                .filter(j -> j.silent() || (all && j.kind() != Kind.RIGHT))
                .toList();
    }

    private static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** A text of a file on one line; it must not control the terminal. */
    private static String shown(Object value) {
        String text = value == null ? "" : Characters.spelled(value.toString());
        return text.length() > 70 ? text.substring(0, 69) + "…" : text;
    }

    private static Map<String, Object> figures(GoldComparison c) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("sheets", c.sheets());
        figures.put("found", c.sheets() - c.lost().size());
        figures.put("invented", c.invented().size());
        figures.put("twice", c.twice().size());
        for (Kind kind : List.of(Kind.RIGHT, Kind.WRONG, Kind.MISSING, Kind.EXTRA)) {
            figures.put(word(kind), c.count(kind));
        }
        figures.put("precision", c.precision());
        figures.put("recall", c.recall());
        figures.put("f1", c.f1());
        figures.put("silent", c.silent().size());
        figures.put("falseAlarms", c.alarmRate());
        return figures;
    }

    private static Map<String, Object> object(GoldComparison c) {
        List<Map<String, Object>> facts = new ArrayList<>();
        for (Judgement j : notRight(c, true)) {
            Map<String, Object> fact = new LinkedHashMap<>();
            fact.put("sheet", j.sheet());
            fact.put("path", j.path());
            fact.put("kind", word(j.kind()));
            fact.put("gold", j.gold());
            fact.put("read", j.read());
            fact.put("silent", j.silent());
            facts.add(fact);
        }
        Map<String, Object> object = new LinkedHashMap<>(figures(c));
        object.put("notRight", facts);
        object.put("noRecord", c.lost());
        object.put("recordedTwice", c.twice());
        object.put("inventedSheets", c.invented());
        return object;
    }
}
