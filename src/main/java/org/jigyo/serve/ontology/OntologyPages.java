package org.jigyo.serve.ontology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.ontology.OntologyTerm.Fact;
import org.jigyo.serve.ontology.OntologyTerm.Group;
import org.jigyo.serve.ontology.OntologyTerm.Mention;

/** Makes the pages of the ontology. */
final class OntologyPages {

    private final OntologyModel model;
    private final UsingQueries using;

    OntologyPages(OntologyModel model, Collection<StoredQuery> queries) {
        this.model = model;
        this.using = new UsingQueries(queries);
    }

    OntologyPage page(Chapter chapter, String language) {
        TermNames names = new TermNames(model.terms(), chapter, language);
        List<Group> groups = new ChapterTerms(names, new TermExamples(model.examples()), using).groups();
        Resource ontology = model.terms().getResource(chapter.iri());
        Resource whole = model.terms().getResource(Chapter.NS.iri());
        return new OntologyPage(
                chapter,
                language,
                title(names, ontology, whole),
                names.text(ontology, DCTerms.description).orElse(""),
                head(names, ontology, whole),
                cite(names, ontology, whole),
                prefixes(chapter),
                new TermTree(names).branches(),
                diagram(names, chapter),
                groups,
                queries(names, groups),
                changes(names, ontology, whole, groups));
    }

    private static String title(TermNames names, Resource ontology, Resource whole) {
        String own = names.label(ontology);
        return own == null ? names.label(whole) + " – " + ontology.getURI() : own;
    }

    /** What the header says; of what the chapter's own header does not say, what the whole ontology's says. */
    private static List<Fact> head(TermNames names, Resource ontology, Resource whole) {
        List<Fact> head = new ArrayList<>();
        head.add(new Fact("IRI", List.of(new Mention(null, ontology.getURI(), null))));
        said(names, head, names.say("この版", "This version"), OWL2.versionIRI, ontology, whole);
        said(names, head, names.say("版", "Version"), OWL2.versionInfo, ontology, whole);
        said(names, head, names.say("前の版", "Previous version"), OWL2.priorVersion, ontology, whole);
        said(names, head, names.say("作成", "Created"), DCTerms.created, ontology, whole);
        said(names, head, names.say("公開", "Issued"), DCTerms.issued, ontology, whole);
        said(names, head, names.say("更新", "Modified"), DCTerms.modified, ontology, whole);
        said(names, head, names.say("作成者", "Creator"), DCTerms.creator, ontology, whole);
        said(names, head, names.say("公開者", "Publisher"), DCTerms.publisher, ontology, whole);
        said(names, head, names.say("ライセンス", "Licence"), DCTerms.license, ontology, whole);
        said(names, head, names.say("取り込むオントロジー", "Imports"), OWL2.imports, ontology, ontology);
        said(
                names,
                head,
                names.say("接頭辞", "Prefix"),
                TermFacts.property("http://purl.org/vocab/vann/preferredNamespacePrefix"),
                ontology,
                ontology);
        return head;
    }

    private static void said(
            TermNames names, List<Fact> head, String label, Property property, Resource ontology, Resource whole) {
        Resource says = ontology.hasProperty(property) ? ontology : whole;
        List<Mention> values = says.listProperties(property).toList().stream()
                .map(Statement::getObject)
                .filter(value -> !value.isLiteral() || names.spoken(value.asLiteral()))
                .map(value -> named(names, value))
                .sorted(Comparator.comparing(Mention::toString))
                .toList();
        if (!values.isEmpty()) {
            head.add(new Fact(label, values));
        }
    }

    /** Agents by their names. */
    private static Mention named(TermNames names, RDFNode value) {
        if (value.isResource() && value.asResource().hasProperty(FOAF.name)) {
            String name = value.asResource().getProperty(FOAF.name).getString();
            return value.isAnon()
                    ? Mention.text(name)
                    : Mention.link(name, value.asResource().getURI());
        }
        return names.mention(value);
    }

    private static String cite(TermNames names, Resource ontology, Resource whole) {
        return names.text(ontology, DCTerms.bibliographicCitation)
                .or(() -> names.text(whole, DCTerms.bibliographicCitation))
                .orElseGet(() -> "Jigyo: %s, %s. %s"
                        .formatted(
                                title(names, ontology, whole),
                                names.text(ontology, OWL2.versionInfo)
                                        .or(() -> names.text(whole, OWL2.versionInfo))
                                        .orElse(""),
                                ontology.getURI()));
    }

    /** The prefixes of the namespaces that the chapter's statements name. */
    private Map<String, String> prefixes(Chapter chapter) {
        String text = chapter.cut(model.terms()).listStatements().toList().toString();
        Map<String, String> used = new TreeMap<>();
        model.terms().getNsPrefixMap().forEach((prefix, namespace) -> {
            if (text.contains(namespace)) {
                used.put(prefix, namespace);
            }
        });
        return used;
    }

    private OntologyDiagram diagram(TermNames names, Chapter chapter) {
        return switch (chapter) {
            case NS -> OntologyDiagram.of(new TermReferences(names).classes());
            case DIM -> OntologyDiagram.of(new TermReferences(names).structures());
            case CODE, SHAPES -> null;
        };
    }

    private List<OntologyPage.Example> queries(TermNames names, List<Group> groups) {
        Map<String, StoredQuery> used = new TreeMap<>();
        groups.forEach(group ->
                group.terms().forEach(term -> using.of(term.iri()).forEach(q -> used.put(q.name(), q))));
        return used.values().stream()
                .map(query -> new OntologyPage.Example(
                        query.name(),
                        names.say(query.about().summaryJa(), query.about().summary()),
                        query.example().strip()))
                .toList();
    }

    /** The notes of each version, newest first, and what is no longer used. */
    private static List<Fact> changes(TermNames names, Resource ontology, Resource whole, List<Group> groups) {
        List<Fact> facts = new ArrayList<>();
        Set<Resource> seen = new HashSet<>();
        Resource version = ontology.hasProperty(OWL2.versionInfo) ? ontology : whole;
        while (version != null && seen.add(version)) {
            String label = names.text(version, OWL2.versionInfo).orElse(version.getURI());
            facts.add(new Fact(label, notes(names, version)));
            version = version.getPropertyResourceValue(OWL2.priorVersion);
        }
        List<Mention> deprecated = groups.stream()
                .flatMap(group -> group.terms().stream())
                .filter(OntologyTerm::deprecated)
                .map(term -> new Mention(term.label(), term.name(), "#" + term.anchor()))
                .toList();
        if (!deprecated.isEmpty()) {
            facts.add(new Fact(names.say("非推奨となったもの", "Deprecated terms"), deprecated));
        }
        return facts;
    }

    private static List<Mention> notes(TermNames names, Resource version) {
        return Stream.concat(Stream.of(version), Stream.ofNullable(version.getPropertyResourceValue(OWL2.versionIRI)))
                .flatMap(from -> Stream.of(SKOS.changeNote, SKOS.historyNote)
                        .flatMap(property -> names.texts(from, property).stream()))
                .map(Mention::text)
                .toList();
    }
}
