package org.jigyo.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.ontology.OntologyFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jigyo ontology}: the documentation of the ontology as a static folder. */
@Command(
        name = "ontology",
        description = {
            "Write the pages of the ontology and its RDF into a folder for any web server.",
            "«jigyo serve» shows the same pages at /ns, /dim, /code and /shapes."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  jigyo ontology public/"})
final class Ontology implements Callable<Integer> {

    @Parameters(
            arity = "1",
            paramLabel = "FOLDER",
            description = "Made if it is missing; files of these names are replaced.")
    private Path folder;

    @Override
    public Integer call() {
        new OntologyFiles(StoredQuery.bundled()).write(folder);
        return ExitCode.OK;
    }
}
