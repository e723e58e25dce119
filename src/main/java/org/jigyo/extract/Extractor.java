package org.jigyo.extract;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Place;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
import org.jigyo.page.Deadline;
import org.jigyo.page.LimitReached;
import org.jigyo.page.Limits;
import org.jigyo.page.Page;
import org.jigyo.page.PageReader;
import org.jigyo.page.table.Formats;
import org.jigyo.sheet.Characters;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.Validation;
import org.jigyo.source.SourceFile;

/** Reads files: pages → forms → sheets, with all doubts as findings. Immutable, thread-safe. */
public final class Extractor {

    private final PageReader reader;
    private final Forms forms;
    private final boolean evidence;
    private final boolean drawn;

    /**
     * An extractor for these forms.
     *
     * @param layouts the known forms
     * @param limits limits for one file
     * @param evidence true to keep the place of every fact
     */
    public Extractor(List<Layout> layouts, Limits limits, boolean evidence) {
        this(layouts, limits, evidence, false);
    }

    /** An extractor for these forms that reads pages in another way, with the place of every fact. */
    public Extractor(List<Layout> layouts, PageReader reader) {
        this(layouts, reader, true, false);
    }

    /** An extractor that also keeps drawings of the sheets' pages, if {@code drawn}. */
    public Extractor(List<Layout> layouts, Limits limits, boolean evidence, boolean drawn) {
        this(layouts, Formats.reader(limits), evidence, drawn);
    }

    /**
     * An extractor that reads pages in another way.
     *
     * @param evidence true to keep the place of every fact
     * @param drawn true to keep drawings of the sheets' pages
     */
    public Extractor(List<Layout> layouts, PageReader reader, boolean evidence, boolean drawn) {
        this.reader = reader;
        this.forms = new Forms(layouts);
        this.evidence = evidence;
        this.drawn = drawn;
    }

    /** Reads a file. Never throws because of the file's content. */
    public FileReading read(SourceFile file) {
        return complete(raw(file));
    }

    /**
     * Reads a file as printed, before invalid values are left out. The result depends only on the file, the layouts and
     * the limits, so it can be cached. Never throws because of the file's content.
     */
    public FileReading raw(SourceFile file) {
        List<Sheet> sheets = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<byte[]> drawings = new ArrayList<>();
        rawInParts(file, part -> {
            part.late().forEach(doubt -> sheets.replaceAll(sheet -> doubted(sheet, doubt)));
            sheets.addAll(part.sheets());
            findings.addAll(part.findings());
            drawings.addAll(part.drawings());
        });
        return new FileReading(file.name(), sheets, findings, drawings);
    }

    private static Sheet doubted(Sheet sheet, Issue doubt) {
        if (!sheet.source().pages().contains(doubt.page())) {
            return sheet;
        }
        List<Issue> issues = new ArrayList<>(sheet.issues());
        issues.add(doubt);
        return sheet.with(issues, sheet.evidence());
    }

    /**
     * Reads a file and passes on the rows of a long list part by part, everything else at the end. What the end of a list says of all its
     * rows is an issue of the last ones and a finding; {@link #raw} adds it to each row.
     */
    public void readInParts(SourceFile file, Consumer<FileReading> parts) {
        rawInParts(file, raw -> parts.accept(complete(raw)));
    }

    private void rawInParts(SourceFile file, Consumer<FileReading> parts) {
        List<Finding> findings = new ArrayList<>();
        Drawings drawings = new Drawings(drawn);
        List<Sheet> sheets = new ArrayList<>();
        try {
            Sections sections = new Sections(forms, file, findings::add, (layout, part, rows, doubts) -> {
                drawings.list(part);
                List<Sheet> listed = sheets(file, layout, List.of(), rows, findings, List.of(), drawings);
                parts.accept(part(file, listed, findings, drawings.take(), doubts));
            });
            Consumer<Page> pages = page -> Deadline.during(reader.time(), () -> sections.add(page));
            reader.read(file, pages, findings::add);
            Deadline.during(reader.time(), () -> read(file, sections, sheets, findings, drawings));
            if (!sections.any() && findings.isEmpty()) {
                findings.add(Finding.error(Code.FILE_EMPTY, Place.of(file.name()), "the file has no page with text"));
            }
        } catch (StackOverflowError | OutOfMemoryError e) {
            String detail = "the file needs more memory than is available; the other files are still read";
            findings.add(Finding.error(Code.LIMIT_EXCEEDED, Place.of(file.name()), detail));
        } catch (UncheckedIOException e) {
            Code code = e.getCause() instanceof LimitReached ? Code.LIMIT_EXCEEDED : Code.FILE_UNREADABLE;
            findings.add(Finding.error(code, Place.of(file.name()), e.getCause().getMessage()));
        } catch (RuntimeException e) {
            String detail = "reading failed because of a fault in this program: " + e;
            findings.add(Finding.error(Code.INTERNAL_ERROR, Place.of(file.name()), detail));
        }
        parts.accept(part(file, sheets, findings, drawings.take(), List.of()));
    }

    /** Reads the sections of a file, other than lists that were read while they arrived. */
    private void read(
            SourceFile file, Sections sections, List<Sheet> sheets, List<Finding> findings, Drawings drawings) {
        sections.end();
        List<PolicyTree> trees = sections.all().stream()
                .filter(s -> s.layout().tree() != null)
                .map(s -> PolicyTree.of(s.layout(), s.pages()))
                .toList();
        drawings.others(sections.all());
        for (Sections.Section section : sections.all()) {
            if (section.layout().tree() == null) {
                List<Extraction> read = Engines.read(section.layout(), file.name(), section.pages());
                sheets.addAll(sheets(file, section.layout(), section.pages(), read, findings, trees, drawings));
            }
        }
        trees.forEach(t -> findings.addAll(t.absent(file.name())));
    }

    /** The sheets with the findings so far; the findings are then cleared. */
    private static FileReading part(
            SourceFile file, List<Sheet> sheets, List<Finding> findings, List<byte[]> drawings, List<Issue> late) {
        FileReading part = new FileReading(file.name(), sheets, findings, drawings, late);
        findings.clear();
        return part;
    }

    /**
     * Completes a raw reading: leaves out values that no record may hold, and adds every doubt about a sheet to the
     * findings. A sheet that cannot be identified is held back, and a finding says so.
     */
    public FileReading complete(FileReading raw) {
        List<Sheet> sheets = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(raw.findings());
        for (Sheet printed : raw.sheets()) {
            Validation validation = Validation.of(printed);
            Sheet sheet = validation.sheet();
            sheet.issues().forEach(issue -> findings.add(finding(raw.file(), sheet, issue)));
            if (!validation.heldBack()) {
                sheets.add(evidence ? sheet : sheet.with(sheet.issues(), Map.of()));
            }
        }
        return new FileReading(raw.file(), sheets, findings);
    }

    /**
     * The sheet completed from the file's policy tree. If the form should have a tree and the file has none, that is an
     * issue.
     */
    private Sheet joined(Sheet sheet, Layout layout, List<PolicyTree> trees) {
        return trees.stream()
                .filter(t -> t.serves(layout.form(), layout.city()))
                .findFirst()
                .map(t -> t.join(sheet))
                .or(() -> forms.tree(layout.form()).map(t -> PolicyTree.without(sheet, t)))
                .orElse(sheet);
    }

    private List<Sheet> sheets(
            SourceFile file,
            Layout layout,
            List<Page> pages,
            List<Extraction> all,
            List<Finding> findings,
            List<PolicyTree> trees,
            Drawings drawings) {
        List<Sheet> sheets = new ArrayList<>();
        drawings.section(layout, pages, all);
        for (Extraction sheet : all) {
            Extraction read = RecognisedFacts.on(layout, pages, PageDoubts.on(pages, sheet));
            List<String> missing = Assembler.missingKey(layout.required(), read);
            if (!missing.isEmpty()) {
                Place place = Place.of(file.name()).onPage(read.firstPage());
                String detail = "the sheet is held back, because these were not read: "
                        + missing.stream().map(key -> why(key, read)).collect(Collectors.joining(", ")) + "; read: "
                        + read.facts().entrySet().stream().limit(6).toList();
                findings.add(Finding.error(Code.VALUE_MISSING, place, Characters.quoted(detail)));
                continue;
            }
            Sheet assembled = Assembler.sheet(layout, file.name(), file.sha256(), read);
            // A list is read before the end of its file, and has no tree.
            Sheet whole = pages.isEmpty() ? assembled : joined(assembled, layout, trees);
            sheets.add(whole);
            drawings.add(whole);
        }
        return sheets;
    }

    /** A fact that was not read, with the first thing that was said of it. */
    private static String why(String key, Extraction read) {
        return read.issues().stream()
                .filter(i -> i.doubts(key))
                .findFirst()
                .map(i -> key + " (" + i.message() + (i.text() == null ? "" : ": «" + i.text() + "»") + ")")
                .orElse(key);
    }

    /** The finding for an issue of a sheet, with its place. */
    public static Finding finding(String file, Sheet sheet, Issue issue) {
        int page = issue.page() == null ? 0 : issue.page();
        String field = issue.field() == null ? null : issue.field().glob();
        Place place = new Place(file, page, 0, Characters.quoted(Facts.title(sheet)), field);
        String text = issue.text() == null ? "" : " «" + issue.text() + "»";
        return new Finding(issue.severity(), issue.code(), place, issue.message() + text);
    }
}
