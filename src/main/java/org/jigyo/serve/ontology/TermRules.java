package org.jigyo.serve.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.jigyo.serve.ontology.OntologyTerm.Mention;
import org.jigyo.serve.ontology.OntologyTerm.Rule;

/** What the shapes ask for, as rows of a table. */
record TermRules(TermNames names) {

    /** Told in columns of their own, or not told. */
    private static final Set<Property> APART = Set.of(
            SHACLM.path,
            SHACLM.minCount,
            SHACLM.maxCount,
            SHACLM.message,
            SHACLM.severity,
            SHACLM.name,
            SHACLM.description,
            SHACLM.order,
            SHACLM.group,
            SHACLM.property,
            SHACLM.targetClass,
            SHACLM.prefixes);

    /** The shapes that are aimed at a class. */
    List<Resource> shapesOf(Resource target) {
        return names.all().listSubjectsWithProperty(SHACLM.targetClass, target).toList().stream()
                .sorted(TermNames.order())
                .toList();
    }

    /** The rules of a shape: one for each property shape, and one for what it asks of the thing itself. */
    List<Rule> rules(Resource shape) {
        List<Rule> rules = new ArrayList<>();
        shape.listProperties(SHACLM.property).toList().stream()
                .map(Statement::getResource)
                .sorted(Comparator.comparing(TermRules::order))
                .forEach(property -> rules.add(rule(property)));
        shape.listProperties(SHACLM.sparql).toList().stream()
                .map(Statement::getResource)
                .sorted(TermNames.order())
                .forEach(constraint -> rules.add(rule(constraint)));
        Rule own = rule(shape);
        if (!own.values().isEmpty() && !shape.hasProperty(SHACLM.path)) {
            rules.add(own);
        }
        return rules;
    }

    private static String order(Resource shape) {
        Statement path = shape.getProperty(SHACLM.path);
        return path == null ? "" : path.getObject().toString();
    }

    Rule rule(Resource shape) {
        Statement path = shape.getProperty(SHACLM.path);
        Statement severity = shape.getProperty(SHACLM.severity);
        return new Rule(
                shape.isURIResource() ? Chapter.SHAPES.anchor(shape) : "",
                path == null
                        ? null
                        : path.getObject().isAnon()
                                ? Mention.text(path(path.getObject()))
                                : names.mention(path.getObject()),
                count(shape),
                values(shape),
                String.join(" ", names.texts(shape, SHACLM.message)),
                severity == null ? "Violation" : severity.getResource().getLocalName());
    }

    private static String count(Resource shape) {
        String least = number(shape, SHACLM.minCount, "0");
        String most = number(shape, SHACLM.maxCount, "n");
        return least.equals("0") && most.equals("n") ? "" : least.equals(most) ? least : least + "‥" + most;
    }

    private static String number(Resource shape, Property property, String otherwise) {
        Statement statement = shape.getProperty(property);
        return statement == null ? otherwise : statement.getObject().asLiteral().getLexicalForm();
    }

    /** What the values must be: the parameters of SHACL in their own words, classes and datatypes by name. */
    private List<Mention> values(Resource shape) {
        return shape.listProperties().toList().stream()
                .filter(statement -> !APART.contains(statement.getPredicate()))
                .filter(statement -> statement.getPredicate().getURI().startsWith(SHACLM.NS))
                .flatMap(statement -> said(statement.getPredicate(), statement.getObject()))
                .sorted(Comparator.comparing(Mention::toString))
                .toList();
    }

    private Stream<Mention> said(Property parameter, RDFNode value) {
        if (parameter.equals(SHACLM.class_) || parameter.equals(SHACLM.datatype)) {
            return Stream.of(names.mention(value));
        }
        if (parameter.equals(SHACLM.select)) {
            return Stream.of(Mention.text("SPARQL"));
        }
        if (parameter.equals(SHACLM.sparql)) {
            return Stream.empty();
        }
        return Stream.of(Mention.text(parameter.getLocalName() + " " + text(value)));
    }

    private String text(RDFNode value) {
        if (value.isLiteral()) {
            return value.asLiteral().getLexicalForm();
        }
        if (value.isURIResource()) {
            return names.name(value.asResource());
        }
        if (value.canAs(RDFList.class)) {
            return value.as(RDFList.class).asJavaList().stream()
                    .map(this::text)
                    .collect(Collectors.joining(", ", "(", ")"));
        }
        return value.asResource().listProperties().toList().stream()
                .map(inner -> inner.getPredicate().getLocalName() + " " + text(inner.getObject()))
                .sorted()
                .collect(Collectors.joining(" ; ", "[", "]"));
    }

    /** The path of a property shape that goes over several properties, in SPARQL's words. */
    private String path(RDFNode path) {
        if (path.isURIResource()) {
            return names.name(path.asResource());
        }
        if (path.canAs(RDFList.class)) {
            return path.as(RDFList.class).asJavaList().stream().map(this::path).collect(Collectors.joining("/"));
        }
        return path.asResource().listProperties().toList().stream()
                .map(inner -> switch (inner.getPredicate().getLocalName()) {
                    case "inversePath" -> "^" + path(inner.getObject());
                    case "zeroOrMorePath" -> path(inner.getObject()) + "*";
                    case "oneOrMorePath" -> path(inner.getObject()) + "+";
                    case "zeroOrOnePath" -> path(inner.getObject()) + "?";
                    case "alternativePath" ->
                        inner.getObject().as(RDFList.class).asJavaList().stream()
                                .map(this::path)
                                .collect(Collectors.joining("|"));
                    default -> names.name(inner.getPredicate());
                })
                .collect(Collectors.joining());
    }

    /** The classes whose things a shape asks for this property. */
    List<Resource> classesWith(Resource property) {
        Model all = names.all();
        return all.listSubjectsWithProperty(SHACLM.path, property).toList().stream()
                .flatMap(shape -> all.listSubjectsWithProperty(SHACLM.property, shape).toList().stream())
                .flatMap(shape -> shape.listProperties(SHACLM.targetClass).toList().stream())
                .map(Statement::getResource)
                .distinct()
                .sorted(TermNames.order())
                .toList();
    }
}
