package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * The release as a DCAT 3 catalogue (DCAT-AP 3): one dataset for each edition, with its file, checksum, licence and the
 * date its content changed, and one for the whole with the dump. It contains the dump's checksum, so it cannot be part
 * of the dump.
 */
final class Catalogue {

    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
    private static final String AVAILABILITY = "http://data.europa.eu/r5r/availability";
    private static final Map<String, String> STABLE = Map.of("en", "stable", "ja", "安定");
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String MEDIA = "https://www.iana.org/assignments/media-types/";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String SCHEMA = "http://schema.org/";
    private static final String VOID = "http://rdfs.org/ns/void#";

    private final Base base;
    private final CatalogueTexts texts;
    private final NTriples out;

    private Catalogue(Base base, CatalogueTexts texts, NTriples out) {
        this.base = base;
        this.texts = texts;
        this.out = out;
    }

    /**
     * The catalogue of a release.
     *
     * @param texts what cannot be counted
     * @param parts its graphs; their files are in the folder
     * @return sorted N-Triples
     */
    static String of(Base base, CatalogueTexts texts, List<Release.Part> parts, Path folder, Instant published)
            throws IOException {
        NTriples out = new NTriples();
        Catalogue catalogue = new Catalogue(base, texts, out);
        Instant modified = parts.stream()
                .map(Release.Part::modified)
                .max(Instant::compareTo)
                .orElse(published);
        Instant issued =
                parts.stream().map(Release.Part::issued).min(Instant::compareTo).orElse(published);
        catalogue.whole(folder, issued, modified);
        for (Release.Part part : parts) {
            if (base.city(part.graph()).isPresent()) {
                catalogue.edition(part, folder);
            } else if (base.reference(part.graph()).isPresent()) {
                catalogue.reference(part, folder);
            }
        }
        new QueryExamples(base, out).add();
        return out.sorted();
    }

    private void whole(Path folder, Instant issued, Instant modified) throws IOException {
        Node agent = agent();
        Node catalogue = node(base.iri() + "id/catalogue");
        out.add(catalogue, RDF.type.asNode(), node(DCAT + "Catalog"));
        describe(catalogue, texts.title(), texts.description());
        out.add(catalogue, node(TERMS + "publisher"), agent);
        out.add(catalogue, node(FOAF + "homepage"), node(base.iri()));
        out.add(node(base.iri()), RDF.type.asNode(), node(FOAF + "Document"));
        dated(catalogue, issued, modified);
        if (texts.licence() != null) {
            licensed(catalogue, texts.licence());
        }
        Node all = node(base.dataset());
        out.add(catalogue, node(DCAT + "dataset"), all);
        out.add(all, RDF.type.asNode(), node(DCAT + "Dataset"));
        out.add(all, RDF.type.asNode(), node(VOID + "Dataset"));
        describe(all, texts.title(), texts.dumpDescription());
        out.add(all, node(TERMS + "publisher"), agent);
        out.add(all, node(VOID + "dataDump"), node(base.iri() + "dump/" + Dump.NAME));
        out.add(all, node(VOID + "sparqlEndpoint"), node(base.iri() + "sparql"));
        dated(all, issued, modified);
        contact(all);
        Path dump = folder.resolve("dump").resolve(Dump.NAME);
        Node packed = distribution(all, dump, Folders.sha256(dump), "application/n-quads", "RDF_N_QUADS");
        describe(packed, Map.of(), texts.dumpDescription());
        licensed(packed, null);
        out.add(packed, node(DCAT + "compressFormat"), media("application/gzip"));
        Node service = node(base.iri() + "sparql");
        out.add(service, RDF.type.asNode(), node(DCAT + "DataService"));
        describe(service, Map.of("en", "SPARQL 1.1 endpoint", "ja", "SPARQL 1.1 エンドポイント"), texts.description());
        out.add(service, RDF.type.asNode(), RDFS.Resource.asNode());
        out.add(service, node(DCAT + "endpointURL"), service);
        out.add(service, node(DCAT + "endpointDescription"), service);
        out.add(service, node(DCAT + "servesDataset"), all);
        out.add(service, node(TERMS + "publisher"), agent);
        contact(service);
        out.add(catalogue, node(DCAT + "service"), service);
    }

    private void edition(Release.Part part, Path folder) throws IOException {
        String city = base.city(part.graph()).orElseThrow();
        Node edition = node(base.editionOf(part.graph()));
        out.add(node(base.iri() + "id/catalogue"), node(DCAT + "dataset"), edition);
        out.add(edition, RDF.type.asNode(), node(DCAT + "Dataset"));
        dated(edition, part.issued(), part.modified());
        made(edition, part.modified());
        contact(edition);
        String licence = texts.licences().get(city);
        licensed(turtle(edition, part, folder), licence);
        licensed(figures(edition), licence);
    }

    /** The figures of an edition as Parquet, which the server makes when it is asked. */
    private Node figures(Node edition) {
        String key = edition.getURI().replaceFirst(".*/id/edition/", "");
        String address = base.iri() + "api/queries/observations?edition=" + key + "&format=parquet";
        Node distribution = distribution(edition, address, "application/vnd.apache.parquet", "PARQUET");
        describe(distribution, Map.of(), texts.figuresDescription());
        return distribution;
    }

    /** A graph from another source than sheets. Its own statements say where it is from; a query repeats them here. */
    private void reference(Release.Part part, Path folder) throws IOException {
        Node dataset = node(base.reference(part.graph()).orElseThrow());
        out.add(node(base.iri() + "id/catalogue"), node(DCAT + "dataset"), dataset);
        out.add(dataset, RDF.type.asNode(), node(DCAT + "Dataset"));
        contact(dataset);
        turtle(dataset, part, folder);
    }

    /** The run that read an edition's files and made its graph; what it used stands in the queries of the catalogue. */
    private void made(Node edition, Instant when) {
        String version = Catalogue.class.getPackage().getImplementationVersion();
        Node software = node(base.iri() + "id/software/jigyo" + (version == null ? "" : "-" + version));
        out.add(software, RDF.type.asNode(), node(PROV + "SoftwareAgent"));
        out.add(software, RDFS.label.asNode(), NodeFactory.createLiteralString("Jigyo"));
        if (version != null) {
            out.add(software, node(SCHEMA + "softwareVersion"), NodeFactory.createLiteralString(version));
        }
        Node run = node(edition.getURI().replace("/id/edition/", "/id/reading/"));
        out.add(edition, node(PROV + "wasGeneratedBy"), run);
        out.add(run, RDF.type.asNode(), node(PROV + "Activity"));
        out.texts(run, RDFS.label.getURI(), Map.of("en", "reading and publication", "ja", "読み取りと公開"));
        out.add(run, node(PROV + "wasAssociatedWith"), software);
        out.typed(run, PROV + "endedAtTime", when.toString(), XSDDatatype.XSDdateTime);
    }

    private Node turtle(Node dataset, Release.Part part, Path folder) throws IOException {
        Node distribution =
                distribution(dataset, folder.resolve(part.turtle()), part.sha256(), "text/turtle", "RDF_TURTLE");
        describe(distribution, Map.of(), texts.graphDescription());
        return distribution;
    }

    private Node distribution(Node dataset, Path file, String sha256, String type, String format) throws IOException {
        String address = base.iri() + "dump/" + file.getFileName();
        Node distribution = distribution(dataset, address, type, format);
        out.typed(distribution, DCAT + "byteSize", Long.toString(Files.size(file)), XSDDatatype.XSDnonNegativeInteger);
        Node checksum = node(address + "#checksum");
        out.add(distribution, node(SPDX + "checksum"), checksum);
        out.add(checksum, RDF.type.asNode(), node(SPDX + "Checksum"));
        out.add(checksum, node(SPDX + "algorithm"), node(SPDX + "checksumAlgorithm_sha256"));
        out.add(node(SPDX + "checksumAlgorithm_sha256"), RDF.type.asNode(), node(SPDX + "ChecksumAlgorithm"));
        out.typed(checksum, SPDX + "checksumValue", sha256, XSDDatatype.XSDhexBinary);
        return distribution;
    }

    private Node distribution(Node dataset, String address, String type, String format) {
        Node distribution = node(address + "#distribution");
        out.add(dataset, node(DCAT + "distribution"), distribution);
        out.add(distribution, RDF.type.asNode(), node(DCAT + "Distribution"));
        out.add(node(address), RDF.type.asNode(), RDFS.Resource.asNode());
        out.add(distribution, node(DCAT + "accessURL"), node(address));
        out.add(distribution, node(DCAT + "downloadURL"), node(address));
        out.add(distribution, node(DCAT + "mediaType"), media(type));
        Node kind = node(EU + "file-type/" + format);
        out.add(distribution, node(TERMS + "format"), kind);
        out.add(kind, RDF.type.asNode(), node(TERMS + "MediaTypeOrExtent"));
        out.add(distribution, node(AVAILABILITY), concept(EU + "planned-availability/STABLE", STABLE));
        return distribution;
    }

    /** The terms of a distribution: its licence, or what applies as long as none is confirmed. */
    private void licensed(Node distribution, String licence) {
        if (licence == null) {
            Node rights = node(base.iri() + "id/rights");
            out.add(distribution, node(TERMS + "rights"), rights);
            out.add(rights, RDF.type.asNode(), node(TERMS + "RightsStatement"));
            out.texts(rights, RDFS.label.getURI(), texts.rights());
        } else {
            out.add(distribution, node(TERMS + "license"), node(licence));
            out.add(node(licence), RDF.type.asNode(), node(TERMS + "LicenseDocument"));
        }
    }

    /** Who runs the service. */
    private Node agent() {
        Node agent = node(base.iri() + "id/publisher");
        out.add(agent, RDF.type.asNode(), node(FOAF + "Agent"));
        out.add(
                agent,
                node(FOAF + "name"),
                NodeFactory.createLiteralString(texts.publisher().name()));
        out.add(
                agent,
                node(TERMS + "type"),
                concept(texts.publisher().type(), texts.publisher().typeName()));
        return agent;
    }

    private Node concept(String iri, Map<String, String> names) {
        Node concept = node(iri);
        out.add(concept, RDF.type.asNode(), SKOS.Concept.asNode());
        out.texts(concept, SKOS.prefLabel.getURI(), names);
        return concept;
    }

    /** Whom to ask about a thing, where somebody is named. */
    private void contact(Node thing) {
        CatalogueTexts.Contact contact = texts.contact();
        if (contact == null) {
            return;
        }
        Node point = node(base.iri() + "id/contact");
        out.add(thing, node(DCAT + "contactPoint"), point);
        out.add(point, RDF.type.asNode(), node(VCARD + "Kind"));
        out.add(point, node(VCARD + "fn"), NodeFactory.createLiteralString(contact.name()));
        if (contact.email() != null) {
            out.add(point, node(VCARD + "hasEmail"), node("mailto:" + contact.email()));
        }
        if (contact.page() != null) {
            out.add(point, node(VCARD + "hasURL"), node(contact.page()));
        }
    }

    private Node media(String type) {
        Node media = node(MEDIA + type);
        out.add(media, RDF.type.asNode(), node(TERMS + "MediaType"));
        return media;
    }

    private void describe(Node thing, Map<String, String> title, Map<String, String> description) {
        out.texts(thing, TERMS + "title", title);
        out.texts(thing, TERMS + "description", description);
    }

    private void dated(Node thing, Instant issued, Instant modified) {
        out.typed(thing, TERMS + "issued", issued.toString(), XSDDatatype.XSDdateTime);
        out.typed(thing, TERMS + "modified", modified.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node node(String iri) {
        return NTriples.node(iri);
    }
}
