package org.jigyo.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jigyo.Finding;
import org.jigyo.Place;

/** One run of key assignment: year by year, oldest first, so that the order of the input does not matter. */
final class Assigning {

    /** A sheet and its index in the input. */
    private record Given(int index, Appearance sheet) {}

    private static final Comparator<Appearance> ORDER = Comparator.comparing(Appearance::fiscalYear)
            .thenComparing(Appearance::number)
            .thenComparing(Appearance::name)
            .thenComparing(Appearance::file)
            .thenComparing(Appearance::page)
            .thenComparing(Appearance::digest);

    private final Registry old;
    private final List<Given> sheets;
    private final DepartmentNames names = DepartmentNames.load();
    private final Matching matching;
    private final KnownProjects known;
    private final CutDepartments cut;
    private final DepartmentKeys departments;
    private final EditionKeys editions;
    private final PrintedCodes codes;
    private final IndicatorKeys indicators;
    private final PartKeys parts;
    private final TreeMap<String, Project> projects = new TreeMap<>();
    private final TreeMap<String, Project> present = new TreeMap<>();
    private final Map<String, Integer> letters = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    Assigning(Registry old, List<Appearance> input) {
        this.old = old;
        sheets = once(input);
        old.projects().forEach(p -> projects.put(p.key(), p.copy()));
        Stream<String> remembered =
                projects.values().stream().flatMap(p -> p.sightings().stream()).map(Sighting::name);
        Stream<String> printed = sheets.stream().map(g -> g.sheet().name());
        NameIndex index = new NameIndex(Stream.concat(remembered, printed).toList());
        matching = new Matching(MatchingRule.load(), old.decisions(), index);
        known = matching.index();
        projects.values().forEach(p -> p.sightings().forEach(s -> known.add(p, s)));
        cut = new CutDepartments(
                old.city(), names, sheets.stream().map(Given::sheet).toList(), old.decisions());
        departments = new DepartmentKeys(old.city(), old.departments(), names, cut);
        editions = new EditionKeys(old.editions());
        codes = new PrintedCodes(old.codes());
        indicators = new IndicatorKeys(old.decisions());
        parts = new PartKeys(old.decisions(), indicators);
    }

    Assignment assign() {
        List<Appearance> given = sheets.stream().map(Given::sheet).toList();
        departments.take(given);
        codes.take(given);
        TreeMap<Integer, List<Appearance>> years = new TreeMap<>();
        given.forEach(s ->
                years.computeIfAbsent(s.fiscalYear(), k -> new ArrayList<>()).add(s));
        List<Project> found = new ArrayList<>();
        years.values().forEach(year -> found.addAll(projects(year)));
        List<Identified> identified = identified(found);
        List<Doubt> doubts = new ArrayList<>(matching.doubts(present.values()));
        TreeMap<String, Project> doubted = new TreeMap<>(present);
        for (Project project : present.values()) {
            doubts.addAll(parts.doubts(project));
            project.parts().forEach(part -> doubted.put(part.key(), part));
        }
        doubts.forEach(doubt -> findings.add(doubtful(doubt, doubted)));
        List<NameDoubt> names = new ArrayList<>(cut.doubts());
        names.addAll(indicators.doubts());
        names.forEach(doubt -> findings.add(doubtful(doubt)));
        Registry registry = new Registry(
                old.city(),
                projects.values(),
                departments.all(),
                editions.all(),
                codes.all(),
                ReviewFile.with(old.review(), doubts, doubted, old.city(), names));
        List<Project> shown = List.copyOf(present.values());
        List<Succession> successions = Succession.of(shown, departments::certain);
        return new Assignment(registry, identified, shown, List.copyOf(doubts), successions, List.copyOf(findings));
    }

    /** The sheets in order. A sheet equal to another one of the same file, or of a copy of that file, counts once. */
    private List<Given> once(List<Appearance> input) {
        List<Given> sorted = new ArrayList<>();
        for (int i = 0; i < input.size(); i++) {
            if (!input.get(i).city().equals(old.city())) {
                throw new IllegalArgumentException(
                        "a sheet of " + input.get(i).city() + " for the registry of " + old.city());
            }
            sorted.add(new Given(i, input.get(i)));
        }
        sorted.sort(Comparator.comparing(Given::sheet, ORDER));
        List<Given> kept = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Given next : sorted) {
            Appearance s = next.sheet();
            if (!seen.add(s.digest())) {
                findings.add(Finding.info(
                        Finding.Code.KEY_REPEATED, s.place(), "an identical sheet was read before; it counts once"));
            } else if (!seen.add(s.sha256() + "\n"
                    + Sighting.of(s, names.path(s.city(), s.department(), null)).seen())) {
                findings.add(Finding.error(
                        Finding.Code.KEY_REPEATED,
                        s.place(),
                        "this file prints " + (s.number().isEmpty() ? "name and department" : "number and name")
                                + " twice with different content; only the first sheet is kept"));
            } else {
                kept.add(next);
            }
        }
        return kept;
    }

    /** The projects of all sheets of a year. */
    private List<Project> projects(List<Appearance> year) {
        List<Sighting> sightings =
                year.stream().map(s -> Sighting.of(s, departments.units(s))).toList();
        Map<Seen, Project> found = matching.match(known, sightings);
        List<Project> result = new ArrayList<>();
        for (Sighting sighting : sightings) {
            Project project = found.computeIfAbsent(sighting.seen(), seen -> create(sighting));
            remember(project, sighting);
            result.add(project);
        }
        return result;
    }

    private void remember(Project project, Sighting sighting) {
        if (project.add(sighting)) {
            known.add(project, sighting);
        }
        present.computeIfAbsent(
                        project.key(),
                        key -> new Project(key, old.city(), new ArrayList<>(), project.indicators(), new ArrayList<>()))
                .add(sighting);
    }

    private Project create(Sighting sighting) {
        Project project = Project.named(newKey(sighting), old.city());
        projects.put(project.key(), project);
        return project;
    }

    /**
     * A new key: the number as first printed, padded to four digits if it is numeric, followed by a letter if that key
     * is taken.
     */
    private String newKey(Sighting sighting) {
        String number = Normalizer.normalize(sighting.number(), Normalizer.Form.NFKC)
                .replaceAll("[^0-9A-Za-z]+", "-")
                .replaceAll("^-|-$", "");
        if (number.matches("[0-9]{1,4}")) {
            number = String.format("%04d", Integer.parseInt(number));
        }
        String base = old.city() + "-" + sighting.year() + "-" + (number.isEmpty() ? "none" : number);
        String key = base;
        while (projects.containsKey(key)) {
            key = base + "-" + letters(letters.merge(base, 1, Integer::sum));
        }
        return key;
    }

    /** 1 → b, 25 → z, 26 → aa. */
    static String letters(int n) {
        return n < 26 ? String.valueOf((char) ('a' + n)) : letters(n / 26 - 1) + (char) ('a' + n % 26);
    }

    private List<Identified> identified(List<Project> found) {
        List<Appearance> given = sheets.stream().map(Given::sheet).toList();
        List<String> keys = found.stream().map(Project::key).toList();
        List<String> edition = editions.give(given, keys);
        List<Identified> identified = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Appearance sheet = given.get(i);
            identified.add(new Identified(
                    sheets.get(i).index(),
                    sheet,
                    keys.get(i),
                    edition.get(i),
                    departments.of(sheet),
                    Map.copyOf(indicators.of(found.get(i), sheet)),
                    parts.give(found.get(i), present.get(keys.get(i)), sheet)));
        }
        return List.copyOf(identified);
    }

    private Finding doubtful(NameDoubt doubt) {
        return Finding.info(
                Finding.Code.IDENTITY_DOUBTFUL,
                new Place(null, 0, 0, (doubt.context() + " " + doubt.one()).strip(), null),
                "«" + doubt.one() + "» may be «" + doubt.other() + "» (" + doubt.rule() + "); decide in " + old.city()
                        + ".review.tsv of the data folder's registry");
    }

    /**
     * The finding for a doubt. Only projects in this run are reported; projects known only from the registry are not.
     */
    private Finding doubtful(Doubt doubt, Map<String, Project> doubted) {
        return Finding.info(
                Finding.Code.IDENTITY_DOUBTFUL,
                new Place(null, 0, 0, doubt.one() + " / " + doubt.other(), null),
                "may be the same project (" + doubt.basis() + ", " + doubt.score() + "): "
                        + doubted.get(doubt.one()).latest().name() + " / "
                        + doubted.get(doubt.other()).latest().name() + "; decide in " + old.city()
                        + ".review.tsv of the data folder's registry");
    }
}
