package org.jigyo.registry;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;

/** One run of giving keys: year by year, oldest first, so that the order of the input does not matter. */
final class Assigning {

    private static final Comparator<Sheet> ORDER = Comparator.comparing(Sheet::city)
            .thenComparing(Sheet::fiscalYear)
            .thenComparing(s -> s.number() == null ? "" : s.number())
            .thenComparing(s -> s.name() == null ? "" : s.name())
            .thenComparing(s -> s.source() == null ? "" : s.source().file())
            .thenComparing(s -> Facts.of(s).toString());

    private final DepartmentNames names = DepartmentNames.load();
    private final Matching matching;
    private final TreeMap<String, Project> projects = new TreeMap<>();
    private final DepartmentKeys departments;
    private final EditionKeys editions;
    private final PrintedCodes codes;
    private final Registry old;
    private final List<Finding> findings = new ArrayList<>();

    Assigning(Registry old) {
        this.old = old;
        old.projects().forEach(p -> projects.put(p.key(), copy(p)));
        matching = new Matching(MatchingRule.load(), old.decisions());
        departments = new DepartmentKeys(old.departments(), names);
        editions = new EditionKeys(old.editions());
        codes = new PrintedCodes(old.codes());
    }

    private static Project copy(Project p) {
        List<Project.Indicator> indicators = new ArrayList<>();
        p.indicators().forEach(i -> indicators.add(new Project.Indicator(i.key(), new ArrayList<>(i.names()))));
        return new Project(p.key(), p.city(), new ArrayList<>(p.sightings()), indicators);
    }

    Assignment assign(List<Sheet> input) {
        List<Sheet> sheets = once(input.stream().sorted(ORDER).toList());
        departments.take(sheets);
        codes.take(sheets);
        TreeMap<String, List<Sheet>> years = new TreeMap<>();
        sheets.forEach(s -> years.computeIfAbsent(s.city() + " " + s.fiscalYear(), k -> new ArrayList<>())
                .add(s));
        List<Identified> identified = new ArrayList<>();
        years.values().forEach(year -> identified.addAll(assignYear(year)));
        Set<String> present = new TreeSet<>();
        identified.forEach(i -> present.add(i.project()));
        List<Doubt> doubts = doubts(present);
        Registry registry = new Registry(
                projects.values(),
                departments.all(),
                editions.all(),
                codes.all(),
                ReviewFile.with(old.review(), doubts, projects));
        return new Assignment(registry, List.copyOf(identified), doubts, List.copyOf(findings));
    }

    /** A sheet that says the same as another of the same file or of a copy of it counts once. */
    private List<Sheet> once(List<Sheet> sorted) {
        List<Sheet> kept = new ArrayList<>();
        TreeSet<String> seen = new TreeSet<>();
        for (Sheet sheet : sorted) {
            String sha = sheet.source() == null ? "" : sheet.source().sha256();
            String project =
                    String.join("\n", sha, sheet.city(), "" + sheet.fiscalYear(), sheet.number(), sheet.name());
            if (!seen.add(Facts.of(sheet) + form(sheet))) {
                findings.add(Finding.info(
                        Finding.Code.KEY_REPEATED,
                        place(sheet),
                        "the same sheet was read before, fact for fact; it counts once"));
            } else if (!seen.add(project)) {
                findings.add(Finding.error(
                        Finding.Code.KEY_REPEATED,
                        place(sheet),
                        "this file prints number and name twice with different content; the first sheet is kept"));
            } else {
                kept.add(sheet);
            }
        }
        return kept;
    }

    static String form(Sheet sheet) {
        return sheet.context() == null || sheet.context().form() == null
                ? ""
                : sheet.context().form();
    }

    static Place place(Sheet sheet) {
        String file = sheet.source() == null ? null : sheet.source().file();
        return new Place(file, 0, 0, sheet.number() + " " + sheet.name(), null);
    }

    private List<Identified> assignYear(List<Sheet> sheets) {
        String city = sheets.get(0).city();
        List<Sighting> sightings =
                sheets.stream().map(s -> Sighting.of(s, names)).toList();
        List<Project> known =
                projects.values().stream().filter(p -> p.city().equals(city)).toList();
        Map<Sighting, Project> found = matching.match(known, sightings);
        List<Identified> identified = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            Sighting sighting = sightings.get(i);
            Project project = found.containsKey(sighting) ? found.get(sighting) : newOrRepeated(city, sighting);
            if (project.sightings().stream().noneMatch(sighting::repeats)) {
                project.sightings().add(sighting);
                project.sightings().sort(Comparator.comparing(Sighting::year));
            }
            Map<Integer, String> indicators = IndicatorKeys.of(project, sheet);
            String edition = editions.of(sheet, project.key());
            identified.add(
                    new Identified(sheet, project.key(), edition, departments.of(sheet), Map.copyOf(indicators)));
        }
        return identified;
    }

    /** A project seen for the first time, or one that another file of this run has just shown. */
    private Project newOrRepeated(String city, Sighting sighting) {
        return projects.values().stream()
                .filter(p -> p.city().equals(city))
                .filter(p -> p.sightings().stream().anyMatch(sighting::repeats))
                .findFirst()
                .orElseGet(() -> {
                    String key = newKey(city, sighting);
                    Project project = new Project(key, city, new ArrayList<>(), new ArrayList<>());
                    projects.put(key, project);
                    return project;
                });
    }

    /** The number as first printed, four digits when it is numeric; a letter behind it when the key is taken. */
    private String newKey(String city, Sighting sighting) {
        String number = Normalizer.normalize(sighting.number(), Normalizer.Form.NFKC)
                .replaceAll("[^0-9A-Za-z]+", "-")
                .replaceAll("^-|-$", "");
        if (number.matches("[0-9]{1,4}")) {
            number = String.format("%04d", Integer.parseInt(number));
        }
        String base = city + "-" + sighting.year() + "-" + (number.isEmpty() ? "none" : number);
        String key = base;
        for (int n = 1; projects.containsKey(key); n++) {
            key = base + "-" + letters(n);
        }
        return key;
    }

    /** 1 → b, 25 → z, 26 → ab. */
    static String letters(int n) {
        return n < 26 ? String.valueOf((char) ('a' + n)) : letters(n / 26 - 1) + (char) ('a' + n % 26);
    }

    /** Doubts between projects that this run shows; what only the registry remembers is nobody's question now. */
    private List<Doubt> doubts(Set<String> present) {
        List<Project> all = projects.values().stream()
                .filter(p -> present.contains(p.key()))
                .toList();
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1;
                    j < all.size() && all.get(j).city().equals(all.get(i).city());
                    j++) {
                Doubt doubt = matching.doubt(all.get(i), all.get(j));
                if (doubt != null) {
                    doubts.add(doubt);
                    findings.add(doubtful(all.get(i), all.get(j), doubt));
                }
            }
        }
        return doubts;
    }

    private static Finding doubtful(Project one, Project other, Doubt doubt) {
        return Finding.info(
                Finding.Code.IDENTITY_DOUBTFUL,
                new Place(null, 0, 0, doubt.one() + " / " + doubt.other(), null),
                "may be one project (" + doubt.basis() + ", " + doubt.score() + "): "
                        + one.latest().name() + " / " + other.latest().name()
                        + "; decide in review.tsv of the data folder");
    }
}
