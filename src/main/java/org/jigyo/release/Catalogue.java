package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jigyo.query.QueryParameter;
import org.jigyo.query.StoredQuery;

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
    private static final String MEDIA = "https://www.iana.org/assignments/media-types/";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final String SCHEMA = "http://schema.org/";
    private static final String VOID = "http://rdfs.org/ns/void#";

    private final Base base;
    private final CatalogueTexts texts = CatalogueTexts.read();
    private final TreeSet<String> lines = new TreeSet<>();

    private Catalogue(Base base) {
        this.base = base;
    }

    /**
     * The catalogue of a release.
     *
     * @param parts its graphs; their files are in the folder
     * @return sorted N-Triples
     */
    static String of(Base base, List<Release.Part> parts, Path folder, Instant published) throws IOException {
        Catalogue catalogue = new Catalogue(base);
        Instant modified = parts.stream()
                .map(Release.Part::modified)
                .max(Instant::compareTo)
                .orElse(published);
        catalogue.whole(folder, modified);
        for (Release.Part part : parts) {
            if (base.city(part.graph()).isPresent()) {
                catalogue.edition(part, folder);
            }
        }
        catalogue.queries();
        return String.join("", catalogue.lines);
    }

    /**
     * Adds the stored queries as examples, with the properties that SPARQL editors look for, and the prefixes they use.
     */
    private void queries() {
        Node declaring = node(base.iri() + "id/catalogue");
        for (StoredQuery query : StoredQuery.bundled().values()) {
            Node example = node(base.iri() + "api/queries/" + query.name());
            boolean select = query.parsed().isSelectType();
            add(example, RDF.type.asNode(), SHACLM.SPARQLExecutable.asNode());
            add(
                    example,
                    RDF.type.asNode(),
                    (select ? SHACLM.SPARQLSelectExecutable : SHACLM.SPARQLConstructExecutable).asNode());
            add(
                    example,
                    (select ? SHACLM.select : SHACLM.construct).asNode(),
                    NodeFactory.createLiteralString(query.example()));
            add(example, SHACLM.prefixes.asNode(), declaring);
            add(example, node(SCHEMA + "target"), node(base.iri() + "sparql"));
            StoredQuery.About about = query.about();
            labelled(example, RDFS.label.asNode(), about.summary(), about.summaryJa());
            labelled(example, RDFS.comment.asNode(), about.description(), about.descriptionJa());
            about.tags().forEach(tag -> add(example, node(SCHEMA + "keywords"), NodeFactory.createLiteralString(tag)));
            about.params().forEach(parameter -> parameter(example, parameter));
            query.parsed().getPrefixMapping().getNsPrefixMap().forEach((prefix, namespace) -> {
                Node declared = node(declaring.getURI() + "#prefix-" + prefix);
                add(declaring, SHACLM.declare.asNode(), declared);
                add(declared, SHACLM.prefix.asNode(), NodeFactory.createLiteralString(prefix));
                typed(declared, SHACLM.namespace.getURI(), namespace, XSDDatatype.XSDanyURI);
            });
        }
    }

    private void parameter(Node query, QueryParameter parameter) {
        Node node = node(query.getURI() + "#" + parameter.name());
        add(query, SHACLM.parameter.asNode(), node);
        add(node, RDF.type.asNode(), SHACLM.Parameter.asNode());
        add(node, SHACLM.name.asNode(), NodeFactory.createLiteralString(parameter.name()));
        labelled(node, SHACLM.description.asNode(), parameter.description(), parameter.descriptionJa());
        typed(node, SHACLM.optional.getURI(), Boolean.toString(!parameter.required()), XSDDatatype.XSDboolean);
        if (parameter.value() != null) {
            add(node, SHACLM.defaultValue.asNode(), parameter.term(parameter.value()));
        }
        add(node, SHACLM.pattern.asNode(), NodeFactory.createLiteralString("^(?:" + parameter.form() + ")$"));
    }

    private void labelled(Node thing, Node property, String english, String japanese) {
        if (english != null) {
            add(thing, property, NodeFactory.createLiteralLang(english, "en"));
        }
        if (japanese != null) {
            add(thing, property, NodeFactory.createLiteralLang(japanese, "ja"));
        }
    }

    private void whole(Path folder, Instant modified) throws IOException {
        Node agent = node(base.iri() + "id/publisher");
        add(agent, RDF.type.asNode(), node(FOAF + "Agent"));
        add(agent, node(FOAF + "name"), NodeFactory.createLiteralString(texts.publisher()));
        Node catalogue = node(base.iri() + "id/catalogue");
        add(catalogue, RDF.type.asNode(), node(DCAT + "Catalog"));
        describe(catalogue, texts.title(), texts.description());
        add(catalogue, node(TERMS + "publisher"), agent);
        add(catalogue, node(FOAF + "homepage"), node(base.iri()));
        add(node(base.iri()), RDF.type.asNode(), node(FOAF + "Document"));
        dated(catalogue, modified);
        Node all = node(base.dataset());
        add(catalogue, node(DCAT + "dataset"), all);
        add(all, RDF.type.asNode(), node(DCAT + "Dataset"));
        add(all, RDF.type.asNode(), node(VOID + "Dataset"));
        describe(all, texts.title(), texts.dumpDescription());
        add(all, node(TERMS + "publisher"), agent);
        add(all, node(VOID + "dataDump"), node(base.iri() + "dump/" + Dump.NAME));
        add(all, node(VOID + "sparqlEndpoint"), node(base.iri() + "sparql"));
        dated(all, modified);
        Path dump = folder.resolve("dump").resolve(Dump.NAME);
        Node packed = distribution(all, dump, "application/n-quads", null);
        add(packed, node(DCAT + "compressFormat"), media("application/gzip"));
        Node service = node(base.iri() + "sparql");
        add(service, RDF.type.asNode(), node(DCAT + "DataService"));
        describe(service, Map.of("en", "SPARQL 1.1 endpoint", "ja", "SPARQL 1.1 エンドポイント"), texts.description());
        add(service, RDF.type.asNode(), RDFS.Resource.asNode());
        add(service, node(DCAT + "endpointURL"), service);
        add(service, node(DCAT + "endpointDescription"), service);
        add(service, node(DCAT + "servesDataset"), all);
        add(catalogue, node(DCAT + "service"), service);
    }

    private void edition(Release.Part part, Path folder) throws IOException {
        String city = base.city(part.graph()).orElseThrow();
        Node edition = node(base.editionOf(part.graph()));
        add(node(base.iri() + "id/catalogue"), node(DCAT + "dataset"), edition);
        add(edition, RDF.type.asNode(), node(DCAT + "Dataset"));
        dated(edition, part.modified());
        made(edition, part.modified());
        distribution(
                edition,
                folder.resolve(part.turtle()),
                "text/turtle",
                texts.licences().get(city));
    }

    /** The run that read an edition's files and made its graph; what it used stands in the queries of the catalogue. */
    private void made(Node edition, Instant when) {
        String version = Catalogue.class.getPackage().getImplementationVersion();
        Node software = node(base.iri() + "id/software/jigyo" + (version == null ? "" : "-" + version));
        add(software, RDF.type.asNode(), node(PROV + "SoftwareAgent"));
        add(software, RDFS.label.asNode(), NodeFactory.createLiteralString("Jigyo"));
        if (version != null) {
            add(software, node(SCHEMA + "softwareVersion"), NodeFactory.createLiteralString(version));
        }
        Node run = node(edition.getURI().replace("/id/edition/", "/id/reading/"));
        add(edition, node(PROV + "wasGeneratedBy"), run);
        add(run, RDF.type.asNode(), node(PROV + "Activity"));
        labelled(run, RDFS.label.asNode(), "reading and publication", "読み取りと公開");
        add(run, node(PROV + "wasAssociatedWith"), software);
        typed(run, PROV + "endedAtTime", when.toString(), XSDDatatype.XSDdateTime);
    }

    private Node distribution(Node dataset, Path file, String type, String licence) throws IOException {
        String address = base.iri() + "dump/" + file.getFileName();
        Node distribution = node(address + "#distribution");
        add(dataset, node(DCAT + "distribution"), distribution);
        add(distribution, RDF.type.asNode(), node(DCAT + "Distribution"));
        add(node(address), RDF.type.asNode(), RDFS.Resource.asNode());
        add(distribution, node(DCAT + "accessURL"), node(address));
        add(distribution, node(DCAT + "downloadURL"), node(address));
        add(distribution, node(DCAT + "mediaType"), media(type));
        typed(distribution, DCAT + "byteSize", Long.toString(Files.size(file)), XSDDatatype.XSDnonNegativeInteger);
        Node checksum = node(address + "#checksum");
        add(distribution, node(SPDX + "checksum"), checksum);
        add(checksum, RDF.type.asNode(), node(SPDX + "Checksum"));
        add(checksum, node(SPDX + "algorithm"), node(SPDX + "checksumAlgorithm_sha256"));
        add(node(SPDX + "checksumAlgorithm_sha256"), RDF.type.asNode(), node(SPDX + "ChecksumAlgorithm"));
        typed(checksum, SPDX + "checksumValue", Folders.sha256(file), XSDDatatype.XSDhexBinary);
        if (licence == null) {
            Node rights = node(base.iri() + "id/rights");
            add(distribution, node(TERMS + "rights"), rights);
            add(rights, RDF.type.asNode(), node(TERMS + "RightsStatement"));
            texts.rights()
                    .forEach((language, text) ->
                            add(rights, RDFS.label.asNode(), NodeFactory.createLiteralLang(text, language)));
        } else {
            add(distribution, node(TERMS + "license"), node(licence));
            add(node(licence), RDF.type.asNode(), node(TERMS + "LicenseDocument"));
        }
        return distribution;
    }

    private Node media(String type) {
        Node media = node(MEDIA + type);
        add(media, RDF.type.asNode(), node(TERMS + "MediaType"));
        return media;
    }

    private void describe(Node thing, Map<String, String> title, Map<String, String> description) {
        title.forEach(
                (language, text) -> add(thing, node(TERMS + "title"), NodeFactory.createLiteralLang(text, language)));
        description.forEach((language, text) ->
                add(thing, node(TERMS + "description"), NodeFactory.createLiteralLang(text, language)));
    }

    private void dated(Node thing, Instant modified) {
        typed(thing, TERMS + "modified", modified.toString(), XSDDatatype.XSDdateTime);
    }

    private void typed(Node subject, String property, String value, RDFDatatype type) {
        add(subject, node(property), NodeFactory.createLiteralDT(value, type));
    }

    private void add(Node subject, Node property, Node object) {
        lines.add(Constructs.line(Triple.create(subject, property, object)) + " .\n");
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
