package org.jigyo.graph;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.sheet.AppliedCorrection;

/** Maps corrected values: each correction is an activity, and the corrected figures link to it. */
final class CorrectionMapping {

    private CorrectionMapping() {}

    static void map(OneSheet one) {
        List<AppliedCorrection> corrections = one.sheet().corrections();
        for (int i = 0; i < corrections.size(); i++) {
            describe(one, corrections.get(i), iri(one, i));
        }
    }

    private static IRI iri(OneSheet one, int index) {
        return Iris.iri(one.wholeSheetIri().stringValue() + "/correction/" + (index + 1));
    }

    private static void describe(OneSheet one, AppliedCorrection correction, IRI iri) {
        String agentKey = DigestUtils.sha256Hex(correction.who()).substring(0, 16);
        IRI agent = Iris.iri(one.base().id("agent", agentKey));
        one.head()
                .type(agent, Iris.PROV + "Agent")
                .add(agent, Iris.iri(Iris.RDFS + "label"), Iris.text(correction.who()));
        one.out()
                .type(iri, Iris.JG + "Correction", Iris.PROV + "Activity")
                .add(
                        iri,
                        Iris.iri(Iris.RDFS + "label"),
                        Iris.text(correction.printed() + " → " + correction.corrected()))
                .add(iri, Iris.iri(Iris.PROV + "used"), one.sheetIri())
                .add(iri, Iris.jg("correctedField"), Iris.text(correction.field()))
                .add(iri, Iris.jg("printedValue"), Iris.text(correction.printed()))
                .add(iri, Iris.jg("correctedValue"), Iris.text(correction.corrected()))
                .add(iri, Iris.jg("correctionReason"), Iris.text(correction.reason()))
                .add(iri, Iris.jg("correctedBy"), agent)
                .add(iri, Iris.iri(Iris.PROV + "wasAssociatedWith"), agent)
                .add(iri, Iris.jg("correctedOn"), Iris.typed(correction.when(), "date"));
    }

    /** Links the node that states a fact to the fact's correction, if there is one. */
    static void link(OneSheet one, String path, IRI thing) {
        of(one, path)
                .mapToObj(i -> iri(one, i))
                .forEach(correction -> one.out()
                        .add(thing, Iris.jg("correction"), correction)
                        .add(thing, Iris.iri(Iris.PROV + "wasGeneratedBy"), correction));
    }

    /** True if a fact was corrected. */
    static boolean corrected(OneSheet one, String path) {
        return of(one, path).findAny().isPresent();
    }

    /** The indexes of a fact's corrections among those of the whole sheet. */
    private static IntStream of(OneSheet one, String path) {
        OneSheet whole = one.within() == null ? one : one.within().whole();
        List<AppliedCorrection> corrections = whole.sheet().corrections();
        String field = one.pathInWhole(path);
        return IntStream.range(0, corrections.size())
                .filter(i -> corrections.get(i).field().equals(field));
    }
}
