package org.jigyo.graph;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.Finding;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;

/** Maps amounts, staffing and indicator values to observations of the edition's cubes. Absent cells give none. */
final class CubeMapping {

    static final IRI STATUS = Iris.iri(Iris.SDMX_ATTRIBUTE + "obsStatus");

    private CubeMapping() {}

    static void map(OneSheet one) {
        costs(one);
        one.sheet().body().staffing().forEach(s -> staff(one, s));
        IndicatorMapping.map(one);
    }

    private static void costs(OneSheet one) {
        Sheet sheet = one.sheet();
        Map<String, Integer> rows = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        Set<String> stated = new HashSet<>();
        Integer printedUnit = sheet.context() == null ? null : sheet.context().currencyUnit();
        for (Sheet.Cost cost : sheet.body().costs()) {
            Integer unit = cost.unit() == null ? printedUnit : cost.unit();
            String phase = Placeholders.phase(one, cost);
            if (phase == null) {
                continue;
            }
            if (phase.equals(Placeholders.PROJECTED)
                    && !stated.add(cost.item() + "\n" + cost.label() + "\n" + cost.year())) {
                one.doubt(
                        Finding.Severity.WARNING,
                        Finding.Code.SLOT_AMBIGUOUS,
                        Facts.path(cost),
                        "two projected figures are printed for " + cost.year() + "; left out: " + cost.value());
            } else if (cost.item().equals("beneficiaryRate")) {
                rate(one, cost, phase);
            } else if (unit == null || Numbers.yen(cost.value(), unit) == null) {
                one.doubt(
                        Finding.Severity.ERROR,
                        Finding.Code.VALUE_UNREADABLE,
                        Facts.path(cost),
                        unit == null
                                ? "the layout does not give the currency unit; left out"
                                : "the amount is not a whole number of yen; left out: " + cost.value());
            } else if (cost.item().equals("breakdown")) {
                int n = seen.merge(cost.label() + "\n" + cost.phase() + "\n" + cost.year(), 1, Integer::sum);
                String label = n == 1 ? cost.label() : cost.label() + " (" + n + ")";
                int row = rows.computeIfAbsent(label, k -> rows.size() + 1);
                IRI observation = observation(one, "breakdown", "row" + row, cost.year(), phase);
                amount(one, observation, "partialAmount", cost, unit, phase);
                one.out().add(observation, Iris.jgd("label"), Iris.ja(label));
            } else {
                IRI component = one.codes().ofKey("component", one.city(), cost.item());
                IRI observation = observation(one, "cost", last(component), cost.year(), phase);
                amount(one, observation, one.isPart() ? "partialAmount" : "amount", cost, unit, phase);
                one.out().add(observation, Iris.jgd("component"), component);
            }
        }
    }

    private static String last(IRI iri) {
        String text = iri.stringValue();
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static void amount(OneSheet one, IRI observation, String measure, Sheet.Cost cost, int unit, String phase) {
        one.out()
                .add(observation, Iris.jgd(measure), Numbers.yen(cost.value(), unit))
                .add(observation, Iris.jgd("roundedTo"), Iris.number(unit));
        status(one, cost, observation, phase);
        one.extracts().link(one, Facts.path(cost), observation);
    }

    private static void rate(OneSheet one, Sheet.Cost cost, String phase) {
        IRI observation = observation(one, "rate", null, cost.year(), phase);
        one.out().add(observation, Iris.jgd("rate"), Numbers.decimal(cost.value()));
        status(one, cost, observation, phase);
        one.extracts().link(one, Facts.path(cost), observation);
    }

    private static void status(OneSheet one, Sheet.Cost cost, IRI observation, String phase) {
        String printed = phase.equals(Placeholders.PROJECTED) ? "F" : Boolean.TRUE.equals(cost.estimate()) ? "E" : "A";
        status(one, Facts.path(cost), observation, printed);
    }

    /** A corrected figure is not the publisher's own: its status is always I (imputed by the receiver of the data). */
    static void status(OneSheet one, String path, IRI observation, String printed) {
        String status = CorrectionMapping.corrected(one, path) ? "I" : printed;
        one.out().add(observation, STATUS, Iris.iri(Iris.SDMX_CODE + "obsStatus-" + status));
    }

    /**
     * Adds an observation of a cube with a phase; its IRI is formed from the dataset and the last segments of its
     * dimensions.
     */
    private static IRI observation(OneSheet one, String cube, String part, int year, String phase) {
        String name = year + "-" + phase + (part == null ? "" : "-" + part);
        IRI observation = observation(one, cube, name, year);
        one.out().add(observation, Iris.jgd("phase"), one.codes().kebab("phase", phase));
        return observation;
    }

    /** A new observation of a cube. */
    static IRI observation(OneSheet one, String cube, String name, int year) {
        String edition = one.base().cube(one.city(), cube, one.keys().edition());
        IRI observation = Iris.iri(edition + "/" + one.keys().project() + "-" + name);
        IRI dataset = one.isPart() && EditionMapping.PARTIAL.contains(cube)
                ? DataSets.of(one).set(one.head(), one.city(), cube, one.keys().edition(), "partial")
                : Iris.iri(edition);
        one.out()
                .type(observation, Iris.QB + "Observation")
                .add(observation, Iris.iri(Iris.QB + "dataSet"), dataset)
                .add(observation, Iris.jgd("project"), one.project())
                .add(observation, Iris.jgd("fiscalYear"), one.fiscalYear(year))
                .add(observation, Iris.jgd("statedIn"), one.sheetIri());
        return observation;
    }

    /** Staff in a number is a figure of its own cube; whether there are such staff is another one's, and adds up to nothing. */
    private static void staff(OneSheet one, Sheet.Staffing staff) {
        IRI resource = one.codes().ofKey("resource", one.city(), staff.item());
        boolean projected = staff.year() > one.sheet().fiscalYear();
        String name = staff.year() + (projected ? "-" + Placeholders.PROJECTED : "") + "-" + last(resource);
        boolean number = staff.value() instanceof BigDecimal;
        IRI observation = observation(one, number ? "staffing" : "presence", name, staff.year());
        one.out()
                .add(observation, Iris.jgd("resource"), resource)
                .add(
                        observation,
                        Iris.jgd("phase"),
                        one.codes().kebab("phase", projected ? Placeholders.PROJECTED : "settled"));
        if (number) {
            one.out()
                    .add(observation, Iris.jgd(one.isPart() ? "partialValue" : "value"), Numbers.decimal((BigDecimal)
                            staff.value()))
                    .add(observation, Iris.jgd("unit"), one.codes().unit(resource));
        } else {
            one.out()
                    .add(
                            observation,
                            Iris.jgd("present"),
                            Iris.typed(staff.value().toString(), "boolean"));
        }
        String path = Facts.path(staff);
        status(one, path, observation, projected ? "F" : "A");
        one.extracts().link(one, path, observation);
    }
}
