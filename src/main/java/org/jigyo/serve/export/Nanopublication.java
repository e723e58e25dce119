package org.jigyo.serve.export;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.jigyo.serve.release.Thing;

/**
 * One fact with its evidence, to be cited and kept: four graphs as in a
 * <a href="https://nanopub.net/guidelines/working_draft/">nanopublication</a>. It has no trusty URI and no signature, so a registry of
 * nanopublications does not take it as it is.
 *
 * @param iri of the publication, where its document is
 * @param thing the fact: an observation, a text, a rating …
 * @param sources addresses of the original documents, with the page; may be empty
 * @param publisher IRI of who publishes the release
 * @param release id of the release
 * @param published when the release was published
 */
public record Nanopublication(
        String iri, Thing thing, List<String> sources, String publisher, String release, Instant published) {

    private static final String NP = "http://www.nanopub.org/nschema#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Node DERIVED = node(PROV + "wasDerivedFrom");
    private static final Node STATED_IN = node("https://w3id.org/jigyo/dim#statedIn");

    /** Copies the sources. */
    public Nanopublication {
        sources = List.copyOf(sources);
    }

    /**
     * The publication as JSON-LD.
     *
     * @param prefixes dataset with the prefixes of its context
     */
    public byte[] jsonLd(DatasetGraph prefixes) {
        DatasetGraph graphs = graphs();
        prefixes.prefixes().forEach(graphs.prefixes()::add);
        graphs.prefixes().add("np", NP);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(graphs).format(RDFFormat.JSONLD11_PRETTY).output(bytes);
        return bytes.toByteArray();
    }

    private DatasetGraph graphs() {
        DatasetGraph graphs = DatasetGraphFactory.create();
        Node publication = node(iri);
        Node head = part("Head");
        Node assertion = part("assertion");
        Node provenance = part("provenance");
        Node about = part("pubinfo");
        add(graphs, head, publication, RDF.type.asNode(), node(NP + "Nanopublication"));
        add(graphs, head, publication, node(NP + "hasAssertion"), assertion);
        add(graphs, head, publication, node(NP + "hasProvenance"), provenance);
        add(graphs, head, publication, node(NP + "hasPublicationInfo"), about);
        thing.facts().forEach(fact -> graphs.add(Quad.create(assertion, fact)));
        for (Triple fact : thing.printed()) {
            graphs.add(Quad.create(provenance, fact));
            if (fact.getPredicate().equals(DERIVED)) {
                add(graphs, provenance, assertion, DERIVED, fact.getObject());
            }
        }
        thing.facts().stream()
                .filter(fact -> fact.getPredicate().equals(STATED_IN))
                .forEach(fact -> add(graphs, provenance, assertion, DERIVED, fact.getObject()));
        thing.corrections().forEach(fact -> graphs.add(Quad.create(provenance, fact)));
        sources.forEach(source -> add(graphs, provenance, assertion, node(PROV + "hadPrimarySource"), node(source)));
        add(graphs, about, publication, node(PROV + "wasAttributedTo"), node(publisher));
        add(graphs, about, publication, OWL.versionInfo.asNode(), NodeFactory.createLiteralString(release));
        add(
                graphs,
                about,
                publication,
                DCTerms.created.asNode(),
                NodeFactory.createLiteralDT(published.toString(), XSDDatatype.XSDdateTime));
        return graphs;
    }

    private Node part(String name) {
        return node(iri + "#" + name);
    }

    private static void add(DatasetGraph to, Node graph, Node subject, Node property, Node object) {
        to.add(graph, subject, property, object);
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
