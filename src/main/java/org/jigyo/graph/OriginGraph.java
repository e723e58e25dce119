package org.jigyo.graph;

import java.util.SortedMap;
import org.eclipse.rdf4j.model.IRI;

/** The graph of where the files of a release were published. It depends on nothing but these records and the base IRI. */
public final class OriginGraph {

    private static final String NAME = "origins";

    private OriginGraph() {}

    /** The IRI of the graph. */
    public static String graph(GraphBase base) {
        return base.sharedGraph(NAME);
    }

    /**
     * The graph's content.
     *
     * @param origins SHA-256 of a file → where it was published
     */
    public static Statements of(GraphBase base, SortedMap<String, FileOrigin> origins) {
        Statements out = new Statements();
        origins.forEach((sha256, origin) -> file(out, Iris.iri(base.id("file", sha256.substring(0, 16))), origin));
        return out;
    }

    private static void file(Statements out, IRI file, FileOrigin origin) {
        IRI address = Iris.iri(origin.address());
        out.add(file, Iris.iri(Iris.DCAT + "downloadURL"), address)
                .add(file, Iris.iri(Iris.DCTERMS + "source"), address)
                .add(file, Iris.iri(Iris.FOAF + "page"), iri(origin.page()))
                .add(file, Iris.iri(Iris.SCHEMA + "archivedAt"), iri(origin.archive()))
                .add(
                        file,
                        Iris.iri(Iris.DCTERMS + "issued"),
                        origin.issued() == null ? null : Iris.typed(origin.issued(), "date"));
        if (origin.publisher() != null) {
            IRI publisher = Iris.iri(file.stringValue() + "/publisher");
            out.add(file, Iris.iri(Iris.DCTERMS + "publisher"), publisher)
                    .type(publisher, Iris.FOAF + "Agent")
                    .add(publisher, Iris.iri(Iris.FOAF + "name"), Iris.text(origin.publisher()));
        }
        if (origin.licence() != null && origin.licence().matches("https?://.*")) {
            out.add(file, Iris.iri(Iris.DCTERMS + "license"), Iris.iri(origin.licence()));
        } else if (origin.licence() != null) {
            IRI rights = Iris.iri(file.stringValue() + "/rights");
            out.add(file, Iris.iri(Iris.DCTERMS + "rights"), rights)
                    .type(rights, Iris.DCTERMS + "RightsStatement")
                    .add(rights, Iris.iri(Iris.RDFS + "label"), Iris.text(origin.licence()));
        }
        if (origin.retrieved() != null) {
            IRI retrieval = Iris.iri(file.stringValue() + "/retrieval");
            String type = origin.retrieved().contains("T") ? "dateTime" : "date";
            out.add(file, Iris.iri(Iris.PROV + "wasGeneratedBy"), retrieval)
                    .type(retrieval, Iris.PROV + "Activity")
                    .add(retrieval, Iris.iri(Iris.PROV + "used"), address)
                    .add(retrieval, Iris.iri(Iris.DCTERMS + "date"), Iris.typed(origin.retrieved(), type));
        }
    }

    private static IRI iri(String address) {
        return address == null ? null : Iris.iri(address);
    }
}
