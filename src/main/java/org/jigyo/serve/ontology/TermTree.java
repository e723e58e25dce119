package org.jigyo.serve.ontology;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jigyo.serve.ontology.OntologyTerm.Branch;

/** The hierarchy of a chapter: classes and properties below those of others that they specialise, concepts below their lists. */
record TermTree(TermNames names) {

    /** Empty for a chapter without hierarchy. */
    List<Branch> branches() {
        return switch (names.chapter()) {
            case NS, DIM -> {
                Set<Resource> ours = new HashSet<>();
                ours.addAll(terms(OWL2.Class));
                ours.addAll(terms(OWL2.ObjectProperty));
                ours.addAll(terms(OWL2.DatatypeProperty));
                ours.removeIf(term -> !term.hasProperty(RDFS.subClassOf)
                        && !term.hasProperty(RDFS.subPropertyOf)
                        && !term.hasProperty(RDF.type, OWL2.Class));
                yield roots(ours);
            }
            case CODE ->
                terms(SKOS.ConceptScheme).stream()
                        .map(scheme -> new Branch(names.mention(scheme), concepts(scheme)))
                        // the page's tables show lists that are flat
                        .filter(scheme -> scheme.below().stream()
                                .anyMatch(top -> !top.below().isEmpty()))
                        .toList();
            case SHAPES -> List.of();
        };
    }

    private List<Resource> terms(Resource type) {
        return names.all().listSubjectsWithProperty(RDF.type, type).toList().stream()
                .filter(names.chapter()::explains)
                .sorted(TermNames.order())
                .toList();
    }

    private List<Branch> roots(Set<Resource> ours) {
        Set<Resource> all = new HashSet<>(ours);
        ours.forEach(term -> up(term).forEach(all::add));
        return all.stream()
                .filter(term -> up(term).stream().noneMatch(all::contains))
                .sorted(TermNames.order())
                .map(term -> branch(term, all, Set.of()))
                .toList();
    }

    private static List<Resource> up(Resource term) {
        return List.of(RDFS.subClassOf, RDFS.subPropertyOf).stream()
                .flatMap(property -> term.listProperties(property).toList().stream())
                .map(Statement::getObject)
                .filter(above -> above.isURIResource() && !above.equals(term))
                .map(above -> above.asResource())
                .toList();
    }

    private Branch branch(Resource term, Set<Resource> all, Set<Resource> above) {
        Set<Resource> way = new HashSet<>(above);
        way.add(term);
        return new Branch(
                names.mention(term),
                all.stream()
                        .filter(below -> up(below).contains(term) && !way.contains(below))
                        .sorted(TermNames.order())
                        .map(below -> branch(below, all, way))
                        .toList());
    }

    private List<Branch> concepts(Resource scheme) {
        return below(SKOS.topConceptOf, scheme, new HashSet<>());
    }

    private List<Branch> below(Property property, Resource above, Set<Resource> seen) {
        Model all = names.all();
        return all.listSubjectsWithProperty(property, above).toList().stream()
                .filter(seen::add)
                .sorted(TermNames.order())
                .map(concept -> new Branch(names.mention(concept), below(SKOS.broader, concept, seen)))
                .toList();
    }
}
