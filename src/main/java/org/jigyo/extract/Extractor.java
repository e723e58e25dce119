package org.jigyo.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Place;
import org.jigyo.extract.engine.Extraction;
import org.jigyo.layout.Layout;
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

/** Reads files: pages → forms → sheets, with everything that is doubtful as findings. Immutable, thread-safe. */
public final class Extractor {

    private final PageReader reader;
    private final Forms forms;
    private final boolean evidence;

    /**
     * An extractor for these forms.
     *
     * @param layouts the forms to know
     * @param limits how much one file may ask for
     * @param evidence true to keep for every fact where it stands
     */
    public Extractor(List<Layout> layouts, Limits limits, boolean evidence) {
        this.reader = Formats.reader(limits);
        this.forms = new Forms(layouts);
        this.evidence = evidence;
    }

    /** Everything that one file says. Never throws for what is in the file. */
    public FileReading read(SourceFile file) {
        return complete(raw(file));
    }

    /**
     * What one file says as it is printed, before anything is left out: what may be kept, because it depends on the
     * file, the layouts and the limits only. Never throws for what is in the file.
     */
    public FileReading raw(SourceFile file) {
        List<Sheet> sheets = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        rawInParts(file, part -> {
            sheets.addAll(part.sheets());
            findings.addAll(part.findings());
        });
        return new FileReading(file.name(), sheets, findings);
    }

    /** Everything that one file says: the rows of a long list part by part, all else at the end. */
    public void readInParts(SourceFile file, Consumer<FileReading> parts) {
        rawInParts(file, raw -> parts.accept(complete(raw)));
    }

    private void rawInParts(SourceFile file, Consumer<FileReading> parts) {
        List<Sheet> sheets = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try {
            Sections sections = new Sections(
                    forms,
                    file,
                    findings::add,
                    (layout, rows) ->
                            parts.accept(part(file, sheets(file, layout, List.of(), rows, findings), findings)));
            reader.read(file, sections::add, findings::add);
            sections.end();
            List<PolicyTree> trees = sections.all().stream()
                    .filter(s -> s.layout().tree() != null)
                    .map(s -> PolicyTree.of(s.layout(), s.pages()))
                    .toList();
            for (Sections.Section section : sections.all()) {
                if (section.layout().tree() == null) {
                    sheets(
                                    file,
                                    section.layout(),
                                    section.pages(),
                                    Engines.read(section.layout(), file.name(), section.pages()),
                                    findings)
                            .forEach(s -> sheets.add(joined(s, section.layout(), trees)));
                }
            }
            trees.forEach(t -> findings.addAll(t.absent(file.name())));
            if (!sections.any() && findings.isEmpty()) {
                findings.add(Finding.error(Code.FILE_EMPTY, Place.of(file.name()), "the file has no page with text"));
            }
        } catch (StackOverflowError | OutOfMemoryError e) {
            String detail = "the file asks for more memory than there is; the others go on";
            findings.add(Finding.error(Code.LIMIT_EXCEEDED, Place.of(file.name()), detail));
        } catch (RuntimeException e) {
            String detail = "reading failed, which is a fault of this program: " + e;
            findings.add(Finding.error(Code.INTERNAL_ERROR, Place.of(file.name()), detail));
        }
        parts.accept(part(file, sheets, findings));
    }

    /** Sheets with the findings so far, which are then told. */
    private static FileReading part(SourceFile file, List<Sheet> sheets, List<Finding> findings) {
        FileReading part = new FileReading(file.name(), sheets, findings);
        findings.clear();
        return part;
    }

    /**
     * A raw reading as everything after it needs it: without what no record may hold, and with every doubt about a sheet
     * among the findings. A sheet that cannot be identified is held back, which its findings say.
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

    /** The sheet with what the file's tree says of it; where a tree belongs to the form and none is there, that is an issue. */
    private Sheet joined(Sheet sheet, Layout layout, List<PolicyTree> trees) {
        return trees.stream()
                .filter(t -> t.serves(layout.form(), layout.city()))
                .findFirst()
                .map(t -> t.join(sheet))
                .or(() -> forms.tree(layout.form()).map(t -> PolicyTree.without(sheet, t)))
                .orElse(sheet);
    }

    private List<Sheet> sheets(
            SourceFile file, Layout layout, List<Page> pages, List<Extraction> all, List<Finding> findings) {
        List<Sheet> sheets = new ArrayList<>();
        for (Extraction sheet : all) {
            Extraction read = PageDoubts.on(pages, sheet);
            List<String> missing = Assembler.missingKey(layout.required(), read);
            if (!missing.isEmpty()) {
                Place place = Place.of(file.name()).onPage(read.firstPage());
                String detail = "the sheet is held back: not read are " + String.join(", ", missing) + "; read: "
                        + read.facts().entrySet().stream().limit(6).toList();
                findings.add(Finding.error(Code.VALUE_MISSING, place, Characters.quoted(detail)));
                continue;
            }
            sheets.add(Assembler.sheet(layout, file.name(), file.sha256(), read));
        }
        return sheets;
    }

    /** What an issue of a sheet says, with its place. */
    public static Finding finding(String file, Sheet sheet, Issue issue) {
        int page = issue.page() == null ? 0 : issue.page();
        String field = issue.field() == null ? null : issue.field().glob();
        Place place = new Place(file, page, 0, Characters.quoted(Facts.title(sheet)), field);
        String text = issue.text() == null ? "" : " «" + issue.text() + "»";
        return new Finding(issue.severity(), issue.code(), place, issue.message() + text);
    }
}
