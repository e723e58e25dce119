package org.jigyo.serve.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jigyo.serve.ontology.OntologyDiagram.Reference;
import org.jigyo.serve.ontology.OntologyDiagram.Thing;

/** What refers to what, for the diagrams. */
record TermReferences(TermNames names) {

    /** Classes of ours, and the properties by which the shapes say that they lead to things of a class. */
    List<Thing> classes() {
        Map<Resource, TreeMap<Resource, Resource>> ways = new TreeMap<>(TermNames.order());
        names.all()
                .listStatements(null, SHACLM.targetClass, (RDFNode) null)
                .toList()
                .forEach(target -> {
                    Resource from = target.getResource();
                    if (Chapter.NS.explains(from)) {
                        target.getSubject().listProperties(SHACLM.property).toList().stream()
                                .map(Statement::getResource)
                                .filter(shape -> shape.hasProperty(SHACLM.class_) && shape.hasProperty(SHACLM.path))
                                .forEach(shape -> way(from, shape, ways));
                    }
                });
        return things(ways);
    }

    private static void way(Resource from, Resource shape, Map<Resource, TreeMap<Resource, Resource>> ways) {
        Resource to = shape.getPropertyResourceValue(SHACLM.class_);
        Resource path = shape.getPropertyResourceValue(SHACLM.path);
        if (path.isURIResource()
                && Chapter.of(path).isPresent()
                && !to.getLocalName().equals("Concept")) {
            ways.computeIfAbsent(from, key -> new TreeMap<>(TermNames.order())).put(path, to);
        }
    }

    /** The structures of the cubes with their components, and the classes and code lists of these. */
    List<Thing> structures() {
        Map<Resource, TreeMap<Resource, Resource>> ways = new TreeMap<>(TermNames.order());
        Property component = TermFacts.property(TermFacts.QB + "component");
        names.all()
                .listSubjectsWithProperty(RDF.type, TermFacts.property(TermFacts.QB + "DataStructureDefinition"))
                .toList()
                .forEach(structure -> structure.listProperties(component).toList().stream()
                        .map(Statement::getResource)
                        .map(TermFacts::componentProperty)
                        .forEach(property -> ways.computeIfAbsent(structure, key -> new TreeMap<>(TermNames.order()))
                                .put(property, range(property))));
        return things(ways);
    }

    private static Resource range(Resource property) {
        Resource list = property.getPropertyResourceValue(TermFacts.property(TermFacts.QB + "codeList"));
        Resource range = property.getPropertyResourceValue(RDFS.range);
        return list != null ? list : range == null ? RDFS.Resource.inModel(property.getModel()) : range;
    }

    private List<Thing> things(Map<Resource, TreeMap<Resource, Resource>> ways) {
        TreeSet<Resource> all = new TreeSet<>(TermNames.order());
        ways.forEach((from, properties) -> {
            all.add(from);
            properties.values().stream()
                    .filter(to -> !to.getNameSpace().equals(RDFS.getURI())
                            && !to.getURI().contains("XMLSchema"))
                    .forEach(all::add);
        });
        List<Thing> things = new ArrayList<>();
        for (Resource thing : all) {
            List<Reference> rows = ways.getOrDefault(thing, new TreeMap<>(TermNames.order())).entrySet().stream()
                    .sorted(Comparator.comparing(entry -> entry.getValue().toString() + entry.getKey()))
                    .map(entry -> new Reference(
                            names.name(entry.getKey()),
                            names.href(entry.getKey()),
                            entry.getValue().getURI()))
                    .toList();
            String label = names.label(thing);
            things.add(new Thing(thing.getURI(), label == null ? names.name(thing) : label, names.href(thing), rows));
        }
        return things;
    }
}
