package org.jigyo.publish;

import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jigyo.Finding;
import org.jigyo.Place;
import org.jigyo.extract.Run;

/** Enters files into a plan, in the order in which they were given. Not thread-safe. */
final class Intake {

    private final Plan plan;
    private final Run run;
    private final Consumer<Finding> findings;
    private int sheets;

    /**
     * @param run the checks of the whole run
     * @param findings receives the problems of the files, and at the end those of the run
     */
    Intake(Plan plan, Run run, Consumer<Finding> findings) {
        this.plan = plan;
        this.run = run;
        this.findings = findings;
    }

    /** The sources of each city, if there is nothing but these files. */
    static SortedMap<String, List<Source>> sources(Iterator<FileReport> files, Run run, Consumer<Finding> findings) {
        Plan plan = new Plan(new TreeMap<>(), true);
        Intake intake = new Intake(plan, run, findings);
        files.forEachRemaining(intake::add);
        intake.end();
        SortedMap<String, List<Source>> sources = new TreeMap<>();
        plan.cities().forEach(city -> sources.put(city, plan.sources(city)));
        return sources;
    }

    void add(FileReport file) {
        sheets += file.sheets();
        file.lines().forEach(run::add);
        for (FileReport.Holding holding : file.holdings()) {
            if (!plan.enter(holding.city(), holding.source())) {
                findings.accept(Finding.error(
                        Finding.Code.KEY_REPEATED,
                        Place.of(file.file()),
                        "another file of this name was given for " + holding.city() + "/"
                                + holding.source().fiscalYear()
                                + "; files are replaced by name, so this one was left out; rename it"));
            }
        }
        file.findings().forEach(findings);
    }

    /** Ends the run; returns the number of sheets that can be published. */
    int end() {
        run.findings().forEach(findings);
        return sheets;
    }
}
