package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Laws of the registry on generated cities: order does not matter, keys are permanent, and the index finds what
 * comparing all pairs finds.
 */
class RegistryLawTest {

    private static List<Appearance> city(long seed, int projects) {
        return new GeneratedCity(seed, projects, true).sheets(projects);
    }

    private static Assignment assign(List<Appearance> sheets) {
        return Registry.empty(GeneratedCity.CITY).assign(sheets);
    }

    /** All keys of each sheet. */
    private static Map<String, String> keys(Assignment assignment) {
        Map<String, String> keys = new TreeMap<>();
        assignment
                .sheets()
                .forEach(s -> keys.put(
                        s.appearance().digest(),
                        s.project() + " " + s.edition() + " " + s.departments() + " " + s.indicators()));
        return keys;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theOrderOfTheInputDoesNotMatter(long seed) {
        List<Appearance> sheets = city(seed, 120);
        Assignment one = assign(sheets);
        List<Appearance> shuffled = new ArrayList<>(sheets);
        Collections.shuffle(shuffled, new Random(seed));
        Assignment other = assign(shuffled);
        assertSame(other, one);
        other.sheets().forEach(s -> assertThat(shuffled.get(s.sheet())).isSameAs(s.appearance()));
    }

    /** Files are added in any order, and some are missing for a while. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keysStayThroughAnySequence(long seed, @TempDir Path folder) {
        Random random = new Random(seed);
        List<Appearance> sheets = city(seed, 120);
        List<String> files = new ArrayList<>(
                sheets.stream().map(Appearance::file).distinct().sorted().toList());
        Collections.shuffle(files, random);
        Map<String, String> given = new TreeMap<>();
        for (int added = 10; added < files.size() + 10; added += 10) {
            Set<String> published = Set.copyOf(files.subList(0, Math.min(added, files.size())));
            List<Appearance> all =
                    sheets.stream().filter(s -> published.contains(s.file())).toList();
            List<Appearance> some = all.stream()
                    .filter(s -> (s.file().hashCode() + seed) % 3 != 0)
                    .toList();
            for (List<Appearance> now : List.of(all, some)) {
                Assignment one = Registry.read(folder, GeneratedCity.CITY).assign(now);
                one.registry().write(folder);
                keys(one)
                        .forEach((sheet, key) -> assertThat(given.merge(sheet, key, (old, fresh) -> old))
                                .isEqualTo(key));
                assertSame(Registry.read(folder, GeneratedCity.CITY).assign(now), one);
            }
        }
    }

    private static void assertSame(Assignment again, Assignment one) {
        assertThat(keys(again)).isEqualTo(keys(one));
        assertThat(again.projects()).isEqualTo(one.projects());
        assertThat(again.doubts()).isEqualTo(one.doubts());
        assertThat(again.successions()).isEqualTo(one.successions());
        assertThat(again.findings()).isEqualTo(one.findings());
        assertThat(RegistryFile.lines(again.registry())).isEqualTo(RegistryFile.lines(one.registry()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void oneEditionHasAProjectOnce(long seed) {
        Assignment assignment = assign(city(seed, 200));
        assertThat(assignment.sheets())
                .extracting(s -> s.edition() + " " + s.project())
                .doesNotHaveDuplicates();
    }

    /** The content of a release depends on its sheets, whatever was published before it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatWasPublishedBeforeShowsInKeysOnly(long seed) {
        List<Appearance> all = city(seed, 120);
        List<Appearance> end = all.stream().filter(s -> s.fiscalYear() > 2021).toList();
        Registry remembers = assign(all).registry();
        Assignment now = remembers.assign(end);
        now.projects().forEach(p -> assertThat(p.sightings()).isNotEmpty().allMatch(s -> s.year() > 2021));
        assertThat(now.doubts())
                .allSatisfy(
                        d -> assertThat(now.projects()).extracting(Project::key).contains(d.one(), d.other()));
        Assignment detour = assign(all).registry().assign(all).registry().assign(end);
        assertThat(detour.doubts()).isEqualTo(now.doubts());
        assertThat(detour.successions()).isEqualTo(now.successions());
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Integer.getInteger("jigyo.seeds", 1));
    }

    /**
     * Hundreds of projects over several years, each compared with every other: the index omits nothing;
     * {@code -Djigyo.seeds=N} for long runs.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void theIndexFindsWhatAllPairsFind(long seed) {
        List<Appearance> sheets = city(seed, 250);
        DepartmentNames departments = DepartmentNames.load();
        TreeMap<Integer, List<Sighting>> years = new TreeMap<>();
        sheets.forEach(s -> years.computeIfAbsent(s.fiscalYear(), k -> new ArrayList<>())
                .add(Sighting.of(s, departments.path(s.city(), s.department(), null))));
        NameIndex names = new NameIndex(sheets.stream().map(Appearance::name).toList());
        for (List<MatchingRule> rules : List.of(MatchingRule.load(), RULES)) {
            Matching matching = new Matching(rules, decisions(years, seed), names);
            List<Project> projects = new ArrayList<>();
            KnownProjects known = matching.index();
            years.values().forEach(year -> {
                Map<Seen, Project> found = matching.match(known, year);
                assertThat(found).isEqualTo(matchAllPairs(matching, projects, year));
                for (Sighting s : year) {
                    Project project = found.computeIfAbsent(s.seen(), k -> {
                        projects.add(Project.named(String.format("%05d", projects.size()), "082201"));
                        return projects.get(projects.size() - 1);
                    });
                    if (project.sightings().stream().noneMatch(o -> o.seen().equals(s.seen()))) {
                        project.sightings().add(s);
                        known.add(project, s);
                    }
                }
            });
            assertThat(matching.doubts(projects)).isNotEmpty().isEqualTo(doubtsOfAllPairs(matching, projects));
        }
    }

    /** Rules that are less selective than the bundled ones. */
    private static final List<MatchingRule> RULES = List.of(
            new MatchingRule("name", false, 0.8, false, "", true, 1),
            new MatchingRule("account", false, 0, true, "bureau", true, 0.5),
            new MatchingRule("distant", false, 0.45, false, "", false, 0.5));

    /** Some pairs decided by a person, most of them not similar at all. */
    private static Decisions decisions(Map<Integer, List<Sighting>> years, long seed) {
        Random random = new Random(seed);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<String> row = new ArrayList<>(List.of("082201"));
            for (int year : List.of(2021, 2022)) {
                List<Sighting> all = years.get(year);
                Sighting s = all.get(random.nextInt(all.size()));
                row.addAll(List.of(String.valueOf(year), s.number(), s.name()));
            }
            row.add(i % 2 == 0 ? "same" : "different");
            rows.add(row);
        }
        return Decisions.of("082201", rows);
    }

    private static Map<Seen, Project> matchAllPairs(
            Matching matching, Collection<Project> projects, List<Sighting> sightings) {
        Map<Seen, Project> found = new HashMap<>();
        List<Matching.Pair> pairs = new ArrayList<>();
        for (Sighting sighting : sightings) {
            projects.stream()
                    .filter(p -> p.sightings().stream().noneMatch(s -> s.year() == sighting.year()))
                    .map(p -> matching.best(p, sighting))
                    .filter(pair -> pair != null && pair.rule().same())
                    .forEach(pairs::add);
        }
        pairs.sort(Comparator.comparingDouble(Matching.Pair::score)
                .reversed()
                .thenComparing(pair -> pair.project().key())
                .thenComparing(pair -> pair.sighting().number())
                .thenComparing(pair -> pair.sighting().name()));
        List<String> taken = new ArrayList<>();
        for (Matching.Pair pair : pairs) {
            Seen seen = pair.sighting().seen();
            if (!found.containsKey(seen) && !taken.contains(pair.project().key())) {
                taken.add(pair.project().key());
                found.put(seen, pair.project());
            }
        }
        return found;
    }

    private static List<Doubt> doubtsOfAllPairs(Matching matching, List<Project> projects) {
        List<Doubt> doubts = new ArrayList<>();
        for (int i = 0; i < projects.size(); i++) {
            for (int j = i + 1; j < projects.size(); j++) {
                doubts.add(matching.doubt(projects.get(i), projects.get(j)));
            }
        }
        return doubts.stream().filter(Objects::nonNull).toList();
    }

    /** Prints seconds by size. Run with {@code -Djigyo.growth=true} on an idle machine only. */
    @Test
    @EnabledIfSystemProperty(named = "jigyo.growth", matches = "true")
    void timeGrowsAsTheCityDoes() {
        int[] sizes = {300, 600, 1200, 2400, 4800};
        double[] best = new double[sizes.length];
        Arrays.fill(best, Double.MAX_VALUE);
        var threads = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 6; round++) {
            for (int i = 0; i < sizes.length; i++) {
                List<Appearance> sheets = new GeneratedCity(round, sizes[i], false).sheets(sizes[i]);
                int turns = 4800 / sizes[i];
                long start = threads.getCurrentThreadCpuTime();
                for (int turn = 0; turn < turns; turn++) {
                    assign(sheets).registry().assign(sheets);
                }
                best[i] = Math.min(best[i], (threads.getCurrentThreadCpuTime() - start) / 1e9 / turns);
            }
        }
        for (int i = 0; i < sizes.length; i++) {
            System.out.printf(
                    "%d projects: %.3f s, exponent from the size before %.2f%n",
                    sizes[i], best[i], i == 0 ? Double.NaN : Math.log(best[i] / best[i - 1]) / Math.log(2));
        }
        double exponent = Math.log(best[best.length - 1] / best[0]) / Math.log(sizes[sizes.length - 1] / 300.0);
        System.out.printf("exponent over all: %.3f%n", exponent);
        assertThat(exponent).isLessThanOrEqualTo(1.1);
    }
}
