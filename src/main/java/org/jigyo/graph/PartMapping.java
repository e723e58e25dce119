package org.jigyo.graph;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.registry.Identified;
import org.jigyo.sheet.Part;
import org.jigyo.sheet.Sheet;

/**
 * Maps the parts of a project (細事業): projects that are part of another, each with an evaluation and figures of its own.
 * Their figures are stated in a part of the sheet and not in the sheet, so that no sum over sheets counts them in
 * addition to those of the whole.
 */
final class PartMapping {

    private static final IRI IS_PART_OF = Iris.iri(Iris.DCTERMS + "isPartOf");
    private static final IRI LABEL = Iris.iri(Iris.RDFS + "label");

    private PartMapping() {}

    /** Maps the parts of a sheet. */
    static void map(OneSheet whole) {
        Set<String> keys = new HashSet<>();
        Iterator<Identified.Part> given = whole.keys().parts().iterator();
        Part.forEach(whole.sheet().parts(), (path, part) -> {
            OneSheet one = of(new OneSheet.Within(whole, path, key(part, keys)), part, given.next());
            chain(one);
            CellMapping.map(one);
            CubeMapping.map(one);
        });
    }

    /** The key of a part: its printed number, or its position if no number is printed or another part has the same. */
    private static String key(Part part, Set<String> taken) {
        String number = TreeMapping.ascii(part.number());
        String key = number != null && !taken.contains(number) ? number : "p" + (taken.size() + 1);
        taken.add(key);
        return key;
    }

    private static OneSheet of(OneSheet.Within place, Part part, Identified.Part given) {
        OneSheet whole = place.whole();
        Identified keys = whole.keys();
        Identified own = new Identified(
                keys.sheet(), keys.appearance(), given.key(), keys.edition(), List.of(), given.indicators(), List.of());
        return whole.part(whole.sheet().of(part), place, own);
    }

    private static void chain(OneSheet one) {
        OneSheet whole = one.within().whole();
        Sheet part = one.sheet();
        IRI evaluation = one.evaluation();
        EvaluationMapping.project(one);
        one.out()
                .add(one.project(), Iris.jg("partOf"), whole.project())
                .add(whole.evaluation(), Iris.jg("partEvaluation"), evaluation)
                .type(evaluation, Iris.JG + "PartEvaluation", Iris.PROV + "Entity")
                .add(evaluation, Iris.jg("evaluatesPart"), one.project())
                .add(evaluation, Iris.jg("evaluatedYear"), one.fiscalYear(part.fiscalYear()))
                .add(evaluation, Iris.jg("recordedIn"), one.sheetIri())
                .type(one.sheetIri(), Iris.JG + "SheetPart", Iris.PROV + "Entity")
                .add(one.sheetIri(), IS_PART_OF, whole.sheetIri())
                .add(one.sheetIri(), LABEL, Iris.ja(part.name()));
        EvaluationMapping.printedAs(one);
    }
}
