package org.jigyo.graph;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.jigyo.sheet.Evidence;
import org.jigyo.sheet.Sheet;

/**
 * The evidence graph of an edition: for every statement covered by a sheet's evidence, the Extract (page, box, printed
 * text) it was read from.
 */
final class Extracts {

    private final Statements out = new Statements();
    private final GraphBase base;

    Extracts(GraphBase base) {
        this.base = base;
    }

    Statements statements() {
        return out;
    }

    /** Links a whole node (observation, rating, narrative, link) to the place of a path. */
    void link(OneSheet sheet, String path, IRI node) {
        CorrectionMapping.link(sheet, path, node);
        IRI extract = extract(sheet, path);
        if (extract != null) {
            out.add(node, Iris.iri(Iris.PROV + "wasDerivedFrom"), extract);
        }
    }

    /** Links one statement about the evaluation to the place of a path. */
    void link(OneSheet sheet, String path, IRI property, Value object) {
        CorrectionMapping.link(sheet, path, sheet.evaluation());
        IRI extract = extract(sheet, path);
        if (extract != null) {
            out.add(sheet.evaluation(), Iris.iri(Iris.PROV + "wasDerivedFrom"), extract)
                    .add(extract, Iris.jg("supportsProperty"), property)
                    .add(extract, Iris.jg("supportsValue"), object);
        }
    }

    private IRI extract(OneSheet sheet, String path) {
        Map<String, Evidence> evidence = sheet.sheet().evidence();
        String whole = sheet.pathInWhole(path);
        Evidence found = evidence.get(whole);
        if (found == null) {
            return null;
        }
        // Paths contain printed words, which IRIs must not. An Extract is named by its rank among the sheet's sorted
        // paths.
        int rank = sheet.extractRank(whole);
        IRI extract = Iris.iri(sheet.wholeSheetIri().stringValue() + "/extract/" + rank);
        if (!out.has(extract)) {
            describe(extract, sheet, whole, found);
        }
        return extract;
    }

    private void describe(IRI extract, OneSheet sheet, String path, Evidence e) {
        out.type(extract, Iris.JG + "Extract", Iris.OA + "SpecificResource")
                .add(extract, Iris.jg("factPath"), Iris.text(path))
                .add(extract, Iris.jg("extractedFrom"), sheet.wholeSheetIri())
                .add(extract, Iris.jg("page"), Iris.number(e.page()))
                .add(extract, Iris.jg("printedText"), Iris.ja(e.text()));
        if (sheet.sheet().source() != null) {
            out.add(extract, Iris.iri(Iris.OA + "hasSource"), file(base, sheet.sheet()));
        }
        if (e.line() != null) {
            out.add(extract, Iris.jg("line"), Iris.number(e.line()));
        }
        if (e.locator() != null) {
            out.add(extract, Iris.jg("locator"), Iris.text(e.locator()));
        }
        if (e.confidence() != null) {
            out.add(extract, Iris.jg("confidence"), Numbers.decimal(BigDecimal.valueOf(e.confidence())));
        }
        if (Boolean.TRUE.equals(e.recognised())) {
            out.add(extract, Iris.jg("recognised"), Iris.typed("true", "boolean"));
        }
        if (e.box() != null) {
            String box = e.box().stream()
                    .map(n -> BigDecimal.valueOf(n).stripTrailingZeros().toPlainString())
                    .collect(Collectors.joining(","));
            IRI selector = Iris.iri(extract.stringValue() + "/selector");
            out.add(extract, Iris.jg("box"), Iris.text(box))
                    .add(extract, Iris.iri(Iris.OA + "hasSelector"), selector)
                    .type(selector, Iris.OA + "FragmentSelector")
                    .add(selector, Iris.iri(Iris.DCTERMS + "conformsTo"), Iris.iri("http://tools.ietf.org/rfc/rfc3778"))
                    .add(selector, Iris.iri(Iris.RDF + "value"), Iris.text("page=" + e.page() + "&viewrect=" + box));
        }
    }

    static IRI file(GraphBase base, Sheet sheet) {
        return Iris.iri(base.id("file", sheet.source().sha256().substring(0, 16)));
    }
}
