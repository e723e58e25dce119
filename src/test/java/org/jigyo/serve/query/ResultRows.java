package org.jigyo.serve.query;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Rows to be compared: numbers and booleans of one type by value, as the suites spell them in several ways, all other terms as they are written, blank
 * nodes up to their names.
 *
 * @param rows variable → term
 */
record ResultRows(List<Map<String, Node>> rows) {

    static final Node BOOLEAN = NodeFactory.createURI("http://www.w3.org/2001/sw/DataAccess/tests/result-set#boolean");

    /**
     * Reads rows.
     *
     * @param base of relative addresses, where the rows are RDF
     */
    static ResultRows of(byte[] bytes, Lang lang, String base) {
        ResultSet set;
        if (RDFLanguages.isTriples(lang)) {
            Model model = ModelFactory.createDefaultModel();
            RDFParser.source(new ByteArrayInputStream(bytes))
                    .lang(lang)
                    .base(base)
                    .parse(model);
            set = ResultSetFactory.makeResults(model);
        } else {
            set = ResultSetMgr.read(new ByteArrayInputStream(bytes), lang);
        }
        List<Map<String, Node>> rows = new ArrayList<>();
        set.forEachRemaining(solution -> {
            Map<String, Node> row = new TreeMap<>();
            solution.varNames()
                    .forEachRemaining(
                            name -> row.put(name, normal(solution.get(name).asNode())));
            rows.add(row);
        });
        return new ResultRows(rows);
    }

    private static Node normal(Node term) {
        if (term.isLiteral() && term.getLiteralDatatype().equals(XSDDatatype.XSDboolean)) {
            String lexical = term.getLiteralLexicalForm();
            return NodeFactory.createLiteralDT(
                    lexical.equals("1") ? "true" : lexical.equals("0") ? "false" : lexical, XSDDatatype.XSDboolean);
        }
        if (!term.isLiteral() || !term.getLiteral().isWellFormed() || !(term.getLiteralValue() instanceof Number)) {
            return term;
        }
        String lexical = term.getLiteralLexicalForm().strip();
        boolean floating = Set.of(XSDDatatype.XSDdouble, XSDDatatype.XSDfloat).contains(term.getLiteralDatatype());
        String value = floating
                ? lexical.contains("INF") || lexical.equals("NaN")
                        ? lexical
                        : Double.toString(Double.parseDouble(lexical))
                : new BigDecimal(lexical).stripTrailingZeros().toPlainString();
        return NodeFactory.createLiteralDT(value, term.getLiteralDatatype());
    }

    boolean same(ResultRows other, boolean ordered, boolean asSet) {
        if (!texts(ordered, asSet).equals(other.texts(ordered, asSet))) {
            return false;
        }
        boolean blank = rows.stream().flatMap(row -> row.values().stream()).anyMatch(Node::isBlank);
        return !blank || asSet || graph().isIsomorphicWith(other.graph());
    }

    private List<String> texts(boolean ordered, boolean asSet) {
        Stream<String> texts = rows.stream().map(row -> {
            Map<String, String> masked = new TreeMap<>();
            row.forEach((name, term) -> masked.put(name, term.isBlank() ? "_:" : term.toString()));
            return masked.toString();
        });
        texts = asSet ? texts.distinct() : texts;
        return (ordered ? texts : texts.sorted()).toList();
    }

    private Graph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        rows.forEach(row -> {
            Node subject = NodeFactory.createBlankNode();
            row.forEach((name, term) -> graph.add(Triple.create(subject, NodeFactory.createURI("urn:" + name), term)));
        });
        return graph;
    }
}
