package org.jigyo.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.Finding;
import org.jigyo.Finding.Code;
import org.jigyo.Place;
import org.jigyo.layout.Layout;
import org.jigyo.layout.Tree;
import org.jigyo.page.Line;
import org.jigyo.page.Page;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.Sheet;

/**
 * The tree of a plan printed at the beginning of a file: codes of the plan elements, and the projects with their mark.
 * Names are compared by {@link Printed#key}; a name with contradictory entries counts as having none.
 */
final class PolicyTree {

    private final Tree tree;
    private final String city;
    private final Map<String, Set<String>> codes = new LinkedHashMap<>();
    private final Map<String, Set<Boolean>> marks = new LinkedHashMap<>();
    private final Map<String, Leaf> leaves = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();

    private record Leaf(String name, int page, Line line) {
        Evidence evidence() {
            Integer number = line.number() > 0 ? line.number() : null;
            List<Double> place = line.box() == null ? null : line.box().rounded();
            return new Evidence(
                    page,
                    number,
                    number == null ? null : line.column(),
                    place,
                    line.text(),
                    "tree: mark before the project",
                    1.0);
        }
    }

    private PolicyTree(Layout layout) {
        this.tree = layout.tree();
        this.city = layout.city();
    }

    /** Reads the tree from pages. */
    static PolicyTree of(Layout layout, List<Page> pages) {
        PolicyTree read = new PolicyTree(layout);
        Set<String> ignored = new HashSet<>();
        layout.ignore().forEach(i -> ignored.add(Printed.key(i)));
        for (Page page : pages) {
            page.blocks().stream().flatMap(b -> b.lines().stream()).forEach(line -> {
                if (!ignored.contains(Printed.key(line.text()))) {
                    read.line(page.number(), line);
                }
            });
        }
        return read;
    }

    private void line(int page, Line line) {
        String text = line.text().strip();
        for (Tree.Level level : tree.levels()) {
            Matcher m = Pattern.compile(
                            Pattern.quote(level.word()) + "[\\s\u3000]*([0-9０-９]+(?:[-－‐−][0-9０-９]+)*)[\\s\u3000]+(.+)")
                    .matcher(text);
            if (m.matches()) {
                String code = Printed.key(m.group(1)).replaceAll("[‐−]", "-");
                codes.computeIfAbsent(level.level() + "/" + Printed.key(m.group(2)), k -> new HashSet<>())
                        .add(code);
                return;
            }
        }
        boolean marked = text.startsWith(tree.mark());
        String name = marked ? text.substring(tree.mark().length()).strip() : text;
        if (!Printed.key(name).isEmpty()) {
            marks.computeIfAbsent(Printed.key(name), k -> new HashSet<>()).add(marked);
            leaves.putIfAbsent(Printed.key(name), new Leaf(name, page, line));
        }
    }

    /** True if the tree covers sheets of this form. */
    boolean serves(String form, String ofCity) {
        return tree.form().equals(form) && city.equals(ofCity);
    }

    /** The sheet with the codes of its plan elements and the mark of its project. */
    Sheet join(Sheet sheet) {
        return join(sheet, this, tree);
    }

    /** The sheet of a file without a tree: the facts that the tree would have provided are in doubt. */
    static Sheet without(Sheet sheet, Tree expected) {
        return join(sheet, null, expected);
    }

    private static Sheet join(Sheet sheet, PolicyTree read, Tree tree) {
        List<Sheet.Policy> policies = new ArrayList<>();
        List<Issue> issues = new ArrayList<>(sheet.issues());
        for (Sheet.Policy p : sheet.placement().policies()) {
            boolean named = tree.levels().stream()
                    .anyMatch(l -> p.level() != null && p.level().equals(l.level()));
            Set<String> found = read == null || p.label() == null
                    ? Set.of()
                    : read.codes.getOrDefault(p.level() + "/" + Printed.key(p.label()), Set.of());
            if (named && p.code() == null && found.size() == 1) {
                policies.add(new Sheet.Policy(p.level(), found.iterator().next(), p.label()));
            } else {
                policies.add(p);
                if (named) {
                    issues.add(unmatched("policies/" + p.level() + "/*", p.label()));
                }
            }
        }
        Map<String, Object> attributes = new LinkedHashMap<>(sheet.body().attributes());
        String key = Printed.key(String.valueOf(sheet.name()));
        Set<Boolean> mark = read == null ? Set.of() : read.marks.getOrDefault(key, Set.of());
        Map<String, Evidence> evidence = new LinkedHashMap<>(sheet.evidence());
        if (mark.size() == 1) {
            attributes.put(
                    tree.fact().substring(tree.fact().indexOf('/') + 1),
                    mark.iterator().next());
            read.seen.add(key);
            evidence.put(tree.fact(), read.leaves.get(key).evidence());
        } else {
            issues.add(unmatched(tree.fact(), sheet.name()));
        }
        return sheet.placed(sheet.placement().with(policies), attributes).with(issues, evidence);
    }

    private static Issue unmatched(String field, String name) {
        String message = "the file's policy tree does not list it, or lists it in contradictory ways";
        return Issue.warning(Code.TREE_UNMATCHED, field, message).printed(null, name);
    }

    /** Findings for projects of the tree without a sheet in the file. */
    List<Finding> absent(String file) {
        return leaves.entrySet().stream()
                .filter(e -> !seen.contains(e.getKey()))
                .map(e -> Finding.info(
                        Code.SHEET_ABSENT,
                        Place.of(file).onPage(e.getValue().page()),
                        "the policy tree lists a project without a sheet in the file: «"
                                + e.getValue().name() + "»"))
                .toList();
    }
}
