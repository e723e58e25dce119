package org.jigyo.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.io.FileDocumentSource;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyCreationException;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.profiles.OWL2DLProfile;
import org.semanticweb.owlapi.util.OWLOntologyMerger;

/** The files of the ontology are OWL 2 DL, each with what it imports and all together, and say what they are. */
class OwlTest {

    private static final Pattern HEAD = Pattern.compile("<([^>]+)>\\s+a owl:Ontology ;(.*?)\\.\\n\\n", Pattern.DOTALL);

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology"))) {
            return files.filter(file -> file.toString().endsWith(".ttl"))
                    .sorted()
                    .toList();
        }
    }

    /** The files that OWL reads: shapes are of SHACL. */
    static List<Path> owl() throws IOException {
        return files().stream().filter(file -> !file.endsWith("shapes.ttl")).toList();
    }

    private static Matcher head(Path file) throws IOException {
        Matcher head = HEAD.matcher(Files.readString(file));
        assertThat(head.find()).as("the head of " + file).isTrue();
        return head;
    }

    /** A manager that finds the imported files here. */
    private static OWLOntologyManager manager() throws IOException {
        Map<String, Path> byName = new TreeMap<>();
        for (Path file : files()) {
            byName.put(head(file).group(1), file);
        }
        OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
        manager.getIRIMappers()
                .add(name -> byName.containsKey(name.toString())
                        ? IRI.create(byName.get(name.toString()).toUri())
                        : null);
        return manager;
    }

    private static void isDl(OWLOntology ontology) {
        assertThat(new OWL2DLProfile().checkOntology(ontology).getViolations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("owl")
    void eachFileIsOwl2Dl(Path file) throws IOException, OWLOntologyCreationException {
        isDl(manager().loadOntologyFromOntologyDocument(new FileDocumentSource(file.toFile())));
    }

    @Test
    void togetherTheyAreOwl2Dl() throws IOException, OWLOntologyCreationException {
        OWLOntologyManager manager = manager();
        for (Path file : owl()) {
            manager.loadOntology(IRI.create(head(file).group(1)));
        }
        isDl(new OWLOntologyMerger(manager).createMergedOntology(manager, IRI.create("https://example.org/all")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachFileSaysWhatItIs(Path file) throws IOException {
        Matcher head = head(file);
        assertThat(head.group(2))
                .contains("owl:versionIRI <" + head.group(1) + "/0.2.0>")
                .contains("dcterms:license <https://creativecommons.org/licenses/by/4.0/>")
                .contains("dcterms:creator", "dcterms:created", "dcterms:modified", "dcterms:bibliographicCitation")
                .containsPattern("dcterms:title \"[^\"]+\"@ja, \"[^\"]+\"@en")
                .containsPattern("dcterms:description \"[^\"]+\"@ja, \"[^\"]+\"@en");
    }
}
