package org.jigyo.serve.pages;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Display;
import org.jigyo.serve.table.Scale;

/** How tables show a release. */
public final class Displays {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Node DERIVED = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

    private Displays() {}

    /** A display whose links keep the language. Names are looked up in the release, inside a transaction. */
    public static Display of(CurrentRelease.Loan loan, String language, Scale scale) {
        String base = loan.release().base();
        Links links = new Links(base);
        DisplayNames names = new DisplayNames(loan.dataset().getDefaultGraph(), language);
        Map<String, String> named = new HashMap<>();
        return new Display(
                language,
                scale,
                address -> links.href(iri(address, base), language),
                address -> {
                    String name =
                            named.computeIfAbsent(address, any -> names.of(NodeFactory.createURI(iri(address, base))));
                    return address.endsWith(name) ? null : name;
                },
                cell -> printed(NodeFactory.createURI(cell), links, loan, language));
    }

    /**
     * Where a figure is printed: its lit cell on the drawn sheet, if it was read from one place whose drawing was kept; else its own
     * document, which names the places.
     */
    private static String printed(Node figure, Links links, CurrentRelease.Loan loan, String language) {
        Set<String> cells = new TreeSet<>();
        DrawnSheet.cell(figure.getURI(), language, loan).ifPresent(cells::add);
        loan.dataset().findNG(Node.ANY, figure, DERIVED, Node.ANY).forEachRemaining(quad -> {
            if (quad.getObject().isURI()) {
                DrawnSheet.cell(quad.getObject().getURI(), language, loan).ifPresent(cells::add);
            }
        });
        return cells.size() == 1 ? cells.iterator().next() : links.href(figure.getURI(), language);
    }

    private static String iri(String address, String base) {
        return ABSOLUTE.matcher(address).lookingAt() ? address : base + address;
    }
}
