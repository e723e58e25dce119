package org.jigyo.layout.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.Bundled;
import org.jigyo.layout.FormContext;
import org.jigyo.layout.Layout;

/**
 * Loads layout files. Strict: a file is checked for unknown keys, against the paths of the sheet record and for
 * internal consistency; a file with a problem is refused as a whole, and all its problems are listed.
 */
public final class Layouts {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Layouts() {}

    /** The layouts that are part of the program, sorted by id. The launcher and a test check them when it is built, so that no start has to. */
    public static List<Layout> bundled() {
        return Shipped.LAYOUTS;
    }

    private static List<Layout> shipped() {
        // in parallel, because on a cold virtual machine one layout takes as long as reading several sheets
        return Bundled.files("/layouts", ".yml").entrySet().parallelStream()
                .map(e -> checked(e.getKey(), new String(e.getValue(), StandardCharsets.UTF_8)))
                .toList();
    }

    /** A layout that was checked when the program was built. */
    private static Layout checked(String file, String yaml) {
        YamlTree tree = YamlTree.of(file, yaml);
        return layout(tree, new Problems(tree));
    }

    /** Those in the program, read when the first of them is needed. */
    private static final class Shipped {
        static final List<Layout> LAYOUTS = shipped();
    }

    /**
     * The layouts of a folder.
     *
     * @param layouts the valid ones, sorted by id
     * @param refused id → problems of each invalid file, one line each: {@code form.yml:12:7: what is wrong}
     */
    public record Folder(List<Layout> layouts, Map<String, List<String>> refused) {}

    /** Loads the layouts of a folder. An invalid file does not affect the others. */
    public static Folder folder(Path folder) {
        List<Layout> layouts = new ArrayList<>();
        Map<String, List<String>> refused = new TreeMap<>();
        for (Path file : files(folder)) {
            try {
                layouts.add(compile(file).layout());
            } catch (LayoutException e) {
                refused.put(id(file.getFileName().toString()), e.problems());
            }
        }
        return new Folder(layouts, refused);
    }

    /**
     * The bundled layouts and those of folders, sorted by id. Of layouts with the same id the last one applies, and an invalid one also
     * hides the others.
     *
     * @param refused receives each problem of an invalid file: its folder, and {@code form.yml:12:7: what is wrong}
     */
    public static List<Layout> known(List<Path> folders, BiConsumer<Path, List<String>> refused) {
        Map<String, Layout> known = new TreeMap<>();
        bundled().forEach(layout -> known.put(layout.id(), layout));
        for (Path folder : folders) {
            Folder own = folder(folder);
            own.layouts().forEach(layout -> known.put(layout.id(), layout));
            own.refused().forEach((id, problems) -> {
                known.remove(id);
                refused.accept(folder, problems);
            });
        }
        return List.copyOf(known.values());
    }

    /** The id of the layout in a file: its name without the ending. */
    static String id(String file) {
        return file.replaceFirst("\\.ya?ml$", "");
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            f -> f.toString().endsWith(".yml") || f.toString().endsWith(".yaml"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a layout.
     *
     * @param file its name, for messages; the layout's id is this name without its ending
     * @throws LayoutException with file, line and column of each problem
     */
    public static Layout read(String file, String yaml) {
        return compile(file, yaml).layout();
    }

    /**
     * A layout with the facts that it can read.
     *
     * @param layout the layout
     * @param paths path of each fact → place of the first field that reads it ({@code form.yml:12:7}), in the order of the layout. A path
     * holds {@code {year-1}} and the like for years that the layout knows, and {@code {any year}}, {@code {n}}, {@code {code}} and so on for
     * what only a sheet tells.
     */
    public record Compiled(Layout layout, Map<String, String> paths) {

        /** Why a publish would leave out facts of this valid layout, one line each: {@code form.yml:12:7: what is missing}. */
        public List<String> warnings() {
            FormContext context = layout.context();
            List<String> warnings = new ArrayList<>();
            if (context == null || context.plan() == null) {
                homeless("policies/", "plan", "the plan that they belong to", "kawabe-plan-6", warnings);
            }
            if (context == null || context.term() == null) {
                homeless("pledges/", "term", "the mayor's term that they belong to", "kawabe-term-2023", warnings);
            }
            return warnings;
        }

        private void homeless(String group, String key, String what, String example, List<String> warnings) {
            paths.entrySet().stream()
                    .filter(path -> path.getKey().startsWith(group))
                    .findFirst()
                    .ifPresent(path -> warnings.add(path.getValue() + ": publish leaves out the "
                            + group.replace("/", "") + ", because the layout does not name " + what
                            + "; add to context: " + key + ": " + example));
        }
    }

    /**
     * Parses the layout in a file, which must be readable.
     *
     * @throws LayoutException with file, line and column of each problem
     */
    public static Compiled compile(Path file) {
        String name = file.getFileName().toString();
        try {
            return compile(name, Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new LayoutException(List.of(name + ": the file is not in UTF-8; save it as UTF-8"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Parses a layout.
     *
     * @param file its name, for messages; the layout's id is this name without its ending
     * @throws LayoutException with file, line and column of each problem
     */
    public static Compiled compile(String file, String yaml) {
        YamlTree tree = YamlTree.of(file, yaml);
        Problems problems = new Problems(tree);
        Map<String, String> globs = new KeyCheck(tree.root(), problems).check();
        problems.check();
        Layout layout = layout(tree, problems);
        ReadFacts facts = new LayoutCheck(layout, tree.root(), problems).check(file, globs);
        problems.check();
        Map<String, String> paths = new LinkedHashMap<>();
        facts.templates().forEach((path, at) -> paths.put(path, tree.place(at)));
        return new Compiled(layout, Collections.unmodifiableMap(paths));
    }

    private static Layout layout(YamlTree tree, Problems problems) {
        try {
            return MAPPER.treeToValue(tree.root(), Layout.class);
        } catch (JsonMappingException e) {
            String at = e.getPath().stream()
                    .map(r ->
                            KeyCheck.in("", r.getFieldName() == null ? String.valueOf(r.getIndex()) : r.getFieldName()))
                    .collect(Collectors.joining());
            problems.add(
                    at,
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage());
        } catch (JsonProcessingException e) {
            problems.add("", e.getOriginalMessage());
        }
        problems.check();
        throw new IllegalStateException("a problem is refused");
    }
}
