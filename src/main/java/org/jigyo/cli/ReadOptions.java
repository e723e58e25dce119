package org.jigyo.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jigyo.extract.Extractor;
import org.jigyo.layout.Layout;
import org.jigyo.layout.load.Layouts;
import org.jigyo.page.PageReader;
import org.jigyo.publish.Reader;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for reading sheets, shared by extract, explain, layouts, publish and withdraw. */
final class ReadOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(
            names = "--layouts",
            paramLabel = "DIR",
            description =
                    "Folder of layout files (*.yml), in addition to layouts/ of the data folder. A layout replaces another"
                            + " with the same id.")
    private Path layouts;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    /** The default options, for a command that offers only the data folder. */
    static ReadOptions of(DataOptions data, CommandSpec command) {
        ReadOptions options = new ReadOptions();
        options.data = data;
        options.command = command;
        options.limits = LimitOptions.of(command);
        return options;
    }

    int jobs() {
        return limits.jobs();
    }

    Path data() {
        return data.folder();
    }

    /**
     * The bundled layouts, those of the data folder, and those of {@code --layouts}. Of layouts with the same id the
     * last one applies. An invalid file is reported, and no other layout with its id is used instead.
     */
    List<Layout> layouts() {
        return Layouts.known(folders(), this::refuse);
    }

    /** The layouts without drafts, which are named: nothing is published with what no person has confirmed. */
    private List<Layout> confirmed() {
        List<Layout> known = layouts();
        PrintWriter err = command.commandLine().getErr();
        known.stream()
                .filter(Layout::draft)
                .forEach(l -> err.println("jigyo: the layout " + l.id()
                        + " is a draft and was left out; confirm it: jigyo layouts confirm " + l.id() + ".yml PATH…"));
        err.flush();
        return known.stream().filter(l -> !l.draft()).toList();
    }

    private void refuse(Path folder, List<String> problems) {
        PrintWriter err = command.commandLine().getErr();
        problems.forEach(problem -> err.println("jigyo: " + folder.resolve(problem)));
        err.println("jigyo: this layout was left out");
        err.flush();
    }

    /** The folders of the owner's layouts; those of the data folder need not exist. */
    List<Path> layoutFolders() {
        return Stream.of(data.layouts(), layouts).filter(Objects::nonNull).toList();
    }

    private List<Path> folders() {
        if (layouts != null && !Files.isDirectory(layouts)) {
            throw new ParameterException(command.commandLine(), "--layouts: there is no folder " + layouts);
        }
        return layoutFolders().stream().filter(Files::isDirectory).toList();
    }

    Extractor extractor(List<Layout> known, boolean evidence) {
        return new Extractor(known, pages(), evidence, false);
    }

    /** The reader of pages. */
    PageReader pages() {
        return limits.reader();
    }

    /**
     * The reader for a publish. It keeps evidence and reads values as printed; corrections are applied afterwards.
     *
     * @param drawn whether it also keeps drawings of the pages
     */
    Reader reader(boolean drawn) {
        return Reader.of(confirmed(), folders(), pages(), limits.fingerprint(), drawn, jobs());
    }
}
