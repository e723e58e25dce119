package org.jigyo.graph;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;

/** Namespaces and terms used by the mapping. Their meaning is defined in ontology/. */
final class Iris {

    static final String JG = "https://w3id.org/jigyo/ns#";
    static final String JGD = "https://w3id.org/jigyo/dim#";
    static final String CODE = "https://w3id.org/jigyo/code/";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String OWL = "http://www.w3.org/2002/07/owl#";
    static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    static final String DCTERMS = "http://purl.org/dc/terms/";
    static final String DCAT = "http://www.w3.org/ns/dcat#";
    static final String PROV = "http://www.w3.org/ns/prov#";
    static final String ORG = "http://www.w3.org/ns/org#";
    static final String QB = "http://purl.org/linked-data/cube#";
    static final String OA = "http://www.w3.org/ns/oa#";
    static final String TIME = "http://www.w3.org/2006/time#";
    static final String SCHEMA = "http://schema.org/";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";
    static final String CV = "http://data.europa.eu/m8g/";
    static final String SDG = "http://metadata.un.org/sdg/";
    static final String SDGO = "http://metadata.un.org/sdg/ontology#";
    static final String SDMX_ATTRIBUTE = "http://purl.org/linked-data/sdmx/2009/attribute#";
    static final String SDMX_CODE = "http://purl.org/linked-data/sdmx/2009/code#";
    static final String OBEU_DIMENSION = "http://data.openbudgets.eu/ontology/dsd/dimension/";
    static final String OBEU_ATTRIBUTE = "http://data.openbudgets.eu/ontology/dsd/attribute/";
    static final String OBEU_OPERATION = "http://data.openbudgets.eu/resource/codelist/operation-character/";
    static final String CURRENCY = "http://publications.europa.eu/resource/authority/currency/";

    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    static final IRI TYPE = iri(RDF + "type");

    private Iris() {}

    static IRI iri(String text) {
        return VALUES.createIRI(text);
    }

    static IRI jg(String name) {
        return iri(JG + name);
    }

    static IRI jgd(String name) {
        return iri(JGD + name);
    }

    static IRI skos(String name) {
        return iri(SKOS + name);
    }

    static Literal text(String text) {
        return VALUES.createLiteral(text);
    }

    static Literal ja(String text) {
        return VALUES.createLiteral(text, "ja");
    }

    static Literal en(String text) {
        return VALUES.createLiteral(text, "en");
    }

    /** A reading in hiragana or katakana. */
    static Literal kana(String text) {
        return VALUES.createLiteral(text, "ja-Hrkt");
    }

    static Literal typed(String text, String xsd) {
        return VALUES.createLiteral(text, iri(XSD + xsd));
    }

    static Literal number(int value) {
        return typed(Integer.toString(value), "integer");
    }
}
