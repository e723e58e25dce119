package org.jigyo.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.rdf4j.model.IRI;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.registry.Identified;
import org.jigyo.sheet.Sheet;

/**
 * A sheet on its way into the graph of its edition.
 *
 * @param base where things are named
 * @param codes the code lists
 * @param keys the sheet's keys
 * @param sheet the record
 * @param out the edition's statements about this project
 * @param head the edition's statements that other sheets make too
 * @param shared what editions have in common
 * @param extracts the edition's evidence
 * @param extractRanks number of the Extract of each evidence path
 * @param findings what a person should know
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
        List<Finding> findings) {

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
        return Iris.iri(base.evaluation(keys.project(), keys.edition()));
    }

    IRI evaluationPart(String kind, String key) {
        return Iris.iri(evaluation().stringValue() + "/" + kind + "/" + key);
    }

    IRI sheetIri() {
        return Iris.iri(base.sheet(city(), keys.edition(), keys.project()));
    }

    IRI municipality() {
        return Iris.iri(base.id("municipality", city()));
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
        Place place = new Place(file, 0, 0, sheet.number() + " " + sheet.name(), field);
        findings.add(new Finding(severity, code, place, detail));
    }
}
