package org.jigyo.graph;

import java.util.Collection;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.nation.LocalGovernments;
import org.jigyo.nation.Ministries;
import org.jigyo.nation.NationalPayment;

/** National projects, and what they paid to local governments. */
final class PaymentMapping {

    private PaymentMapping() {}

    /** Adds the payments to some local governments. */
    static void add(Statements out, GraphBase base, int year, Collection<String> cities) {
        for (NationalPayment payment : NationalPayment.to(cities)) {
            IRI node = Iris.iri(base.id("national-payment", NationalPayment.REVIEWED + "-" + payment.row()));
            out.type(node, Iris.JG + "NationalPayment")
                    .add(node, Iris.jg("paidBy"), project(out, base, payment))
                    .add(node, Iris.jg("paidTo"), Iris.iri(base.id("municipality", payment.code())))
                    .add(node, Iris.jg("paidYear"), Iris.typed(String.valueOf(year), "gYear"))
                    .add(node, Iris.jg("paymentBlock"), Iris.text(payment.block()));
            if (payment.yen() != null) {
                out.add(node, Iris.jg("paidAmount"), Iris.typed(payment.yen().toPlainString(), "integer"));
            }
            if (LocalGovernments.find(payment.recipient()).stream()
                    .noneMatch(one -> one.code().equals(payment.code()))) {
                text(out, node, "recipientAsPrinted", payment.recipient());
            }
            text(out, node, "contract", payment.contract());
            text(out, node, "costItem", payment.item());
            text(out, node, "moneyUse", payment.use());
        }
    }

    private static IRI project(Statements out, GraphBase base, NationalPayment payment) {
        IRI project = Iris.iri(base.id("national-project", NationalPayment.REVIEWED + "-" + payment.project()));
        if (!out.has(project)) {
            out.type(project, Iris.JG + "NationalProject")
                    .add(project, Iris.iri(Iris.DCTERMS + "identifier"), Iris.text(payment.project()))
                    .add(project, Iris.skos("prefLabel"), Iris.ja(payment.name()))
                    .add(project, Iris.jg("ministry"), ministry(out, base, payment.ministry()));
            text(out, project, "bureau", payment.bureau());
        }
        return project;
    }

    private static IRI ministry(Statements out, GraphBase base, String name) {
        Ministries.Ministry one = Ministries.named(name);
        IRI ministry = Iris.iri(base.id("ministry", one.key()));
        if (!out.has(ministry)) {
            out.type(ministry, Iris.JG + "Ministry")
                    .add(ministry, Iris.skos("prefLabel"), Iris.ja(one.ja()))
                    .add(ministry, Iris.skos("prefLabel"), Iris.en(one.en()));
        }
        return ministry;
    }

    private static void text(Statements out, IRI subject, String property, String text) {
        out.add(subject, Iris.jg(property), text.isEmpty() ? null : Iris.ja(text));
    }
}
