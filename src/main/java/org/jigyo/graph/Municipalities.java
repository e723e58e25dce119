package org.jigyo.graph;

import java.util.Locale;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.nation.LocalGovernment;
import org.jigyo.nation.LocalGovernments;

/** Local governments as RDF: as publishers of sheets, and as entries of the list of all of them. */
final class Municipalities {

    private static final IRI IDENTIFIER = Iris.iri(Iris.DCTERMS + "identifier");
    private static final IRI LABEL = Iris.skos("prefLabel");

    private Municipalities() {}

    /** Describes a municipality that publishes sheets. One whose code is not in the list has its code as its name. */
    static void describe(Statements out, IRI body, String city) {
        LocalGovernment one = LocalGovernments.of(city).orElseGet(() -> new LocalGovernment(city, city, city, city));
        out.type(
                        body,
                        Iris.JG + "Municipality",
                        Iris.ORG + "FormalOrganization",
                        Iris.CV + "PublicOrganisation",
                        Iris.FOAF + "Agent")
                .add(body, Iris.iri(Iris.FOAF + "name"), Iris.ja(one.name()))
                .add(body, Iris.iri(Iris.FOAF + "name"), Iris.en(one.romaji()))
                .add(body, IDENTIFIER, Iris.text(one.corporateNumber()));
        named(out, body, one);
    }

    private static void named(Statements out, IRI body, LocalGovernment one) {
        out.add(body, LABEL, Iris.ja(one.name()))
                .add(body, LABEL, Iris.en(one.romaji()))
                .add(body, Iris.jg("localGovernmentCode"), Iris.text(one.code()))
                .add(body, IDENTIFIER, Iris.text(one.areaCode()))
                .add(body, Iris.jg("standardAreaCode"), Iris.iri(one.area()))
                .add(body, Iris.jg("corporateNumber"), Iris.text(one.corporateNumber()));
    }

    /** An entry of the list of all local governments. */
    static void list(Statements out, GraphBase base, LocalGovernment one) {
        IRI body = Iris.iri(base.id("municipality", one.code()));
        boolean prefecture = one.kind() == LocalGovernment.Kind.PREFECTURE;
        String kind = one.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        out.type(body, Iris.JG + (prefecture ? "Prefecture" : "Municipality"))
                .add(body, Iris.jg("reading"), Iris.kana(one.reading()))
                .add(body, Iris.jg("governmentKind"), Iris.iri(Iris.CODE + "government-kind/" + kind));
        if (!prefecture) {
            out.add(body, Iris.jg("prefecture"), Iris.iri(base.id("municipality", one.prefecture())));
        }
        named(out, body, one);
    }
}
