package org.jigyo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.FileReading;
import org.jigyo.extract.Forms;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jigyo explain}: shows how a file is read. */
@Command(
        name = "explain",
        description =
                "Show which layout matched or which phrases are missing, where each value was read, and which text was not read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo explain sheet.pdf                     as text",
            "  jigyo explain --html sheet.html sheet.pdf   the pages with values marked",
            "  jigyo explain --watch --html sheet.html sheet.pdf   while you edit the layout"
        })
final class Explain implements Callable<Integer> {

    private static final int MOST_SECONDS_TO_END = 5;

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(names = "--svg", paramLabel = "DIR", description = "Draw each page as an SVG file into this folder.")
    private Path svg;

    @Option(names = "--html", paramLabel = "FILE", description = "Draw the pages into this HTML file.")
    private Path html;

    @Option(
            names = "--watch",
            description = "Read again when PATH or a layout changes and print what changed, until Ctrl-C; the page of"
                    + " --html reloads by itself.")
    private boolean watch;

    @Parameters(arity = "1", paramLabel = "PATH", description = "A file or a folder.")
    private Path path;

    /** The pages as drawn last. */
    private String drawn = "";

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        List<Finding> findings = new ArrayList<>();
        // made before the first reading, so that no change is missed
        FileWatch files = watch ? new FileWatch(watched(), this::own) : null;
        List<Sheet> sheets = explain(out, findings);
        out.flush();
        FindingTable.print(
                findings.stream().filter(f -> f.place().sheet() == null).toList(), err);
        if (files == null) {
            return Extract.exitCode(sheets.size(), findings);
        }
        err.println("jigyo: reading again when " + path + " or a layout changes; end with Ctrl-C");
        err.flush();
        watch(files, sheets);
        return ExitCode.OK;
    }

    private List<Path> watched() {
        return Stream.concat(Stream.of(path), options.layoutFolders().stream()).toList();
    }

    /** Reads again with each change, until the process or the thread is to end. */
    private void watch(FileWatch files, List<Sheet> first) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread stop = new Thread(() -> stop(files, ended), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        List<Sheet> last = first;
        try {
            for (Set<Path> changed = files.changed(); !changed.isEmpty(); changed = files.changed()) {
                last = again(changed, last);
            }
        } catch (InterruptedException e) {
            // only this thread is to end, not the process
            files.close();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        try {
            html(false);
        } finally {
            ended.countDown();
        }
    }

    /** Ends the wait, and lets a reading that has begun end. */
    private static void stop(FileWatch files, CountDownLatch ended) {
        files.close();
        try {
            ended.await(MOST_SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Sheet> again(Set<Path> changed, List<Sheet> last) {
        PrintWriter out = command.commandLine().getOut();
        List<Finding> findings = new ArrayList<>();
        try {
            List<Sheet> sheets = explain(new PrintWriter(Writer.nullWriter()), findings);
            String names = String.join(
                    ", ",
                    changed.stream().map(file -> file.getFileName().toString()).toList());
            out.println(LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS) + " " + names + ": "
                    + ReadingChange.line(last, sheets));
            out.flush();
            FindingTable.print(
                    findings.stream()
                            .filter(f -> f.place().sheet() == null && f.severity() == Finding.Severity.ERROR)
                            .toList(),
                    command.commandLine().getErr());
            // what is read again after a mistake is compared with what was read before it
            return sheets.isEmpty() ? last : sheets;
        } catch (EnvironmentException | UncheckedIOException e) {
            command.commandLine().getErr().println("jigyo: " + e.getMessage() + "; waiting for the next change");
            return last;
        }
    }

    /** True for a file that this command writes. */
    private boolean own(Path file) {
        return Stream.of(html, svg)
                .filter(Objects::nonNull)
                .anyMatch(written -> file.startsWith(written.toAbsolutePath().normalize()));
    }

    private List<Sheet> explain(PrintWriter out, List<Finding> findings) {
        List<Layout> layouts = options.layouts();
        Forms forms = new Forms(layouts);
        Extractor extractor = options.extractor(layouts, true);
        PageReader reader = options.pages();
        List<Sheet> sheets = new ArrayList<>();
        StringBuilder pages = new StringBuilder();
        for (SourceFile file : SourceFiles.of(List.of(path), findings::add)) {
            out.println(file.name());
            FileReading reading = extractor.read(file);
            reader.read(
                    file,
                    page -> {
                        form(page, forms, out);
                        String picture = PagePicture.of(page, reading.sheets());
                        pages.append("<h2>")
                                .append(page.number())
                                .append("</h2>")
                                .append(picture);
                        if (svg != null) {
                            write(svg.resolve(file.path().getFileName() + "-" + page.number() + ".svg"), picture);
                        }
                    },
                    f -> {});
            reading.sheets().forEach(s -> sheet(s, out));
            findings.addAll(reading.findings());
            sheets.addAll(reading.sheets());
        }
        drawn = pages.toString();
        html(watch);
        return sheets;
    }

    private void html(boolean reloading) {
        if (html != null) {
            write(html, PagePicture.document(path.toString(), drawn, reloading));
        }
    }

    private static void write(Path file, String document) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            // in one step, because a browser may read it meanwhile
            Path part = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), document);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private static void form(Page page, Forms forms, PrintWriter out) {
        List<Layout> known = forms.of(page);
        out.print("  page " + page.number() + ": ");
        if (!known.isEmpty()) {
            out.println(String.join(", ", known.stream().map(Layout::id).toList()));
            return;
        }
        out.println(forms.nearest(page)
                .map(f -> "no layout matches; the nearest is " + f.layout().id()
                        + ", for which this phrase is missing: «" + String.join("», «", f.missing()) + "»")
                .orElse("no layout matches, and no phrase of any layout is printed"));
    }

    private static void sheet(Sheet sheet, PrintWriter out) {
        out.println();
        out.println("  " + Facts.title(sheet) + " (" + sheet.origin().layout() + ", pages "
                + sheet.source().pages() + ")");
        Map<String, Object> facts = Facts.of(sheet);
        facts.forEach((path, value) -> {
            Evidence e = sheet.evidence().get(path);
            String where = e == null
                    ? ""
                    : String.format(
                            "p.%d%s %s %s%s",
                            e.page(),
                            e.line() == null ? "" : " l." + e.line(),
                            e.locator() == null ? "" : e.locator(),
                            e.confidence() == null ? "" : String.format("%.2f", e.confidence()),
                            e.recognised() == null ? "" : " OCR");
            out.printf("    %-44s %-40s %s%n", path, cut(value.toString()), where.strip());
        });
        sheet.issues()
                .forEach(i -> out.printf(
                        "    ! %s %s %s: %s%s%n",
                        i.severity().word(),
                        i.code(),
                        i.field() == null ? "" : i.field(),
                        i.message(),
                        i.text() == null ? "" : " «" + cut(i.text()) + "»"));
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 38 ? line.substring(0, 37) + "…" : line;
    }
}
