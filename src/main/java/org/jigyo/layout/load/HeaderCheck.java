package org.jigyo.layout.load;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.CurrencyUnit;
import org.jigyo.layout.Layout;
import org.jigyo.layout.MarkSet;
import org.jigyo.nation.LocalGovernment;
import org.jigyo.nation.LocalGovernmentCode;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.RecordPaths;

/** Checks the top of the file: names, city code, phrases, code lists, scales, own keys. */
final class HeaderCheck {

    /** Ids become parts of IRIs. */
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final Layout layout;
    private final Problems problems;

    HeaderCheck(Layout layout, Problems problems) {
        this.layout = layout;
        this.problems = problems;
    }

    void check(String file) {
        id(layout.id(), "/id");
        String stem = Layouts.id(file);
        if (!layout.id().equals(stem)) {
            problems.add("/id", "the id must be the file's name without its ending: " + stem);
        }
        id(layout.form(), "/form");
        city();
        phrases(layout.applies(), "/applies");
        phrases(layout.absent(), "/absent");
        phrases(layout.ignore(), "/ignore");
        phrases(layout.otherPages(), "/other-pages");
        for (int a = 0; a < layout.absent().size(); a++) {
            if (keys(layout.applies()).contains(Printed.key(layout.absent().get(a)))) {
                problems.add(
                        "/absent/" + a,
                        "«" + layout.absent().get(a)
                                + "» is also listed under «applies»; a phrase cannot be both required and forbidden");
            }
        }
        engines();
        context();
        layout.codes().forEach((name, list) -> codes(name, list, KeyCheck.in("/codes", name)));
        layout.marks().forEach((name, set) -> marks(name, set, KeyCheck.in("/marks", name)));
        layout.fill().forEach((glob, share) -> {
            if (share < 0 || share > 1) {
                problems.add(
                        KeyCheck.in("/fill", glob),
                        "a share is a number from 0 to 1, for example 0.9 for nine of ten sheets");
            }
        });
        layout.keys().keySet().stream()
                .filter(key -> !RecordPaths.OWN_KEY.matcher(key).matches())
                .forEach(
                        key -> problems.addKey(
                                "/keys",
                                key,
                                "«" + key
                                        + "» is not a valid key of your own; it must begin with x. and a lower-case letter: x.planGeneration"));
    }

    private void id(String id, String at) {
        if (!ID.matcher(id).matches()) {
            problems.add(at, "«" + id + "» is not a valid id; use lower-case letters, digits and hyphens");
        }
    }

    private void city() {
        String city = layout.city();
        if (!city.matches("\\d{6}")) {
            problems.add(
                    "/city",
                    "«" + city
                            + "» is not a local government code (全国地方公共団体コード); it has six digits, in quotes: "
                            + codes(city));
            return;
        }
        String checked = LocalGovernmentCode.checked(city);
        if (!checked.equals(city)) {
            problems.add("/city", "the check digit of «" + city + "» is wrong; did you mean " + checked + "?");
        } else if (!LocalGovernmentCode.exists(city)) {
            problems.add("/city", "«" + city + "» does not begin with the number of a prefecture, 01 to 47");
        }
    }

    /** The codes that a name or five digits may stand for; else an example. */
    private static String codes(String city) {
        List<LocalGovernment> found = LocalGovernments.find(city);
        return found.isEmpty()
                ? "\"082201\""
                : found.stream().map(one -> "\"" + one.code() + "\"").collect(Collectors.joining(" or "));
    }

    private static Set<String> keys(List<String> phrases) {
        Set<String> keys = new TreeSet<>();
        phrases.forEach(p -> keys.add(Printed.key(p)));
        return keys;
    }

    private void phrases(List<String> phrases, String at) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < phrases.size(); i++) {
            String key = Printed.key(phrases.get(i));
            if (Printed.key(phrases.get(i).replace("…", "")).isEmpty()) {
                problems.add(at + "/" + i, "«" + phrases.get(i) + "» is blank; write the text that is printed");
            } else if (!seen.add(key)) {
                problems.add(at + "/" + i, "«" + phrases.get(i) + "» is listed twice");
            }
        }
    }

    private void engines() {
        boolean order = layout.script() != null || layout.sequence() != null;
        if (layout.script() != null && layout.sequence() != null) {
            problems.addKey("", "script", "a layout cannot have both a script and a sequence; remove one");
        } else if (layout.tree() != null && (order || layout.grid() != null)) {
            problems.addKey(
                    "",
                    "tree",
                    "a tree cannot be combined with grid, script or sequence; put it in a layout file of its own");
        } else if (layout.tree() == null && !order && layout.grid() == null) {
            problems.add(
                    "", "the layout does not say how the form is read; add grid (usual), script, sequence or tree");
        } else if (order && layout.grid() != null && !layout.grid().list().isEmpty()) {
            problems.addKey(
                    "/grid", "list", "a grid that accompanies a script or sequence can have fields, but not a list");
        }
    }

    private void context() {
        if (layout.context() == null) {
            return;
        }
        Integer unit = layout.context().currencyUnit();
        if (unit != null && !CurrencyUnit.known(unit)) {
            problems.add(
                    "/context/currencyUnit",
                    unit
                            + " is not a currency unit; use 1 (円), 1000 (千円), 10000 (万円), 1000000 (百万円) or 100000000 (億円)");
        }
        Integer projected = layout.context().projected();
        if (projected != null && (projected < 1 || projected > 10)) {
            problems.add("/context/projected", projected + " is not a number of years from 1 to 10");
        }
        if (layout.context().plan() != null) {
            id(layout.context().plan(), "/context/plan");
        }
        if (layout.context().term() != null) {
            id(layout.context().term(), "/context/term");
        }
        layout.context().scales().forEach((criterion, id) -> id(id, KeyCheck.in("/context/scales", criterion)));
    }

    private void marks(String name, MarkSet set, String at) {
        if (set.chosen().isEmpty() && !set.circled()) {
            problems.add(at, "the marks «" + name + "» need a mark of what is chosen: chosen: [■], or circled: true");
        }
        phrases(set.chosen(), at + "/chosen");
        for (int i = 0; i < set.open().size(); i++) {
            String mark = set.open().get(i);
            if (keys(set.chosen()).contains(Printed.key(mark))) {
                problems.add(
                        at + "/open/" + i,
                        "«" + mark + "» in the mark set «" + name + "» is listed under both «chosen» and «open»");
            }
        }
        phrases(set.open(), at + "/open");
    }

    private void codes(String name, CodeList list, String at) {
        Map<String, String> seen = new HashMap<>();
        list.values().forEach((printed, value) -> {
            String key = Printed.key(printed);
            String before = seen.putIfAbsent(key, printed);
            if (key.isEmpty()) {
                problems.add(
                        at,
                        "the code list «" + name + "» has a value without a printed form; write printed form: value");
            } else if (before != null) {
                problems.add(
                        at, "«" + printed + "» is listed twice in the code list «" + name + "»: as «" + before + "»");
            }
        });
    }
}
