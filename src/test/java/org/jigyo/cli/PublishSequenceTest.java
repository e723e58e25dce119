package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jigyo.check.Breach;
import org.jigyo.check.CheckReport;
import org.jigyo.check.GraphCheck;
import org.jigyo.graph.EarlierTurtle;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.release.Difference;
import org.jigyo.release.Draft;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.release.Revised;
import org.jigyo.sheet.Sheet;
import org.jigyo.sheet.SheetJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded: sheets come, go, are corrected, change their year, their department, their name, and now and then break a rule. What
 * each publish makes on top of the one before is what is made from nothing. Steps: {@code -Djigyo.steps}, seed: {@code
 * -Djigyo.steps.seed}.
 */
class PublishSequenceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int STEPS = Integer.getInteger("jigyo.steps", 8);

    /** A release from nothing costs most of a step. */
    private static final int WHOLE = 4;

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("jigyo.steps.seed", 20241122));
    private final List<ObjectNode> specimens = new ArrayList<>();
    private final Map<String, ObjectNode> records = new TreeMap<>();
    private Path data;
    private int copies;

    @Test
    void aSequenceOfPublishesSaysWhatEachSaysFromNothing() throws IOException {
        for (String line : Files.readAllLines(Path.of("src/test/resources/graph/specimens.jsonl"))) {
            specimens.add((ObjectNode) JSON.readTree(line));
        }
        specimens.forEach(this::add);
        for (int i = 0; i < 12; i++) {
            add(specimens.get(random.nextInt(specimens.size())));
        }
        data = folder.resolve("data");
        Registries registry = Registries.empty();
        CheckedGraphs before = null;
        Release last = null;
        for (int step = 0; step <= STEPS; step++) {
            List<Sheet> sheets = records.values().stream()
                    .map(r -> SheetJson.read(r.toString()))
                    .toList();
            Path work = Files.createDirectory(folder.resolve("step" + step));
            CheckedGraphs whole = CheckedGraphs.write(
                    sheets,
                    registry,
                    GraphBase.DEFAULT,
                    Map.of(),
                    work.resolve("whole"),
                    EarlierTurtle.none(),
                    PublishSequenceTest::whole);
            LastTurtle turtle = new LastTurtle(data);
            LastCheck check = new LastCheck(data, GraphBase.DEFAULT);
            CheckedGraphs onTop = CheckedGraphs.write(
                    sheets,
                    registry,
                    GraphBase.DEFAULT,
                    Map.of(),
                    work.resolve("turtle"),
                    turtle.earlier(),
                    check::check);
            String as = "step " + step;
            assertSame(onTop, whole, as);
            if (before != null) {
                assertSame(part(last, before, onTop.draft()), whole.report(), as);
            }
            Release release = Releases.in(data).publish(onTop.draft(), 2, check.notices());
            turtle.keep(release, onTop.publication());
            assertThat(turtle.notices()).as(as).isEmpty();
            check.keep(release, onTop.draft(), onTop.report());
            assertThat(release.notices().stream().filter(n -> !n.startsWith("the database is loaded anew")))
                    .as(as)
                    .isEmpty();
            if (step % WHOLE == WHOLE - 1) {
                assertSame(release, Releases.in(work.resolve("fresh")).publish(whole.draft(), 1, List.of()), as);
            }
            delete(work);
            registry = onTop.publication().registries();
            before = onTop;
            last = release;
            change();
        }
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> all = Files.walk(work)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static CheckReport whole(Draft draft) {
        return GraphCheck.check(draft.files());
    }

    /** Looked up in the last release's database, however much changed. */
    private static CheckReport part(Release last, CheckedGraphs before, Draft draft) throws IOException {
        Set<String> names = Set.copyOf(before.draft().graphs());
        Difference difference = draft.since(last, names);
        try (Revised revised = Revised.of(last, names, difference)) {
            return GraphCheck.check(
                            revised,
                            Long.MAX_VALUE,
                            LastCheck.revision(difference, before.report().breaches()),
                            GraphBase.DEFAULT.iri() + "id/")
                    .orElse(whole(draft));
        }
    }

    private static void assertSame(CheckedGraphs one, CheckedGraphs other, String as) {
        assertThat(one.findings()).as(as).isEqualTo(other.findings());
        assertThat(one.heldBack()).as(as).isEqualTo(other.heldBack());
        assertSame(one.report(), other.report(), as);
        assertThat(one.draft().graphs()).as(as).isEqualTo(other.draft().graphs());
        for (int i = 0; i < one.draft().files().size(); i++) {
            assertThat(one.draft().files().get(i))
                    .as(as)
                    .hasSameBinaryContentAs(other.draft().files().get(i));
        }
    }

    private static void assertSame(CheckReport one, CheckReport other, String as) {
        assertThat(one.breaches().stream().map(Breach::toString))
                .as(as)
                .containsExactlyElementsOf(
                        other.breaches().stream().map(Breach::toString).toList());
        assertThat(one.findings()).as(as).isEqualTo(other.findings());
        assertThat(one.heldBack()).as(as).isEqualTo(other.heldBack());
    }

    private static void assertSame(Release one, Release other, String as) {
        assertThat(one.id()).as(as).isEqualTo(other.id());
        assertThat(one.statements()).as(as).isEqualTo(other.statements());
        for (String file : List.of("dump/jigyo.nq.gz", "turtle/statistics.ttl", "census.tsv")) {
            assertThat(one.folder().resolve(file))
                    .as(as)
                    .hasSameBinaryContentAs(other.folder().resolve(file));
        }
    }

    private void add(ObjectNode specimen) {
        ObjectNode copy = specimen.deepCopy();
        int number = copies++;
        copy.put("name", copy.path("name").asText() + "その" + number);
        copy.put("number", copy.path("number").asText() + "-" + number);
        ObjectNode source = (ObjectNode) copy.get("source");
        source.put("file", number + "-" + source.get("file").asText());
        source.put(
                "sha256",
                String.format("%08x", number) + source.get("sha256").asText().substring(8));
        records.put(String.format("%05d", number), copy);
    }

    private void change() {
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<String> keys = List.copyOf(records.keySet());
            String key = keys.get(random.nextInt(keys.size()));
            ObjectNode record = records.get(key);
            ObjectNode other = specimens.get(random.nextInt(specimens.size()));
            switch (random.nextInt(10)) {
                case 0, 1 -> add(other);
                case 2 -> {
                    if (records.size() > 8) {
                        records.remove(key);
                    }
                }
                case 3 -> record.put("name", record.get("name").asText() + "改");
                case 4 -> record.set("department", other.path("department").deepCopy());
                case 5 -> record.put("fiscalYear", record.get("fiscalYear").asInt() + random.nextInt(3) - 1);
                case 6 -> record.withObject("/texts").put("purpose", "（標本）目的 " + random.nextInt(9));
                case 7 ->
                    record.withArray("sdgs")
                            .addObject()
                            .put("goal", "8")
                            .put("target", random.nextInt(3) == 0 ? "8.33" : "8.3");
                case 8 -> evidence(record);
                default -> cost(record);
            }
        }
    }

    /** One Extract less. */
    private static void evidence(ObjectNode record) {
        if (record.path("evidence") instanceof ObjectNode evidence && !evidence.isEmpty()) {
            evidence.remove(evidence.fieldNames().next());
        }
    }

    private void cost(ObjectNode record) {
        ArrayNode costs = record.withArray("costs");
        if (!costs.isEmpty()) {
            ObjectNode cost = (ObjectNode) costs.get(random.nextInt(costs.size()));
            cost.put("value", random.nextInt(100_000));
        }
    }
}
