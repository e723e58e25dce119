package org.jigyo.graph;

import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.jigyo.sheet.Era;
import org.jigyo.sheet.Issue;
import org.jigyo.sheet.Sheet;

/** Maps the chain Project ← Evaluation ← Sheet ← SourceFile, and the evaluation's links. */
final class EvaluationMapping {

    private static final IRI LABEL = Iris.iri(Iris.RDFS + "label");
    private static final IRI IDENTIFIER = Iris.iri(Iris.DCTERMS + "identifier");

    private EvaluationMapping() {}

    static void map(OneSheet one) {
        chain(one);
        departments(one);
        TreeMapping.policies(one);
        TreeMapping.pledges(one);
        TreeMapping.accounts(one);
        TreeMapping.accountOfAttributes(one);
        one.sheet().placement().sdgs().forEach(s -> sdg(one, s));
    }

    private static void chain(OneSheet one) {
        Sheet sheet = one.sheet();
        IRI project = one.project();
        IRI evaluation = one.evaluation();
        IRI municipality = one.shared().municipality(one.city());
        project(one);
        one.out()
                .type(evaluation, Iris.JG + "Evaluation", Iris.PROV + "Entity")
                .add(evaluation, Iris.jg("evaluates"), project)
                .add(evaluation, Iris.jg("municipality"), municipality)
                .add(evaluation, Iris.jg("evaluatedYear"), one.fiscalYear(sheet.fiscalYear()))
                .add(evaluation, Iris.jg("recordedIn"), one.sheetIri())
                .add(one.sheetIri(), Iris.iri(Iris.FOAF + "primaryTopic"), evaluation);
        printedAs(one);
        sheet(one);
    }

    /** Maps the project of a sheet or of a part. */
    static void project(OneSheet one) {
        IRI project = one.project();
        one.out()
                .type(
                        project,
                        Iris.JG + "Project",
                        Iris.SCHEMA + "Project",
                        Iris.FOAF + "Project",
                        Iris.PROV + "Entity")
                .add(project, Iris.jg("municipality"), one.shared().municipality(one.city()))
                .add(project, IDENTIFIER, Iris.text(one.keys().project()));
    }

    /** Maps name and number as printed. */
    static void printedAs(OneSheet one) {
        Sheet sheet = one.sheet();
        IRI evaluation = one.evaluation();
        one.out()
                .add(evaluation, Iris.jg("nameAsPrinted"), Iris.ja(sheet.name()))
                .add(evaluation, LABEL, Iris.ja(sheet.name()));
        one.extracts().link(one, "name", Iris.jg("nameAsPrinted"), Iris.ja(sheet.name()));
        if (sheet.number() != null && !sheet.number().isBlank()) {
            one.out().add(evaluation, Iris.jg("numberAsPrinted"), Iris.text(sheet.number()));
            one.extracts().link(one, "number", Iris.jg("numberAsPrinted"), Iris.text(sheet.number()));
        }
    }

    private static void sheet(OneSheet one) {
        Sheet sheet = one.sheet();
        IRI iri = one.sheetIri();
        one.out()
                .type(iri, Iris.JG + "Sheet", Iris.FOAF + "Document", Iris.PROV + "Entity")
                .add(iri, LABEL, Iris.ja(sheet.name() + "（" + Era.year(sheet.fiscalYear()) + "年度）"))
                .add(
                        iri,
                        Iris.iri(Iris.DCTERMS + "isPartOf"),
                        Iris.iri(one.base().edition(one.city(), one.keys().edition())))
                .add(
                        iri,
                        Iris.jg("layout"),
                        sheet.origin().layout() == null
                                ? null
                                : Iris.text(sheet.origin().layout()));
        if (sheet.head().publishedYear() != null) {
            IRI year = one.fiscalYear(sheet.head().publishedYear());
            one.out().add(iri, Iris.jg("publishedYear"), year);
            one.extracts().link(one, "publishedYear", Iris.jg("publishedYear"), year);
        }
        issues(one, iri);
        CorrectionMapping.map(one);
        if (sheet.source() == null) {
            return;
        }
        IRI file = Extracts.file(one.base(), sheet);
        String path = sheet.source().file();
        one.out().add(iri, Iris.jg("containedInFile"), file);
        one.head()
                .type(file, Iris.JG + "SourceFile", Iris.PROV + "Entity")
                .add(file, Iris.jg("sha256"), Iris.text(sheet.source().sha256()))
                // Only the name is published; the path would reveal the publisher's folders.
                .add(
                        file,
                        Iris.jg("fileName"),
                        Iris.text(path.substring(path.replace('\\', '/').lastIndexOf('/') + 1)));
        List<Integer> pages = sheet.source().pages();
        if (pages != null && pages.size() == 2) {
            one.out()
                    .add(iri, Iris.jg("firstPage"), Iris.number(pages.get(0)))
                    .add(iri, Iris.jg("lastPage"), Iris.number(pages.get(1)));
        }
    }

    /**
     * Maps the reading issues. Message and printed text are omitted, because they may quote what must not be published.
     */
    private static void issues(OneSheet one, IRI iri) {
        int n = 0;
        for (Issue issue : one.sheet().issues()) {
            IRI node = Iris.iri(iri.stringValue() + "/issue/" + ++n);
            one.out()
                    .add(iri, Iris.jg("readingIssue"), node)
                    .type(node, Iris.JG + "ReadingIssue")
                    .add(node, Iris.jg("issueCode"), Iris.text(issue.code().name()))
                    .add(
                            node,
                            Iris.jg("issueSeverity"),
                            Iris.text(issue.severity().word()))
                    .add(
                            node,
                            Iris.jg("issueField"),
                            issue.field() == null
                                    ? null
                                    : Iris.text(issue.field().glob()))
                    .add(node, Iris.jg("page"), issue.page() == null ? null : Iris.number(issue.page()));
        }
    }

    private static void departments(OneSheet one) {
        List<String> keys = one.keys().departments();
        Sheet sheet = one.sheet();
        if (sheet.head().department() == null) {
            return;
        }
        IRI smallest = keys.isEmpty() ? null : one.shared().responsible(keys.get(keys.size() - 1));
        Value printed = Iris.ja(sheet.head().department());
        one.out()
                .add(one.evaluation(), Iris.jg("responsibleUnit"), smallest)
                .add(one.evaluation(), Iris.jg("departmentAsPrinted"), printed);
        one.extracts()
                .link(
                        one,
                        "department",
                        Iris.jg(smallest == null ? "departmentAsPrinted" : "responsibleUnit"),
                        smallest == null ? printed : smallest);
        for (String further : sheet.head().departments()) {
            one.out().add(one.evaluation(), Iris.jg("departmentAsPrinted"), Iris.ja(further));
            one.extracts().link(one, "departments/" + further, Iris.jg("departmentAsPrinted"), Iris.ja(further));
        }
        if (sheet.head().section() != null) {
            one.out()
                    .add(
                            one.evaluation(),
                            Iris.jg("sectionAsPrinted"),
                            Iris.ja(sheet.head().section()));
            one.extracts()
                    .link(
                            one,
                            "section",
                            Iris.jg("sectionAsPrinted"),
                            Iris.ja(sheet.head().section()));
        }
        if (sheet.head().departmentCode() != null) {
            one.out()
                    .add(
                            one.evaluation(),
                            Iris.jg("departmentCode"),
                            Iris.text(sheet.head().departmentCode()));
            one.extracts()
                    .link(
                            one,
                            "departmentCode",
                            Iris.jg("departmentCode"),
                            Iris.text(sheet.head().departmentCode()));
        }
    }

    /** Links to the printed level exactly; the goal of a printed target is derived elsewhere. */
    private static void sdg(OneSheet one, Sheet.Sdg sdg) {
        boolean target = sdg.target() != null;
        String code = target ? sdg.target() : sdg.goal();
        IRI thing = Iris.iri(Iris.SDG + code);
        IRI link = one.evaluationPart("sdg", code);
        one.out()
                .add(one.evaluation(), Iris.jg(target ? "sdgTarget" : "sdgGoal"), thing)
                .add(one.evaluation(), Iris.jg("sdgLink"), link)
                .type(link, Iris.JG + "SdgLink")
                .add(link, Iris.jg("linksTo"), thing)
                .add(link, Iris.jg("linkBasis"), Iris.iri(Iris.CODE + "link-basis/printed"))
                .add(link, Iris.jg("printedNote"), sdg.note() == null ? null : Iris.ja(sdg.note()));
        one.extracts().link(one, "sdgs/" + code, link);
    }
}
