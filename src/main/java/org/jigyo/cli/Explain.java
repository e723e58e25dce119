package org.jigyo.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jigyo.EnvironmentException;
import org.jigyo.Finding;
import org.jigyo.extract.Extractor;
import org.jigyo.extract.FileReading;
import org.jigyo.extract.Forms;
import org.jigyo.layout.Layout;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.page.table.Formats;
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
            "  jigyo explain --html sheet.html sheet.pdf   the pages with values marked"
        })
final class Explain implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(names = "--svg", paramLabel = "DIR", description = "Draw each page as an SVG file into this folder.")
    private Path svg;

    @Option(names = "--html", paramLabel = "FILE", description = "Draw the pages into this HTML file.")
    private Path html;

    @Parameters(arity = "1", paramLabel = "PATH", description = "A file or a folder.")
    private Path path;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        List<Layout> layouts = options.layouts();
        Forms forms = new Forms(layouts);
        Extractor extractor = options.extractor(layouts, true);
        PageReader reader = Formats.reader(options.limits());
        List<Finding> findings = new ArrayList<>();
        int sheets = 0;
        StringBuilder drawn = new StringBuilder();
        for (SourceFile file : SourceFiles.of(List.of(path), findings::add)) {
            out.println(file.name());
            FileReading reading = extractor.read(file);
            reader.read(
                    file,
                    page -> {
                        form(page, forms, out);
                        String picture = PagePicture.of(page, reading.sheets());
                        drawn.append("<h2>")
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
            sheets += reading.sheets().size();
        }
        if (html != null) {
            write(html, PagePicture.document(path.toString(), drawn.toString()));
        }
        out.flush();
        FindingTable.print(
                findings.stream().filter(f -> f.place().sheet() == null).toList(),
                command.commandLine().getErr());
        return Extract.exitCode(sheets, findings);
    }

    private static void write(Path file, String document) {
        try {
            if (file.getParent() != null) {
                Files.createDirectories(file.getParent());
            }
            Files.writeString(file, document);
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
                            "p.%d%s %s %s",
                            e.page(),
                            e.line() == null ? "" : " l." + e.line(),
                            e.locator() == null ? "" : e.locator(),
                            e.confidence() == null ? "" : String.format("%.2f", e.confidence()));
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
