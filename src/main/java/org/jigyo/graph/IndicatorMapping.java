package org.jigyo.graph;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.sheet.PrintedIndicator;

/** Maps indicators as described by one evaluation (name, unit and kind change from year to year) and their values. */
final class IndicatorMapping {

    private static final IRI UNIT = Iris.iri(Iris.SDMX_ATTRIBUTE + "unitMeasure");

    private IndicatorMapping() {}

    static void map(OneSheet one) {
        Set<String> stated = new HashSet<>();
        // first what is a value: where an indicator goes on in another slot, the 0 that its first slot prints then is
        // none
        for (boolean idle : new boolean[] {false, true}) {
            one.sheet().body().indicators().forEach(i -> values(one, i, idle, stated));
        }
        one.sheet().body().indicators().forEach(i -> describe(one, i));
    }

    /**
     * Observations of an indicator.
     *
     * @param idle whether those of years outside its life, or the others
     * @param stated names of the observations that there are
     */
    private static void values(OneSheet one, PrintedIndicator indicator, boolean idle, Set<String> stated) {
        String key = one.keys().indicators().get(indicator.slot());
        Set<Integer> years = Placeholders.idle(one, indicator);
        for (PrintedIndicator.Value printed : indicator.values()) {
            String kind = Placeholders.kind(one, printed);
            if (kind == null || years.contains(printed.year()) != idle) {
                continue;
            }
            String name = key + "-" + printed.year() + "-" + kind;
            String path = base(indicator) + printed.kind() + "/" + printed.year();
            if (!stated.add(name)) {
                one.extracts().link(one, path, use(one, indicator));
                continue;
            }
            IRI observation = CubeMapping.observation(one, "indicator", name, printed.year());
            one.out()
                    .add(observation, Iris.jgd("indicator"), iri(one, indicator))
                    .add(observation, Iris.jgd("valueKind"), one.codes().ofKey("value-kind", one.city(), kind))
                    .add(observation, UNIT, indicator.unit() == null ? null : Iris.ja(indicator.unit()));
            value(one, observation, printed, idle, kind.equals(printed.kind()) ? "A" : "F", path);
            one.extracts().link(one, path, observation);
        }
    }

    private static void value(
            OneSheet one, IRI observation, PrintedIndicator.Value printed, boolean idle, String status, String path) {
        if (!idle && printed.value() instanceof BigDecimal number) {
            one.out().add(observation, Iris.jgd("value"), Numbers.decimal(number));
            CubeMapping.status(one, path, observation, status);
            return;
        }
        if (idle) {
            one.out().add(observation, Iris.jgd("placeholder"), Numbers.decimal((BigDecimal) printed.value()));
        } else {
            IRI comment = Iris.iri(Iris.SDMX_ATTRIBUTE + "comment");
            one.out().add(observation, comment, Iris.ja(printed.value().toString()));
        }
        // no number is missing here, whoever wrote the words or the 0
        one.out().add(observation, CubeMapping.STATUS, Iris.iri(Iris.SDMX_CODE + "obsStatus-M"));
    }

    private static IRI iri(OneSheet one, PrintedIndicator indicator) {
        return Iris.iri(one.base()
                .id("indicator", one.keys().project(), one.keys().indicators().get(indicator.slot())));
    }

    private static IRI use(OneSheet one, PrintedIndicator indicator) {
        return one.evaluationPart("indicator", String.valueOf(indicator.slot()));
    }

    private static String base(PrintedIndicator indicator) {
        return "indicators/" + indicator.slot() + "/";
    }

    private static void describe(OneSheet one, PrintedIndicator indicator) {
        IRI iri = iri(one, indicator);
        String path = base(indicator);
        one.out().add(one.project(), Iris.jg("indicator"), iri);
        IRI scheme = Iris.iri(one.base().id("indicator", one.keys().project()));
        one.shared()
                .scheme(
                        scheme,
                        "事業 " + one.keys().project() + " の指標",
                        "indicators of project " + one.keys().project());
        one.shared().concept(iri, "Indicator", scheme, one.keys().indicators().get(indicator.slot()), indicator.name());
        IRI use = use(one, indicator);
        one.out()
                .add(one.evaluation(), Iris.jg("indicatorUse"), use)
                .type(use, Iris.JG + "IndicatorUse")
                .add(use, Iris.jg("indicator"), iri)
                .add(use, Iris.jg("slot"), Iris.number(indicator.slot()))
                .add(use, Iris.jg("continuedIn"), continuation(one, indicator))
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

    /** The use in the slot where the sheet gives the indicator's values of the evaluated year, when it stands in several; null for that use. */
    private static IRI continuation(OneSheet one, PrintedIndicator indicator) {
        String key = one.keys().indicators().get(indicator.slot());
        List<PrintedIndicator> slots = one.sheet().body().indicators().stream()
                .filter(other -> one.keys().indicators().get(other.slot()).equals(key))
                .toList();
        if (slots.size() == 1) {
            return null;
        }
        int year = one.sheet().fiscalYear();
        PrintedIndicator now = slots.stream()
                .filter(slot -> slot.values().stream().anyMatch(v -> v.year() == year)
                        && !Placeholders.idle(one, slot).contains(year))
                .findFirst()
                .orElse(slots.get(slots.size() - 1));
        return now.slot() == indicator.slot() ? null : use(one, now);
    }

    /** Adds the meaning of name and unit beyond this project. */
    private static void meaning(OneSheet one, PrintedIndicator indicator, IRI iri, IRI use) {
        IndicatorLists.Meaning meaning = Codes.indicators().of(indicator.name(), indicator.unit());
        IRI improvement = printed(one, indicator, use, "improvement", indicator.improvement());
        IRI accumulation = printed(one, indicator, use, "accumulation", indicator.accumulation());
        one.out()
                .add(use, Iris.jg("unitConcept"), meaning.unit())
                .add(use, Iris.jg("accumulation"), accumulation == null ? meaning.accumulation() : accumulation)
                .add(use, Iris.jg("improvementBasis"), improvement == null ? meaning.basis() : IndicatorLists.PRINTED)
                .add(
                        use,
                        Iris.jg("improvement"),
                        improvement != null
                                ? improvement
                                : Objects.requireNonNullElse(
                                        meaning.improvement(), Iris.iri(Iris.CODE + "improvement/unknown")));
        one.shared().property(iri, Iris.jg("indicatorConcept"), meaning.concept());
    }

    /** The concept that a field of its own prints; null if there is none. */
    private static IRI printed(OneSheet one, PrintedIndicator indicator, IRI use, String list, String code) {
        if (code == null) {
            return null;
        }
        one.extracts().link(one, base(indicator) + list, use);
        return Iris.iri(Iris.CODE + list + "/" + code);
    }

    private static void text(OneSheet one, IRI use, String property, String value, String path) {
        if (value != null) {
            one.out().add(use, Iris.jg(property), Iris.ja(value));
            one.extracts().link(one, path, use);
        }
    }
}
