package org.jigyo.serve.ontology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.jigyo.serve.ontology.OntologyTerm.Group;
import org.jigyo.serve.ontology.OntologyTerm.Mention;
import org.jigyo.serve.ontology.OntologyTerm.Rule;

/** The terms of a chapter by kind. */
record ChapterTerms(TermNames names, TermExamples examples, UsingQueries using) {

    /** A kind of terms: the first one whose type a term has. */
    private record Kind(String type, String anchor, String ja, String en) {}

    private static final String OWL = OWL2.getURI();

    private static final List<Kind> KINDS = List.of(
            new Kind(TermFacts.QB + "DataStructureDefinition", "structures", "データ構造", "Structures"),
            new Kind(TermFacts.QB + "SliceKey", "slicekeys", "スライスキー", "Slice keys"),
            new Kind(TermFacts.QB + "DimensionProperty", "dimensions", "ディメンション", "Dimensions"),
            new Kind(TermFacts.QB + "MeasureProperty", "measures", "メジャー", "Measures"),
            new Kind(TermFacts.QB + "AttributeProperty", "attributes", "属性", "Attributes"),
            new Kind(OWL + "Class", "classes", "クラス", "Classes"),
            new Kind(OWL + "ObjectProperty", "objectproperties", "オブジェクトプロパティ", "Object properties"),
            new Kind(OWL + "DatatypeProperty", "dataproperties", "データプロパティ", "Data properties"),
            new Kind(OWL + "AnnotationProperty", "annotations", "注釈プロパティ", "Annotation properties"),
            new Kind(SHACLM.NS + "NodeShape", "shapes", "制約", "Shapes"));

    List<Group> groups() {
        return names.chapter() == Chapter.CODE ? lists() : kinds();
    }

    private List<Group> kinds() {
        Map<Kind, List<OntologyTerm>> byKind = new LinkedHashMap<>();
        KINDS.forEach(kind -> byKind.put(kind, new ArrayList<>()));
        names.all().listSubjects().toList().stream()
                .filter(names.chapter()::explains)
                .sorted(TermNames.order())
                .forEach(term -> KINDS.stream()
                        .filter(kind -> term.hasProperty(RDF.type, names.all().getResource(kind.type)))
                        .findFirst()
                        .ifPresent(kind -> byKind.get(kind).add(term(term))));
        List<Group> groups = new ArrayList<>();
        byKind.forEach((kind, terms) -> {
            if (!terms.isEmpty()) {
                groups.add(new Group("group-" + kind.anchor, names.say(kind.ja, kind.en), "", terms));
            }
        });
        return groups;
    }

    /** A group for each code list: the list itself, then its concepts. */
    private List<Group> lists() {
        return names.all().listSubjectsWithProperty(RDF.type, SKOS.ConceptScheme).toList().stream()
                .filter(names.chapter()::explains)
                .sorted(TermNames.order())
                .map(scheme -> new Group(
                        names.chapter().anchor(scheme),
                        names.label(scheme),
                        scheme.getURI(),
                        names.all().listSubjectsWithProperty(SKOS.inScheme, scheme).toList().stream()
                                .sorted(TermNames.order())
                                .map(this::term)
                                .toList()))
                .toList();
    }

    private OntologyTerm term(Resource term) {
        TermRules rules = new TermRules(names);
        boolean shape = term.hasProperty(RDF.type, SHACLM.NodeShape);
        List<Rule> asked = shape
                ? rules.rules(term)
                : rules.shapesOf(term).stream()
                        .flatMap(of -> rules.rules(of).stream())
                        .toList();
        return new OntologyTerm(
                names.chapter().anchor(term),
                term.getURI(),
                names.name(term),
                names.label(term),
                names.text(term, SKOS.definition).orElse(""),
                term.hasLiteral(OWL2.deprecated, true),
                new TermFacts(names, rules).of(term),
                asked,
                shape || names.chapter() == Chapter.CODE ? "" : examples.of(term),
                using.of(term.getURI()).stream()
                        .map(query -> Mention.link(query.name(), "#query-" + query.name()))
                        .toList());
    }
}
