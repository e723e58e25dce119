package org.jigyo.layout.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jigyo.layout.FormContext;
import org.jigyo.layout.Layout;
import org.jigyo.layout.Tree;
import org.jigyo.sheet.RecordPaths;
import org.jigyo.sheet.RecordPaths.Holds;

/** Checks a layout for internal consistency and against the paths of the sheet record, part by part. */
final class LayoutCheck {

    private final Layout layout;
    private final JsonNode root;
    private final Problems problems;
    private final ReadFacts read = new ReadFacts();
    private final PathCheck paths;

    LayoutCheck(Layout layout, JsonNode root, Problems problems) {
        this.layout = layout;
        this.root = root;
        this.problems = problems;
        this.paths = new PathCheck(layout, problems, read);
    }

    /**
     * Checks everything.
     *
     * @param file name of the file
     * @param globs globs that name facts, by their place
     * @return the facts that the layout can read
     */
    ReadFacts check(String file, Map<String, String> globs) {
        new HeaderCheck(layout, problems).check(file);
        if (layout.script() != null) {
            new ScriptCheck(layout.script(), paths, problems).check();
        }
        if (layout.sequence() != null) {
            new SequenceCheck(layout.sequence(), paths, problems).check();
        }
        if (layout.grid() != null) {
            new GridCheck(layout.grid(), root, paths, problems).check();
        }
        if (layout.tree() != null) {
            tree(layout.tree());
        }
        new IdentityCheck(read, problems).check(layout.identities());
        globs.forEach((at, glob) -> named(glob, at));
        layout.fill().keySet().forEach(glob -> named(glob, KeyCheck.in("/fill", glob)));
        if (layout.tree() == null) {
            identified();
            context();
        }
        layout.keys().keySet().stream()
                .filter(key -> !paths.ownKeys().contains(key))
                .forEach(key -> problems.addKey(
                        "/keys", key, "no field uses the key «" + key + "»" + Nearest.hint(key, paths.ownKeys())));
        return read;
    }

    private void named(String glob, String at) {
        String pattern = ReadFacts.pattern(glob);
        if (!read.names(pattern) && !read.names("parts/*/" + pattern)) {
            problems.add(at, "the layout has no field for «" + glob + "»" + Nearest.hint(glob, read.patterns()));
        }
    }

    private void tree(Tree tree) {
        for (int l = 0; l < tree.levels().size(); l++) {
            String level = tree.levels().get(l).level();
            if (level != null && !RecordPaths.KNOWN.words("level").contains(level)) {
                problems.add(
                        "/tree/levels/" + l + "/level",
                        "a plan has no level «" + level + "»"
                                + Nearest.hint(level, RecordPaths.KNOWN.words("level")) + "; levels: "
                                + String.join(", ", RecordPaths.KNOWN.words("level")));
            }
        }
        if (!tree.fact().startsWith("attributes/")) {
            problems.add("/tree/fact", "«fact» must be an attribute, for example attributes/mainInPlan");
        }
        paths.check(tree.fact(), Holds.BOOLEAN, "/tree/fact");
    }

    private void identified() {
        for (int i = 0; i < layout.identity().size(); i++) {
            String key = layout.identity().get(i);
            if (!Layout.IDENTIFYING.contains(key)) {
                problems.add(
                        "/identity/" + i,
                        "«" + key + "» cannot identify a project" + Nearest.hint(key, Layout.IDENTIFYING)
                                + "; use some of " + String.join(", ", Layout.IDENTIFYING));
            }
        }
        if (!layout.identity().contains("name")) {
            problems.add("/identity", "the identity must include the name of the project: identity: [name, …]");
        }
        for (String key : layout.required()) {
            if (Layout.IDENTIFYING.contains(key) && !read.names(key)) {
                String remedy = root.has("identity") || !key.equals("number")
                        ? ""
                        : "; if the form prints no number, name the fields that identify a project: "
                                + "identity: [name, department]";
                problems.add(
                        root.has("identity") ? "/identity" : "",
                        "no field reads «" + key
                                + "», which identifies the project; without it no sheet can be published" + remedy);
            }
        }
    }

    private void context() {
        FormContext context = layout.context();
        boolean amounts = read.all().stream()
                .anyMatch(f -> PathCheck.cost(f.pattern()) && !f.pattern().contains("costs/beneficiaryRate/"));
        if (amounts && (context == null || context.currencyUnit() == null)) {
            problems.add(
                    "/context",
                    "the layout reads amounts but does not give their currency unit; add context: {currencyUnit: 1000} for 千円");
        }
        Map<String, String> scales = context == null ? Map.of() : context.scales();
        Set<String> rated = new TreeSet<>();
        read.all().forEach(f -> {
            String[] segments = f.pattern().replaceFirst("^parts/[^/]*/", "").split("/");
            if (segments[0].equals("direction")) {
                rated.add("direction");
            }
            if (segments.length == 2
                    && segments[0].equals("ratings")
                    && rated.add(segments[1])
                    && !segments[1].startsWith("x.")
                    && !scales.containsKey(segments[1])) {
                problems.add(
                        f.at(),
                        "the rating «" + segments[1] + "» has no scale; give it an id: context: {scales: {"
                                + segments[1] + ": " + layout.form() + "-"
                                + segments[1].toLowerCase(Locale.ROOT)
                                + "}}");
            }
        });
        scales.keySet().stream()
                .filter(criterion -> !rated.contains(criterion))
                .forEach(criterion -> problems.addKey(
                        "/context/scales",
                        criterion,
                        "no field reads the rating «" + criterion + "»" + Nearest.hint(criterion, rated)));
    }
}
