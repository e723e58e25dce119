package org.jigyo.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;

/** The examples that the pages of the ontology show: a thing of each class and a use of each property, as the specimens have them. */
final class OntologyExamples {

    private static final Path FILE = Path.of("src/main/resources/documentation/examples.ttl");
    private static final String OURS = "https://w3id.org/jigyo/(ns|dim)#.*";
    private static final String HEAD = """
            # What the pages of the ontology show as examples: things of the bundled specimens, which are sheets of our own.
            # Written by ReadmeTest with -Djigyo.golden=write.
            """;
    private static final int LONGEST = 80;
    private static final int VALUES = 2;

    private OntologyExamples() {}

    static Model read() {
        return turtle(FILE);
    }

    /** Without Jena's stream manager, which a server in the same machine may have closed. */
    private static Model turtle(Path file) {
        Model model = ModelFactory.createDefaultModel();
        RDFParser.source(file).lang(Lang.TURTLE).parse(model.getGraph());
        return model;
    }

    /** All graphs of the release in a data folder but the ontology, the statistics and the catalogue together. */
    static Model published(Path data) {
        Release release = Releases.in(data).current().orElseThrow();
        Model all = ModelFactory.createDefaultModel();
        release.graphs().stream()
                .filter(part -> !part.graph().endsWith("/catalogue"))
                .forEach(part -> all.add(turtle(release.file(part).file())));
        return all;
    }

    /** Our classes and properties that a model uses of things that are no terms themselves. */
    static Set<String> used(Model model) {
        Set<String> used = new TreeSet<>();
        model.listStatements().filterKeep(OntologyExamples::data).forEach(statement -> {
            String name = statement.getPredicate().equals(RDF.type)
                    ? statement.getObject().toString()
                    : statement.getPredicate().getURI();
            if (name.matches(OURS)) {
                used.add(name);
            }
        });
        return used;
    }

    /** Our classes of which a model describes things. */
    static Set<String> classes(Model model) {
        Set<String> classes = new TreeSet<>(used(model));
        classes.removeIf(name -> !model.contains(null, RDF.type, model.getResource(name)));
        return classes;
    }

    private static boolean data(Statement statement) {
        return statement.getSubject().isURIResource()
                && statement.getSubject().getURI().contains("/jigyo/id/")
                && !(statement.getObject().isLiteral()
                        && statement.getObject().asLiteral().getLexicalForm().length() > LONGEST);
    }

    static void write(Model specimens) throws IOException {
        Model examples = ModelFactory.createDefaultModel();
        turtle(Path.of("ontology/ontology.ttl")).getNsPrefixMap().forEach(examples::setNsPrefix);
        examples.setNsPrefix("jgd", "https://w3id.org/jigyo/dim#");
        for (String name : used(specimens)) {
            Resource type = specimens.getResource(name);
            specimens.listSubjectsWithProperty(RDF.type, type).toList().stream()
                    .filter(thing -> thing.getURI().contains("/jigyo/id/"))
                    .min(Comparator.comparingInt(
                                    (Resource thing) -> -properties(thing).size())
                            .thenComparing(Resource::getURI))
                    .ifPresent(thing -> describe(thing, examples));
        }
        for (String name : used(specimens)) {
            Property property = specimens.getProperty(name);
            if (!examples.contains(null, property) && !examples.contains(null, RDF.type, property)) {
                specimens.listStatements(null, property, (String) null).toList().stream()
                        .filter(OntologyExamples::data)
                        .min(Comparator.comparing(Statement::toString))
                        .ifPresent(examples::add);
            }
        }
        StringWriter turtle = new StringWriter();
        RDFDataMgr.write(turtle, examples, Lang.TURTLE);
        Files.writeString(FILE, HEAD + turtle);
    }

    private static List<Property> properties(Resource thing) {
        return thing
                .listProperties()
                .filterKeep(OntologyExamples::data)
                .mapWith(Statement::getPredicate)
                .toList()
                .stream()
                .distinct()
                .toList();
    }

    private static void describe(Resource thing, Model examples) {
        for (Property property : properties(thing)) {
            thing.listProperties(property).toList().stream()
                    .filter(OntologyExamples::data)
                    .sorted(Comparator.comparing(Statement::toString))
                    .limit(property.equals(RDF.type) ? Integer.MAX_VALUE : VALUES)
                    .forEach(examples::add);
        }
    }
}
