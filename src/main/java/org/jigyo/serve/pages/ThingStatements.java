package org.jigyo.serve.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.release.Thing;

/** What the documents of a thing say, in every format. */
final class ThingStatements {

    private static final String MORE = "More statements refer to this thing than the " + Thing.INCOMING
            + " listed here; SPARQL returns all of them.";

    private ThingStatements() {}

    /** The statements of a release about a thing, and those of the document about itself. */
    static List<Triple> of(Thing thing, String name, CurrentRelease.Loan loan) {
        List<Triple> all = new ArrayList<>(thing.all());
        String base = loan.release().base();
        Node document = NodeFactory.createURI(base + "doc/" + name);
        all.add(Triple.create(document, RDF.type.asNode(), FOAF.Document.asNode()));
        all.add(Triple.create(document, FOAF.primaryTopic.asNode(), thing.node()));
        all.add(Triple.create(document, DCTerms.isPartOf.asNode(), NodeFactory.createURI(base + "id/dataset")));
        all.add(Triple.create(
                document,
                OWL.versionInfo.asNode(),
                NodeFactory.createLiteralString(loan.release().id())));
        all.addAll(depictions(thing.node(), name, loan));
        if (thing.more()) {
            all.add(Triple.create(document, RDFS.comment.asNode(), NodeFactory.createLiteralLang(MORE, "en")));
        }
        return all;
    }

    private static List<Triple> depictions(Node thing, String name, CurrentRelease.Loan loan) {
        try {
            return DrawnSheet.depictions(thing, name, loan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
