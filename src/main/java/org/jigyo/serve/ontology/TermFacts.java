package org.jigyo.serve.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.jigyo.serve.ontology.OntologyTerm.Fact;
import org.jigyo.serve.ontology.OntologyTerm.Mention;

/** What the ontology says of a term, as rows: the properties with a name here first, then all others. */
record TermFacts(TermNames names, TermRules rules) {

    static final String QB = "http://purl.org/linked-data/cube#";

    private static final List<String> COMPONENT_KINDS =
            List.of("componentProperty", "dimension", "measure", "attribute");

    /** A property of terms with its name on the pages; an inverse one is read from its objects. */
    private record Named(Property property, boolean inverse, String ja, String en) {}

    private static final List<Named> NAMED = List.of(
            forth(RDFS.subClassOf, "上位クラス", "Subclass of"),
            back(RDFS.subClassOf, "下位クラス", "Has subclass"),
            forth(OWL2.disjointWith, "共通の要素を持たないクラス", "Disjoint with"),
            forth(RDFS.subPropertyOf, "上位プロパティ", "Subproperty of"),
            back(RDFS.subPropertyOf, "下位プロパティ", "Has subproperty"),
            forth(RDFS.domain, "定義域", "Domain"),
            forth(RDFS.range, "値域", "Range"),
            back(RDFS.domain, "このクラスを定義域とするプロパティ", "In domain of"),
            back(RDFS.range, "このクラスを値域とするプロパティ", "In range of"),
            forth(OWL2.inverseOf, "逆プロパティ", "Inverse of"),
            forth(property(QB + "codeList"), "コードリスト", "Code list"),
            back(property(QB + "codeList"), "このリストを使うプロパティ", "Code list of"),
            forth(SHACLM.targetClass, "対象のクラス", "Target class"),
            forth(SHACLM.targetSubjectsOf, "対象（このプロパティの主語）", "Target: subjects of"),
            forth(SHACLM.targetObjectsOf, "対象（このプロパティの目的語）", "Target: objects of"),
            forth(SKOS.notation, "コード", "Notation"),
            forth(SKOS.broader, "上位概念", "Broader"),
            back(SKOS.broader, "下位概念", "Narrower"),
            forth(SKOS.related, "関連", "Related"),
            forth(SKOS.exactMatch, "同じ意味", "Exact match"),
            forth(SKOS.closeMatch, "近い意味", "Close match"),
            forth(SKOS.member, "含むもの", "Members"),
            forth(RDFS.seeAlso, "参考", "See also"),
            forth(OWL2.deprecated, "非推奨", "Deprecated"),
            forth(DCTerms.isReplacedBy, "代わりに使うもの", "Replaced by"),
            forth(SKOS.scopeNote, "注", "Scope note"),
            forth(SKOS.changeNote, "変更", "Change"),
            forth(SKOS.historyNote, "経緯", "History"),
            forth(property(Chapter.NS.namespace() + "recordKey"), "シートのレコードのキー", "Key in the sheet record"),
            forth(property(Chapter.NS.namespace() + "approximates"), "おおよその対応", "Approximates"));

    /** Told elsewhere on the page. */
    private static final Set<Property> APART = Stream.concat(
                    Stream.of(
                            RDF.type,
                            RDFS.label,
                            RDFS.isDefinedBy,
                            DCTerms.title,
                            SKOS.prefLabel,
                            SKOS.definition,
                            SKOS.inScheme,
                            SKOS.topConceptOf,
                            SKOS.hasTopConcept,
                            property(QB + "component")),
                    NAMED.stream().map(Named::property))
            .collect(Collectors.toSet());

    private static Named forth(Property property, String ja, String en) {
        return new Named(property, false, ja, en);
    }

    private static Named back(Property property, String ja, String en) {
        return new Named(property, true, ja, en);
    }

    static Property property(String iri) {
        return ResourceFactory.createProperty(iri);
    }

    List<Fact> of(Resource term) {
        List<Fact> facts = new ArrayList<>();
        if (names.chapter() != Chapter.CODE) {
            add(facts, "種類", "Type", mentions(values(term, RDF.type)));
        }
        for (Named named : NAMED) {
            List<RDFNode> values = named.inverse
                    ? names.all()
                            .listSubjectsWithProperty(named.property, term)
                            .filterKeep(Resource::isURIResource)
                            .mapWith(s -> (RDFNode) s)
                            .toList()
                    : values(term, named.property);
            add(facts, named.ja, named.en, mentions(values));
        }
        add(facts, "この値を持つもの", "Asked of", mentions(List.copyOf(rules.classesWith(term))));
        add(facts, "構成要素", "Components", components(term));
        add(facts, "使う構造", "In structures", structures(term));
        term.listProperties().toList().stream()
                .map(Statement::getPredicate)
                .distinct()
                .filter(property ->
                        !APART.contains(property) && !property.getURI().startsWith(SHACLM.NS))
                .sorted(TermNames.order())
                .forEach(property -> {
                    String name = names.name(property);
                    add(facts, name, name, mentions(values(term, property)));
                });
        return facts;
    }

    private void add(List<Fact> facts, String ja, String en, List<Mention> values) {
        if (!values.isEmpty()) {
            facts.add(new Fact(names.say(ja, en), values));
        }
    }

    private static List<RDFNode> values(Resource term, Property property) {
        return term.listProperties(property).mapWith(Statement::getObject).toList();
    }

    private List<Mention> mentions(List<? extends RDFNode> values) {
        return values.stream()
                .filter(value -> !value.isLiteral() || names.spoken(value.asLiteral()))
                .sorted(Comparator.comparing(RDFNode::toString))
                .map(names::mention)
                .toList();
    }

    /** The properties of a structure of a cube, in their order. */
    private List<Mention> components(Resource structure) {
        Property order = property(QB + "order");
        return structure.listProperties(property(QB + "component")).toList().stream()
                .map(Statement::getResource)
                .sorted(Comparator.<Resource>comparingInt(component -> component.hasProperty(order)
                                ? component.getProperty(order).getInt()
                                : Integer.MAX_VALUE)
                        .thenComparing(TermNames.order()))
                .map(TermFacts::componentProperty)
                .map(names::mention)
                .toList();
    }

    static Resource componentProperty(Resource component) {
        return COMPONENT_KINDS.stream()
                .map(name -> component.getPropertyResourceValue(property(QB + name)))
                .filter(value -> value != null)
                .findFirst()
                .orElse(component);
    }

    private List<Mention> structures(Resource term) {
        Model all = names.all();
        return COMPONENT_KINDS.stream()
                .flatMap(name -> all.listSubjectsWithProperty(property(QB + name), term).toList().stream())
                .flatMap(component ->
                        all.listSubjectsWithProperty(property(QB + "component"), component).toList().stream())
                .distinct()
                .sorted(TermNames.order())
                .map(names::mention)
                .toList();
    }
}
