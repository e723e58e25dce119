package org.jigyo.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules find the projects that they may hold for, the best one decides, and what people decided comes first. */
class MatchingTest {

    private static final String CITY = "082201";

    private static final MatchingRule NUMBER = new MatchingRule("number", true, 0, false, "", true, 0.9);
    private static final MatchingRule ACCOUNT = new MatchingRule("account", false, 0, true, "", true, 0.8);
    private static final MatchingRule UNIT = new MatchingRule("unit", false, 0, false, "same", true, 0.7);
    private static final MatchingRule BUREAU = new MatchingRule("bureau", false, 0, false, "bureau", true, 0.6);
    private static final MatchingRule NAME = new MatchingRule("name", false, 1, false, "", true, 1);
    private static final MatchingRule ALIKE = new MatchingRule("alike", false, 0.6, false, "", false, 1);
    private static final MatchingRule ANY = new MatchingRule("any", false, 0, false, "", false, 0.1);
    private static final List<MatchingRule> ALL = List.of(NUMBER, ACCOUNT, UNIT, BUREAU, NAME, ALIKE, ANY);

    private static final Sighting ROAD = new Sighting(2023, "007", "道路の維持", "01-2 01-3", "建設部/道路課");
    private static final Sighting NEWS = new Sighting(2023, "8", "広報活動の推進", "02-1", "総務部/広報課");
    private static final Sighting BARE = new Sighting(2023, "", "相談", "", "");

    private final List<Sighting> sightings = List.of(ROAD, NEWS, BARE);
    private final NameIndex names = new NameIndex(List.of("道路の維持", "広報活動の推進", "広報活動推進", "相談"));

    private static Project project(String key, Sighting... seen) {
        return new Project(key, CITY, new ArrayList<>(List.of(seen)), new ArrayList<>(), new ArrayList<>());
    }

    private KnownProjects known(List<MatchingRule> rules) {
        KnownProjects known = new KnownProjects(rules, names);
        for (Sighting s : sightings) {
            known.add(project(s.name(), s), s);
        }
        return known;
    }

    private List<String> candidates(MatchingRule rule, Sighting asked) {
        return known(ALL).candidates(asked, List.of(rule)).stream()
                .map(Project::key)
                .toList();
    }

    private static Sighting asked(String number, String name, String accounts, String units) {
        return new Sighting(2024, number, name, accounts, units);
    }

    @Test
    void eachRuleAsksForTheProjectsThatItMayHoldFor() {
        assertThat(candidates(NUMBER, asked("7", "別", "", ""))).containsExactly("道路の維持");
        assertThat(candidates(NUMBER, asked("9", "別", "", ""))).isEmpty();
        assertThat(candidates(NUMBER, asked("", "別", "", ""))).isEmpty();
        assertThat(candidates(ACCOUNT, asked("", "別", "09 01-3", ""))).containsExactly("道路の維持");
        assertThat(candidates(ACCOUNT, asked("", "別", "", ""))).isEmpty();
        assertThat(candidates(UNIT, asked("", "別", "", "総務部／広報課"))).containsExactly("広報活動の推進");
        assertThat(candidates(UNIT, asked("", "別", "", ""))).isEmpty();
        assertThat(candidates(BUREAU, asked("", "別", "", "総務部/人事課"))).containsExactly("広報活動の推進");
        assertThat(candidates(NAME, asked("", "道路の 維持", "", ""))).containsExactly("道路の維持");
        assertThat(candidates(ALIKE, asked("", "広報活動推進", "", ""))).containsExactly("広報活動の推進");
        assertThat(candidates(ANY, asked("", "別", "", ""))).containsExactly("広報活動の推進", "相談", "道路の維持");
    }

    @Test
    void everyProjectThatARuleHoldsForIsAmongThem() {
        for (MatchingRule rule : ALL) {
            for (Sighting one : sightings) {
                for (Sighting other : sightings) {
                    if (rule.holds(one, other, names.similarity(one.name(), other.name()))) {
                        assertThat(candidates(rule, other)).as(rule.id()).contains(one.name());
                    }
                }
            }
        }
    }

    @Test
    void aSightingThatWasSeenIsThatProjectTheFirstOfSeveral() {
        KnownProjects known = known(ALL);
        known.add(project("a", ROAD), ROAD);
        assertThat(known.repeated(ROAD.seen()).key()).isEqualTo("a");
        assertThat(known.seen(ROAD.seen())).extracting(Project::key).containsExactly("a", "道路の維持");
        assertThat(known.repeated(asked("7", "道路の維持", "", "").seen())).isNull();
        assertThat(known.seen(asked("7", "道路の維持", "", "").seen())).isEmpty();
    }

    private static Decisions decided(Sighting one, Sighting other, String how) {
        return Decisions.of(
                CITY,
                List.of(List.of(
                        CITY,
                        String.valueOf(one.year()),
                        one.number(),
                        one.name(),
                        String.valueOf(other.year()),
                        other.number(),
                        other.name(),
                        how,
                        "",
                        "",
                        one.units(),
                        other.units())));
    }

    private static Decisions none() {
        return Decisions.of(CITY, List.of());
    }

    private Matching matching(Decisions decisions, MatchingRule... rules) {
        return new Matching(List.of(rules), decisions, names);
    }

    private static Map<String, String> keys(Map<Seen, Project> found) {
        Map<String, String> keys = new java.util.TreeMap<>();
        found.forEach((seen, project) -> keys.put(seen.name(), project.key()));
        return keys;
    }

    private Map<String, String> match(Matching matching, Sighting... now) {
        KnownProjects known = matching.index();
        sightings.forEach(s -> known.add(project(s.name(), s), s));
        return keys(matching.match(known, List.of(now)));
    }

    @Test
    void theBestPairTakesTheProjectAndAnotherSightingGoesWithout() {
        Matching matching = matching(none(), NAME, NUMBER);
        assertThat(match(matching, asked("7", "道路の補修", "", ""), asked("9", "道路の維持", "", "")))
                .containsExactly(Map.entry("道路の維持", "道路の維持"));
        assertThat(match(matching, asked("7", "道路の補修", "", ""))).containsExactly(Map.entry("道路の補修", "道路の維持"));
        assertThat(match(matching, ROAD)).containsExactly(Map.entry("道路の維持", "道路の維持"));
        // Of the same year under another name it is another project.
        assertThat(match(matching, new Sighting(2023, "7", "道路の補修", "", ""))).isEmpty();
        assertThat(match(matching(none(), ALIKE), asked("", "広報活動推進", "", ""))).isEmpty();
    }

    @Test
    void whatAPersonDecidedComesBeforeTheRules() {
        Sighting renamed = asked("7", "相談窓口", "", "");
        assertThat(match(matching(decided(BARE, renamed, "same"), NUMBER), renamed))
                .containsExactly(Map.entry("相談窓口", "相談"));
        assertThat(match(matching(decided(renamed, ROAD, "different"), NUMBER), renamed))
                .isEmpty();
        assertThat(matching(decided(renamed, BARE, "same")).best(project("x", BARE), renamed))
                .satisfies(pair -> assertThat(pair.rule().id()).isEqualTo("reviewed"));
    }

    @Test
    void aRuleThatDecidesIsBetterThanADoubtWithAHigherScore() {
        Project project = project("x", NEWS, new Sighting(2022, "5", "情報発信", "", ""));
        Matching matching = matching(none(), NUMBER, ALIKE, ANY);
        Matching.Pair decides = matching.best(project, asked("5", "広報活動推進", "", ""));
        assertThat(decides.rule()).isEqualTo(NUMBER);
        assertThat(decides.score()).isEqualTo(0.0);
        Matching.Pair alike = matching.best(project, asked("6", "広報活動推進", "", ""));
        assertThat(alike.rule()).isEqualTo(ALIKE);
        assertThat(alike.score()).isEqualTo(0.73);
        assertThat(matching(none(), NUMBER).best(project, asked("6", "広報活動推進", "", "")))
                .isNull();
    }

    @Test
    void doubtsAreBetweenProjectsOfDifferentYearsInOrder() {
        Project news = project("a", NEWS);
        Project later = project("b", asked("1", "広報活動推進", "", ""), new Sighting(2025, "1", "広報活動", "", ""));
        Project latest = project("c", new Sighting(2026, "1", "広報活動の推進", "", ""));
        Matching matching = matching(none(), ALIKE);
        assertThat(matching.doubts(List.of(latest, later, news)))
                .extracting(Doubt::one, Doubt::other, Doubt::score)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", "a", 0.73),
                        org.assertj.core.groups.Tuple.tuple("c", "a", 1.0),
                        org.assertj.core.groups.Tuple.tuple("c", "b", 0.73));
        assertThat(matching.doubt(news, project("d", new Sighting(2023, "9", "広報活動の推進", "", ""))))
                .isNull();
        Sighting second = later.sightings().get(0);
        assertThat(matching(decided(NEWS, second, "different"), ALIKE).doubt(news, later))
                .isNull();
        assertThat(matching.doubt(news, project("e", asked("1", "相談", "", "")))).isNull();
    }

    @Test
    void ofEqualPairsTheFirstNumberAndThenTheFirstNameTakesTheProject() {
        Matching matching = matching(none(), BUREAU);
        assertThat(match(matching, asked("9", "甲", "", "建設部/公園課"), asked("8", "乙", "", "建設部/河川課")))
                .containsExactly(Map.entry("乙", "道路の維持"));
        assertThat(match(matching, asked("8", "甲", "", "建設部/公園課"), asked("8", "乙", "", "建設部/河川課")))
                .containsExactly(Map.entry("乙", "道路の維持"));
    }

    @Test
    void theMostSimilarOfAProjectsNamesCounts() {
        Sighting near = new Sighting(2021, "1", "広報活動", "", "");
        Sighting same = new Sighting(2022, "2", "広報活動の推進", "", "");
        for (List<Sighting> seen : List.of(List.of(near, same), List.of(same, near))) {
            Project project = project("x", seen.toArray(Sighting[]::new));
            assertThat(matching(none(), ALIKE)
                            .best(project, asked("3", "広報活動の推進", "", ""))
                            .score())
                    .isEqualTo(1);
        }
    }
}
