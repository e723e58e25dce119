package org.jigyo.serve.ontology;

import java.io.StringWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;

/** Examples of the use of a term as Turtle without prefixes, from the specimens. */
record TermExamples(Model examples) {

    /** The description of a thing of this class, or a statement with this property or value; empty when there is none. */
    String of(Resource term) {
        return examples.listSubjectsWithProperty(RDF.type, term).toList().stream()
                .min(TermNames.order())
                .map(thing -> turtle(thing.listProperties().toList()))
                .or(() -> statement(examples.listStatements(null, TermFacts.property(term.getURI()), (RDFNode) null)
                        .toList()))
                .or(() -> statement(examples.listStatements(null, null, term).toList()))
                .orElse("");
    }

    private Optional<String> statement(List<Statement> statements) {
        return statements.stream()
                .min(Comparator.comparing(Statement::toString))
                .map(List::of)
                .map(this::turtle);
    }

    private String turtle(List<Statement> statements) {
        Model few = ModelFactory.createDefaultModel();
        few.setNsPrefixes(examples.getNsPrefixMap());
        few.add(statements);
        StringWriter out = new StringWriter();
        RDFDataMgr.write(out, few, Lang.TURTLE);
        return out.toString()
                .lines()
                .filter(line -> !line.startsWith("PREFIX") && !line.startsWith("@prefix"))
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
