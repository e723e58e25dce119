package org.jigyo.graph;

import java.util.Objects;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.sheet.Sheet;

/** Maps an indicator as described by one evaluation: name, unit and kind, which change from year to year. */
final class IndicatorMapping {

    private IndicatorMapping() {}

    static void describe(OneSheet one, Sheet.Indicator indicator, IRI iri, String path) {
        IRI scheme = Iris.iri(one.base().id("indicator", one.keys().project()));
        one.shared()
                .scheme(
                        scheme,
                        "事業 " + one.keys().project() + " の指標",
                        "indicators of project " + one.keys().project());
        one.shared().concept(iri, "Indicator", scheme, one.keys().indicators().get(indicator.slot()), indicator.name());
        IRI use = one.evaluationPart("indicator", String.valueOf(indicator.slot()));
        one.out()
                .add(one.evaluation(), Iris.jg("indicatorUse"), use)
                .type(use, Iris.JG + "IndicatorUse")
                .add(use, Iris.jg("indicator"), iri)
                .add(use, Iris.jg("slot"), Iris.number(indicator.slot()))
                .add(use, Iris.jg("nameAsPrinted"), Iris.ja(indicator.name()));
        one.extracts().link(one, path + "name", use);
        meaning(one, indicator, iri, use);
        text(one, use, "unitAsPrinted", indicator.unit(), path + "unit");
        text(one, use, "indicatorKind", indicator.kind(), path + "kind");
        if (indicator.kind() != null) {
            IRI kind = one.codes().option(one.city(), "indicator-kind", indicator.kind());
            one.out().add(use, Iris.jg("indicatorKindConcept"), kind);
        }
        text(one, use, "indicatorDescription", indicator.description(), path + "description");
        if (indicator.resilienceIndicator() != null) {
            one.out()
                    .add(
                            use,
                            Iris.jg("resilienceIndicator"),
                            Iris.typed(indicator.resilienceIndicator().toString(), "boolean"));
            one.extracts().link(one, path + "resilienceIndicator", use);
        }
    }

    /** Adds the meaning of name and unit beyond this project. */
    private static void meaning(OneSheet one, Sheet.Indicator indicator, IRI iri, IRI use) {
        IndicatorLists.Meaning meaning = one.codes().indicators().of(indicator.name(), indicator.unit());
        one.out()
                .add(use, Iris.jg("unitConcept"), meaning.unit())
                .add(use, Iris.jg("accumulation"), meaning.accumulation())
                .add(
                        use,
                        Iris.jg("improvement"),
                        Objects.requireNonNullElse(meaning.improvement(), Iris.iri(Iris.CODE + "improvement/unknown")));
        one.shared().property(iri, Iris.jg("indicatorConcept"), meaning.concept());
    }

    private static void text(OneSheet one, IRI use, String property, String value, String path) {
        if (value != null) {
            one.out().add(use, Iris.jg(property), Iris.ja(value));
            one.extracts().link(one, path, use);
        }
    }
}
