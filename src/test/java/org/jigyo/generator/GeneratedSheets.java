package org.jigyo.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.Limits;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/**
 * The sheets of a made-up city in a folder, and what is known of them: the files in {@code sheets}, what they say as records in
 * {@code gold}, and in {@code projects.tsv} which project each of them is of.
 */
final class GeneratedSheets {

    private final FormTemplate form;
    private final Path folder;
    private final Map<Path, List<Sheet>> truth = new LinkedHashMap<>();
    private final Map<String, String> projects = new TreeMap<>();

    private GeneratedSheets(FormTemplate form, Path folder) {
        this.form = form;
        this.folder = folder;
    }

    /** Writes the sheets of these projects; those of a year that do not fill a file of the form are left out. */
    static GeneratedSheets write(FormTemplate form, Path folder, List<MadeProject> projects) throws IOException {
        GeneratedSheets all = new GeneratedSheets(form, folder);
        Map<Integer, List<MadeProject>> years = new TreeMap<>();
        projects.forEach(
                p -> years.computeIfAbsent(p.year(), y -> new ArrayList<>()).add(p));
        Files.createDirectories(folder.resolve("sheets"));
        Files.createDirectories(folder.resolve("gold"));
        for (Map.Entry<Integer, List<MadeProject>> year : years.entrySet()) {
            int each = form.sheets();
            for (int n = 0; n + each <= year.getValue().size(); n += each) {
                all.write(
                        String.format("%d-%06d", year.getKey(), n),
                        year.getValue().subList(n, n + each));
            }
        }
        List<String> lines = new ArrayList<>();
        all.projects.forEach((printed, project) -> lines.add(printed + "\t" + project));
        Files.write(folder.resolve("projects.tsv"), lines);
        return all;
    }

    private void write(String name, List<MadeProject> own) throws IOException {
        List<Sheet> says = new ArrayList<>();
        Path file = folder.resolve("sheets").resolve(name + "." + form.ending());
        Files.write(file, form.bytes(form.filled(own, says)));
        Files.write(
                folder.resolve("gold").resolve(name + ".jsonl"),
                says.stream().map(SheetJson::write).toList(),
                StandardCharsets.UTF_8);
        truth.put(file, says);
        for (int i = 0; i < own.size(); i++) {
            projects.put(printed(says.get(i)), own.get(i).key());
        }
    }

    private static String printed(Sheet sheet) {
        return sheet.fiscalYear() + "\t" + sheet.number() + "\t" + sheet.name();
    }

    /** Reads all files with the bundled layouts and compares what is read with what they say. */
    GenerationScore score() throws IOException {
        GenerationScore.Counter counter = new GenerationScore.Counter();
        Extractor extractor = new Extractor(Layouts.bundled(), Limits.DEFAULT, false);
        for (SourceFile file : SourceFiles.of(List.of(folder.resolve("sheets")), f -> {})) {
            List<Sheet> says = truth.get(
                    folder.resolve("sheets").resolve(Path.of(file.name()).getFileName()));
            counter.add(says, extractor.read(file).sheets(), sheet -> projects.get(printed(sheet)));
        }
        return counter.score();
    }

    /** {@code SPECIMEN FOLDER PROJECTS YEARS SEED}: writes sheets and says how well they are read. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        FormTemplate form = FormTemplate.of(Path.of(arguments[0]), folder);
        List<MadeProject> projects = new MadeCity(Long.parseLong(arguments[4]))
                .projects(Integer.parseInt(arguments[2]), form.year(), Integer.parseInt(arguments[3]));
        System.out.println(write(form, folder, projects).score());
    }
}
