package org.jigyo.release;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jigyo.query.QueryParameter;
import org.jigyo.query.StoredQuery;

/**
 * The stored queries as examples of the catalogue, with the properties that SPARQL editors look for, and the prefixes
 * they use.
 */
record QueryExamples(Base base, NTriples out) {

    private static final String SCHEMA = "http://schema.org/";

    void add() {
        Node declaring = NTriples.node(base.iri() + "id/catalogue");
        for (StoredQuery query : StoredQuery.bundled().values()) {
            Node example = NTriples.node(base.iri() + "api/queries/" + query.name());
            boolean select = query.parsed().isSelectType();
            out.add(example, RDF.type.asNode(), SHACLM.SPARQLExecutable.asNode());
            out.add(
                    example,
                    RDF.type.asNode(),
                    (select ? SHACLM.SPARQLSelectExecutable : SHACLM.SPARQLConstructExecutable).asNode());
            out.add(
                    example,
                    (select ? SHACLM.select : SHACLM.construct).asNode(),
                    NodeFactory.createLiteralString(query.example()));
            out.add(example, SHACLM.prefixes.asNode(), declaring);
            out.add(example, NTriples.node(SCHEMA + "target"), NTriples.node(base.iri() + "sparql"));
            StoredQuery.About about = query.about();
            labelled(example, RDFS.label.asNode(), about.summary(), about.summaryJa());
            labelled(example, RDFS.comment.asNode(), about.description(), about.descriptionJa());
            about.tags()
                    .forEach(tag ->
                            out.add(example, NTriples.node(SCHEMA + "keywords"), NodeFactory.createLiteralString(tag)));
            about.params().forEach(parameter -> parameter(example, parameter));
            query.parsed().getPrefixMapping().getNsPrefixMap().forEach((prefix, namespace) -> {
                Node declared = NTriples.node(declaring.getURI() + "#prefix-" + prefix);
                out.add(declaring, SHACLM.declare.asNode(), declared);
                out.add(declared, SHACLM.prefix.asNode(), NodeFactory.createLiteralString(prefix));
                out.typed(declared, SHACLM.namespace.getURI(), namespace, XSDDatatype.XSDanyURI);
            });
        }
    }

    private void parameter(Node query, QueryParameter parameter) {
        Node node = NTriples.node(query.getURI() + "#" + parameter.name());
        out.add(query, SHACLM.parameter.asNode(), node);
        out.add(node, RDF.type.asNode(), SHACLM.Parameter.asNode());
        out.add(node, SHACLM.name.asNode(), NodeFactory.createLiteralString(parameter.name()));
        labelled(node, SHACLM.description.asNode(), parameter.description(), parameter.descriptionJa());
        out.typed(node, SHACLM.optional.getURI(), Boolean.toString(!parameter.required()), XSDDatatype.XSDboolean);
        if (parameter.value() != null) {
            out.add(node, SHACLM.defaultValue.asNode(), parameter.term(parameter.value()));
        }
        out.add(node, SHACLM.pattern.asNode(), NodeFactory.createLiteralString("^(?:" + parameter.form() + ")$"));
    }

    private void labelled(Node thing, Node property, String english, String japanese) {
        Map<String, String> texts = new HashMap<>();
        texts.put("en", english);
        texts.put("ja", japanese);
        texts.values().removeIf(text -> text == null);
        out.texts(thing, property.getURI(), texts);
    }
}
