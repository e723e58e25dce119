package org.jigyo.graph;

import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.jigyo.Finding;
import org.jigyo.release.GraphFile;

/** The graphs of some sheets as Turtle files. */
public record Publication(List<GraphFile> files, Registries registries, List<Finding> findings) {

    /** All graphs in the default graph of one dataset. */
    Dataset merged() {
        Dataset merged = DatasetFactory.create();
        files.forEach(f -> RDFParser.source(f.file())
                .lang(Lang.TURTLE)
                .parse(merged.getDefaultModel().getGraph()));
        return merged;
    }
}
