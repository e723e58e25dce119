package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.lucene.store.FSDirectory;
import org.jigyo.EnvironmentException;
import org.jigyo.RealSheets;
import org.jigyo.query.StoredQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files in a release's folder besides the database. */
class PublishedFilesTest {

    private static final String PREFIXES =
            "PREFIX jg: <https://w3id.org/jigyo/ns#> PREFIX jgd: <https://w3id.org/jigyo/dim#> "
                    + "PREFIX text: <http://jena.apache.org/text#> PREFIX void: <http://rdfs.org/ns/void#> "
                    + "PREFIX d: <https://w3id.org/jigyo/> ";

    /**
     * Two projects of one city; one has two goals. Amounts of other years and phases are present in addition to those
     * that count.
     */
    private static final String EDITION = """
            @prefix jgd: <https://w3id.org/jigyo/dim#> .
            @prefix id: <https://w3id.org/jigyo/id/> .
            @prefix sdg: <http://metadata.un.org/sdg/> .
            @prefix phase: <https://w3id.org/jigyo/code/phase/> .
            @prefix part: <https://w3id.org/jigyo/code/component/> .
            <https://w3id.org/jigyo/id/edition/082201/2024> a jg:Edition ; <http://purl.org/dc/terms/title> "つくば市"@ja ;
              <http://purl.org/dc/terms/description> "評価シートの内容"@ja ; <http://purl.org/dc/terms/identifier> "082201/2024" ;
              <http://purl.org/dc/terms/publisher> <https://w3id.org/jigyo/id/municipality/082201> .
            <https://w3id.org/jigyo/id/edition/082201/2024> jg:evaluatedYear <https://w3id.org/jigyo/id/fy/2024> .
            <https://w3id.org/jigyo/id/fy/2024> jg:year "2024"^^xsd:gYear ;
              <http://www.w3.org/2006/time#hasBeginning> id:begin ; <http://www.w3.org/2006/time#hasEnd> id:end .
            id:begin <http://www.w3.org/2006/time#inXSDDate> "2024-04-01"^^xsd:date .
            id:end <http://www.w3.org/2006/time#inXSDDate> "2025-03-31"^^xsd:date .
            <https://w3id.org/jigyo/id/municipality/082201> <http://www.w3.org/2004/02/skos/core#prefLabel> "つくば市"@ja ;
              jg:localGovernmentCode "082201" ; jg:standardAreaCode <http://data.e-stat.go.jp/lod/sac/C08220> .
            id:e1 jg:evaluatedYear <https://w3id.org/jigyo/id/fy/2024> ; jg:evaluates id:p1 ; jg:recordedIn id:s1 ;
              jg:municipality <https://w3id.org/jigyo/id/municipality/082201> ; jg:sdgGoal sdg:4 , sdg:8 ;
              jg:nameAsPrinted "放課後児童クラブの運営"@ja .
            id:e2 jg:evaluatedYear <https://w3id.org/jigyo/id/fy/2024> ; jg:evaluates id:p2 ; jg:recordedIn id:s2 ;
              jg:municipality <https://w3id.org/jigyo/id/municipality/082201> ; jg:sdgGoal sdg:8 ;
              jg:nameAsPrinted "ＩＣＴ教育の推進"@ja .
            id:o1 jgd:statedIn id:s1 ; jgd:project id:p1 ; jgd:fiscalYear <https://w3id.org/jigyo/id/fy/2024> ;
              jgd:phase phase:settled ; jgd:component part:total ; jgd:amount 1000 .
            id:o2 jgd:statedIn id:s2 ; jgd:project id:p2 ; jgd:fiscalYear <https://w3id.org/jigyo/id/fy/2024> ;
              jgd:phase phase:settled ; jgd:component part:total ; jgd:amount 500 .
            id:o3 jgd:statedIn id:s2 ; jgd:project id:p2 ; jgd:fiscalYear <https://w3id.org/jigyo/id/fy/2023> ;
              jgd:phase phase:settled ; jgd:component part:total ; jgd:amount 70 .
            id:o4 jgd:statedIn id:s2 ; jgd:project id:p2 ; jgd:fiscalYear <https://w3id.org/jigyo/id/fy/2024> ;
              jgd:phase phase:budget ; jgd:component part:total ; jgd:amount 600 .
            """;

    @TempDir
    static Path folder;

    private static Release release;

    @BeforeAll
    static void publish() {
        release = Releases.in(folder.resolve("data")).publish(graphs(), 2);
    }

    private static List<GraphFile> graphs() {
        return new Drawer(folder.resolve("turtle"))
                .put("graph/082201/2024", EDITION)
                .put("graph/082201/2024/evidence", "<https://w3id.org/jigyo/id/extract/1> jg:page 7 .")
                .graphs();
    }

    @Test
    void totalsAreComputedAtPublication() {
        assertThat(rows(
                        "SELECT ?about ?total ?n { ?x jgd:totalOf <https://w3id.org/jigyo/code/grouping/goal> ; jgd:about ?about ; jgd:partialTotal ?total ;"
                                + " jgd:projectCount ?n ; jgd:phase <https://w3id.org/jigyo/code/phase/settled> }"))
                .containsExactlyInAnyOrder(
                        "http://metadata.un.org/sdg/4 1000 1", "http://metadata.un.org/sdg/8 1500 2");
        assertThat(rows("SELECT ?phase ?total { ?x jgd:phase ?phase ; jgd:total ?total }"))
                .containsExactlyInAnyOrder(
                        "https://w3id.org/jigyo/code/phase/budget 600",
                        "https://w3id.org/jigyo/code/phase/settled 1500");
    }

    @Test
    void voidCountsClassesPropertiesAndLinks() {
        assertThat(rows("SELECT ?n { ?x void:property jgd:amount ; void:triples ?n }"))
                .containsExactly("4");
        assertThat(rows("SELECT ?n { ?x void:class jg:Edition ; void:entities ?n }"))
                .containsExactly("1");
        assertThat(rows("SELECT ?space ?n { ?x a void:Linkset ; void:linkPredicate jg:sdgGoal ; void:triples ?n ;"
                        + " void:objectsTarget/void:uriSpace ?space }"))
                .containsExactly("http://metadata.un.org/sdg/ 3");
    }

    @Test
    void theDumpHoldsEveryGraphAndIsTheSameForTheSameInput() throws IOException {
        Path dump = release.folder().resolve("dump/jigyo.nq.gz");
        Release again = Releases.in(folder.resolve("elsewhere")).publish(graphs(), 1);

        assertThat(again.folder().resolve("dump/jigyo.nq.gz")).hasSameBinaryContentAs(dump);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(dump))) {
            String quads = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(quads)
                    .contains("<https://w3id.org/jigyo/graph/082201/2024/evidence> .")
                    .contains("<https://w3id.org/jigyo/graph/statistics> .")
                    .contains("\"放課後児童クラブの運営\"@ja");
            long expected = release.graphs().stream()
                    .filter(part -> !part.graph().endsWith("/catalogue"))
                    .mapToLong(Release.Part::statements)
                    .sum();
            assertThat(quads.lines()).hasSize((int) expected);
        }
    }

    @Test
    void checksumsAreThoseOfTheFiles() throws IOException {
        for (String line : Files.readAllLines(release.folder().resolve("dump/SHA256SUMS"))) {
            String name = line.substring(66);
            Path file = name.endsWith(".ttl")
                    ? release.folder().resolve("turtle").resolve(name)
                    : release.folder().resolve("dump").resolve(name);
            assertThat(Folders.sha256(file)).isEqualTo(line.substring(0, 64));
        }
    }

    @Test
    void japaneseTextIsFoundByWordsAndByPairsOfCharacters() {
        assertThat(rows("SELECT ?s { ?s text:query 'ict' }")).containsExactly(Drawer.BASE + "id/e2");
        assertThat(rows("SELECT ?s { ?s text:query '児童' }")).containsExactly(Drawer.BASE + "id/e1");
        assertThat(rows("SELECT ?s { ?s text:query '子育て' }")).isEmpty();
        assertThat(rows("SELECT ?s { ?s text:query (jg:textPairs '童クラ') }")).containsExactly(Drawer.BASE + "id/e1");
    }

    @Test
    void whatAnotherProcessHasOpenCanBeReadAllTheSame() throws IOException {
        try (var directory = FSDirectory.open(release.folder().resolve("text"));
                var lock = directory.obtainLock("write.lock")) {
            lock.ensureValid();
            assertThat(rows("SELECT ?s { ?s text:query 'ict' }")).hasSize(1);
        }
    }

    @Test
    void whatChangedSinceTheReleaseBeforeIsWrittenDown() throws IOException {
        Releases others = Releases.in(folder.resolve("changing"));
        Release first = others.publish(graphs(), 5);
        Release second = others.publish(
                new Drawer(folder.resolve("turtle2"))
                        .put("graph/082201/2024", EDITION.replace("jgd:amount 1000", "jgd:amount 1001"))
                        .put("graph/082201/2024/evidence", "<https://w3id.org/jigyo/id/extract/1> jg:page 7 .")
                        .graphs(),
                5);

        assertThat(first.changes()).doesNotExist();
        assertThat(Changes.things(second)).containsExactly("https://w3id.org/jigyo/id/o1");
        assertThat(changes(second)).containsExactly("+o1", "-o1");
        List<String> amounts = new ArrayList<>();
        Changes.forEach(
                second,
                change -> amounts.add((change.added() ? "+" : "-")
                        + change.statement().getObject().getLiteralLexicalForm()));
        assertThat(amounts).containsExactlyInAnyOrder("+1001", "-1000");
        assertThat(Files.readString(second.changes()))
                .contains("prov:wasRevisionOf <https://w3id.org/jigyo/id/release/" + first.id() + ">");
    }

    /** A statement in two graphs has not changed if a third one adds it or one of the two removes it. */
    @Test
    void whatSeveralGraphsSayChangesOnlyWithTheFirstAndTheLast() throws IOException {
        Releases others = Releases.in(folder.resolve("several"));
        String same = "<https://w3id.org/jigyo/id/shared> jg:amount 7 .";
        String moving = "<https://w3id.org/jigyo/id/moving> jg:amount 8 .";
        List<Set<String>> changed = new ArrayList<>();
        for (List<String> texts : List.of(
                List.of(same, moving),
                List.of(same + moving, same),
                List.of("<https://w3id.org/jigyo/id/other> jg:amount 9 .", same + moving),
                List.of("<https://w3id.org/jigyo/id/other> jg:amount 9 .", moving))) {
            Drawer drawer = new Drawer(folder.resolve("several" + changed.size())).put("graph/082201/2024", EDITION);
            drawer.put("graph/082201/2022", texts.get(0)).put("graph/082201/2023", texts.get(1));
            changed.add(changes(others.publish(drawer.graphs(), 5)));
        }
        assertThat(changed).containsExactly(Set.of(), Set.of(), Set.of("+other"), Set.of("-shared"));
    }

    private static Set<String> changes(Release release) {
        Set<String> changes = new TreeSet<>();
        if (Files.exists(release.changes())) {
            Changes.forEach(
                    release,
                    change -> changes.add((change.added() ? "+" : "-")
                            + change.statement().getSubject().getLocalName()));
        }
        return changes;
    }

    @Test
    void theCatalogueKeepsTheShapesOfDcatAp() {
        Graph shapes = GraphFactory.createDefaultGraph();
        RDFParser.source(RealSheets.folder().resolve("vocab/dcat-ap-SHACL.ttl"))
                .lang(Lang.TURTLE)
                .parse(shapes);
        Graph catalogue = GraphFactory.createDefaultGraph();
        RDFParser.source(release.folder().resolve("turtle/catalogue.ttl")).parse(catalogue);

        var report = ShaclValidator.get().validate(Shapes.parse(shapes), catalogue);

        assertThat(report.getEntries()).as("violations").isEmpty();
        assertThat(
                        rows(
                                "SELECT ?m { <https://w3id.org/jigyo/id/edition/082201/2024> <http://purl.org/dc/terms/modified> ?m }"))
                .hasSize(1);
    }

    /** Where nobody is named as contact and the city's terms are not confirmed, that is all that is missing. */
    @Test
    void theCatalogueSaysWhatDcatApRecommends() throws IOException {
        assertThat(missing(release)).containsOnly("contactPoint", "license");
        Path data = folder.resolve("named");
        Files.createDirectories(data);
        Files.writeString(data.resolve("catalogue.yml"), """
                contact: {name: 窓口, email: open@example.org, page: "https://example.org/contact"}
                licences: {"082201": "https://creativecommons.org/licenses/by/4.0/"}
                """);
        Release named = Releases.in(data).publish(graphs(), 1);
        assertThat(missing(named)).containsOnly("license");
        assertThat(Files.readString(named.folder().resolve("turtle/catalogue.ttl")))
                .contains("mailto:open@example.org", "https://example.org/contact");
        assertThat(named.id()).isNotEqualTo(release.id());
    }

    private static Set<String> missing(Release of) throws IOException {
        Graph shapes = GraphFactory.createDefaultGraph();
        RDFParser.source(Path.of("src/test/resources/dcat-ap-recommended.ttl")).parse(shapes);
        Graph catalogue = GraphFactory.createDefaultGraph();
        RDFParser.source(of.folder().resolve("turtle/catalogue.ttl")).parse(catalogue);
        Set<String> missing = new TreeSet<>();
        ShaclValidator.get()
                .validate(Shapes.parse(shapes), catalogue)
                .getEntries()
                .forEach(entry -> missing.add(entry.resultPath().toString().replaceAll(".*[/#]([A-Za-z]+)>?$", "$1")));
        return missing;
    }

    @Test
    void anEditionKeepsTheDayOnWhichItWasFirstPublished() {
        Releases others = Releases.in(folder.resolve("dated"));
        Release first = others.publish(graphs(), 5);
        Release second = others.publish(
                new Drawer(folder.resolve("turtle3"))
                        .put("graph/082201/2024", EDITION.replace("jgd:amount 1000", "jgd:amount 1001"))
                        .put("graph/082201/2024/evidence", "<https://w3id.org/jigyo/id/extract/1> jg:page 7 .")
                        .graphs(),
                5);
        Release.Part before = first.graphs().get(0);
        Release.Part after = second.graphs().get(0);
        assertThat(after.graph()).isEqualTo(before.graph());
        assertThat(after.issued()).isEqualTo(before.issued());
        assertThat(after.modified()).isAfter(before.modified());
        assertThat(Releases.in(folder.resolve("dated"))
                        .find(second.id())
                        .orElseThrow()
                        .graphs()
                        .get(0))
                .isEqualTo(after);
    }

    @Test
    void textsThatAreNoneStopAPublish() throws IOException {
        Path data = folder.resolve("wrong");
        Files.createDirectories(data);
        Files.writeString(data.resolve("catalogue.yml"), "contakt: {name: x}\n");
        assertThatThrownBy(() -> Releases.in(data).publish(graphs(), 1))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("contakt");
    }

    /** SPARQL editors read their examples and prefixes in this form. */
    @Test
    void theCatalogueHasTheStoredQueriesAsExamplesThatCanBeRun() {
        List<String> examples = rows("""
                PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                SELECT ?query ?text { ?query a sh:SPARQLExecutable ; rdfs:label ?label ; sh:prefixes/sh:declare/sh:namespace ?namespace ;
                  sh:select|sh:construct ?text . FILTER(LANG(?label) = "ja" && STR(?namespace) = "https://w3id.org/jigyo/ns#") }""");

        assertThat(examples).hasSameSizeAs(StoredQuery.bundled().values());
        String goals = examples.stream()
                .filter(e -> e.startsWith("https://w3id.org/jigyo/api/queries/sdg-spending "))
                .findFirst()
                .orElseThrow();
        assertThat(rows(goals.substring(goals.indexOf(' ')))).isNotEmpty();
    }

    private static List<String> rows(String query) {
        try (OpenRelease open = OpenRelease.of(release)) {
            return Txn.calculateRead(open.dataset(), () -> {
                QueryExec execution = QueryExec.dataset(open.dataset())
                        .query(PREFIXES + query)
                        .set(TextQuery.textIndex, open.text())
                        .build();
                List<String> rows = new java.util.ArrayList<>();
                var table = execution.select();
                table.forEachRemaining(row -> {
                    List<String> cells = new java.util.ArrayList<>();
                    table.getResultVars().stream()
                            .filter(row::contains)
                            .forEach(v -> cells.add(
                                    row.get(v).isURI()
                                            ? row.get(v).getURI()
                                            : row.get(v).getLiteralLexicalForm()));
                    rows.add(String.join(" ", cells));
                });
                return rows;
            });
        }
    }
}
