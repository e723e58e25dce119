package org.jigyo.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.registry.Identified;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;

/**
 * A sheet while it is mapped into the graph of its edition.
 *
 * @param base base IRI
 * @param codes the code lists
 * @param keys the sheet's keys
 * @param sheet the record
 * @param out receives the edition's statements about this project
 * @param head receives the edition's statements that other sheets also make
 * @param shared things shared by editions
 * @param extracts the edition's evidence
 * @param extractRanks number of the Extract of each evidence path
 * @param findings receives what a person should know
 * @param within position within the whole sheet, for a part; null for a whole sheet
 */
record OneSheet(
        GraphBase base,
        Codes codes,
        Identified keys,
        Sheet sheet,
        Statements out,
        Statements head,
        SharedThings shared,
        Extracts extracts,
        Map<String, Integer> extractRanks,
        List<Finding> findings,
        Within within) {

    /**
     * The position of a part within its sheet.
     *
     * @param whole the whole sheet
     * @param path prefix of the part's paths in the whole sheet
     * @param key the part's own key among the parts
     */
    record Within(OneSheet whole, String path, String key) {
        String iri(IRI thing) {
            return thing.stringValue() + "/part/" + key;
        }
    }

    /** A part of this sheet as a sheet about its own project. */
    OneSheet part(Sheet part, Within place, Identified partKeys) {
        return new OneSheet(base, codes, partKeys, part, out, head, shared, extracts, extractRanks, findings, place);
    }

    boolean isPart() {
        return within != null;
    }

    /** The path of a fact in the whole sheet. */
    String pathInWhole(String path) {
        return within == null ? path : within.path() + path;
    }

    /** The IRI of the published sheet; for a part, that of the whole sheet. */
    IRI wholeSheetIri() {
        return within == null ? sheetIri() : within.whole().sheetIri();
    }

    /** Ranks of the evidence paths of a sheet in code-point order, from 1. */
    static Map<String, Integer> ranks(Sheet sheet) {
        Map<String, Integer> ranks =
                new TreeMap<>(sheet.evidence().keySet().stream().collect(Collectors.toMap(path -> path, path -> 0)));
        int[] rank = {0};
        ranks.replaceAll((path, zero) -> ++rank[0]);
        return ranks;
    }

    String city() {
        return sheet.city();
    }

    IRI project() {
        return Iris.iri(base.project(keys.project()));
    }

    IRI evaluation() {
        return Iris.iri(
                within == null
                        ? base.evaluation(keys.project(), keys.edition())
                        : within.iri(within.whole().evaluation()));
    }

    IRI evaluationPart(String kind, String key) {
        return Iris.iri(evaluation().stringValue() + "/" + kind + "/" + key);
    }

    IRI sheetIri() {
        return Iris.iri(
                within == null
                        ? base.sheet(city(), keys.edition(), keys.project())
                        : within.iri(within.whole().sheetIri()));
    }

    IRI fiscalYear(int year) {
        return shared.fiscalYear(year);
    }

    /** 1-based rank of an evidence path among the sheet's paths in code-point order. */
    int extractRank(String path) {
        return extractRanks.get(path);
    }

    void doubt(Finding.Severity severity, Finding.Code code, String field, String detail) {
        String file = sheet.source() == null ? null : sheet.source().file();
        Place place = new Place(file, 0, 0, Facts.title(sheet), pathInWhole(field));
        findings.add(new Finding(severity, code, place, detail));
    }
}
