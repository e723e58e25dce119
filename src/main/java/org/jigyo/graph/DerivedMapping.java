package org.jigyo.graph;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.registry.Assignment;
import org.jigyo.registry.Department;
import org.jigyo.registry.Doubt;
import org.jigyo.registry.Project;
import org.jigyo.registry.Registry;
import org.jigyo.registry.Reorganisation;
import org.jigyo.registry.Succession;
import org.jigyo.sheet.Sheet;

/** Maps the derived graph: statements that no sheet prints and that follow from printed ones. */
final class DerivedMapping {

    private DerivedMapping() {}

    /** Adds the goals of printed targets; each link is derived from the printed one. */
    static void goals(OneSheet one, Statements out) {
        List<String> printed = one.sheet().placement().sdgs().stream()
                .filter(s -> s.target() == null)
                .map(Sheet.Sdg::goal)
                .toList();
        for (Sheet.Sdg sdg : one.sheet().placement().sdgs()) {
            if (sdg.target() == null || printed.contains(sdg.goal())) {
                continue;
            }
            IRI link = one.evaluationPart("sdg-derived", sdg.goal());
            IRI goal = Iris.iri(Iris.SDG + sdg.goal());
            out.add(one.evaluation(), Iris.jg("sdgLink"), link)
                    .add(one.evaluation(), Iris.jg("derivedSdgGoal"), goal)
                    .type(link, Iris.JG + "SdgLink")
                    .add(link, Iris.jg("linksTo"), goal)
                    .add(link, Iris.jg("linkBasis"), Iris.iri(Iris.CODE + "link-basis/derived"))
                    .add(link, Iris.iri(Iris.PROV + "wasDerivedFrom"), one.evaluationPart("sdg", sdg.target()));
        }
    }

    /**
     * Links a second form or a reprint of the same year, which is a separate evaluation, to the first one.
     *
     * @param evaluations IRIs of all evaluations of the city
     */
    static void alternatives(List<CityGraphs.Keyed> sheets, Set<String> evaluations, GraphBase base, Statements out) {
        for (CityGraphs.Keyed s : sheets) {
            String project = s.keys().project();
            String own = base.evaluation(project, s.keys().edition());
            String first = base.evaluation(project, String.valueOf(s.sheet().fiscalYear()));
            if (!own.equals(first) && evaluations.contains(first)) {
                out.add(Iris.iri(own), Iris.iri(Iris.PROV + "alternateOf"), Iris.iri(first));
            }
        }
    }

    /**
     * Adds projects and their parts with their latest names.
     *
     * @param projects all projects of the city by key
     */
    static void projects(List<CityGraphs.Keyed> sheets, Map<String, Project> projects, GraphBase base, Statements out) {
        Set<String> keys = new TreeSet<>();
        sheets.forEach(s -> keys.add(s.keys().project()));
        for (String key : keys) {
            names(projects.get(key), base, out);
            projects.get(key).parts().forEach(part -> names(part, base, out));
        }
    }

    private static void names(Project project, GraphBase base, Statements out) {
        IRI iri = Iris.iri(base.project(project.key()));
        out.add(iri, Iris.skos("prefLabel"), Iris.ja(project.latest().name()));
        project.sightings().stream()
                .filter(s -> !s.name().equals(project.latest().name()))
                .forEach(s -> out.add(iri, Iris.skos("altLabel"), Iris.ja(s.name())));
    }

    /** Adds pairs of projects that may be the same. */
    static void doubts(Assignment assignment, GraphBase base, Statements out) {
        for (Doubt doubt : assignment.doubts()) {
            IRI node = Iris.iri(base.id("identity-doubt", doubt.one(), doubt.other()));
            IRI one = Iris.iri(base.project(doubt.one()));
            IRI other = Iris.iri(base.project(doubt.other()));
            out.add(one, Iris.jg("possiblySame"), other)
                    .type(node, Iris.JG + "IdentityDoubt")
                    .add(node, Iris.jg("doubtedProject"), one)
                    .add(node, Iris.jg("doubtedProject"), other)
                    .add(node, Iris.jg("basis"), Iris.text(doubt.basis()))
                    .add(node, Iris.jg("score"), Numbers.decimal(java.math.BigDecimal.valueOf(doubt.score())));
        }
    }

    /** Adds departments whose projects moved, and reorganisations that people confirmed. */
    static void departments(Assignment assignment, SharedThings shared, Statements out) {
        for (Succession s : assignment.successions()) {
            if (!shared.describes(s.from()) || !shared.describes(s.to())) {
                continue;
            }
            IRI from = shared.department(s.from());
            IRI to = shared.department(s.to());
            IRI node = Iris.iri(from.stringValue() + "/succession/" + s.to());
            out.add(from, Iris.jg("mayContinueAs"), to)
                    .type(node, Iris.JG + "Succession")
                    .add(node, Iris.jg("succeeded"), from)
                    .add(node, Iris.jg("successor"), to)
                    .add(node, Iris.jg("movedProjects"), Iris.number(s.projects()));
        }
        Registry registry = assignment.registry();
        for (Reorganisation r : Reorganisation.shipped()) {
            boolean own = r.city().equals(registry.city());
            Department from = own ? registry.department(r.from()) : null;
            Department to = own ? registry.department(r.to()) : null;
            if (from != null && to != null && shared.describes(from.key()) && shared.describes(to.key())) {
                IRI event = Iris.iri(shared.department(from.key()).stringValue() + "/change/" + r.date());
                out.type(event, Iris.ORG + "ChangeEvent")
                        .add(event, Iris.iri(Iris.ORG + "originalOrganization"), shared.department(from.key()))
                        .add(event, Iris.iri(Iris.ORG + "resultingOrganization"), shared.department(to.key()))
                        .add(event, Iris.iri(Iris.DCTERMS + "date"), Iris.typed(r.date(), "date"))
                        .add(event, Iris.iri(Iris.DCTERMS + "source"), Iris.text(r.source()));
            }
        }
    }
}
