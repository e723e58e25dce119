package org.jigyo.serve.ontology;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.UUID;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.jigyo.Bundled;

/**
 * The ontology that comes with the program.
 *
 * @param terms all files of {@code ontology/} together
 * @param examples descriptions of things that the specimens print, at least one of each class
 */
record OntologyModel(Model terms, Model examples) {

    static OntologyModel bundled() {
        Model terms = ModelFactory.createDefaultModel();
        Bundled.files("/ontology", ".ttl")
                .values()
                .forEach(bytes -> RDFParser.source(new ByteArrayInputStream(bytes))
                        .lang(Lang.TURTLE)
                        // what has no name is the same in each run, and so has the same place in what is written
                        .labelToNode(LabelToNode.createScopeByDocumentHash(UUID.nameUUIDFromBytes(bytes)))
                        .parse(terms.getGraph()));
        Model examples = ModelFactory.createDefaultModel();
        InputStream file = OntologyModel.class.getResourceAsStream("/documentation/examples.ttl");
        RDFParser.source(file).lang(Lang.TURTLE).parse(examples.getGraph());
        return new OntologyModel(terms, examples);
    }
}
