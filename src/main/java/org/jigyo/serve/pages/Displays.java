package org.jigyo.serve.pages;

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

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Node DERIVED = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

    private Displays() {}

    /** A display whose links keep the language. Names are looked up in the release, inside a transaction. */
    public static Display of(CurrentRelease.Loan loan, String language, Scale scale) {
        Links links = new Links(loan.release().base());
        DisplayNames names = new DisplayNames(loan.dataset().getDefaultGraph(), language);
        return new Display(
                language,
                scale,
                address -> links.href(iri(address, loan), language),
                address -> {
                    Node thing = NodeFactory.createURI(iri(address, loan));
                    String name = names.of(thing);
                    return address.endsWith(name) ? null : name;
                },
                cell -> printed(NodeFactory.createURI(cell), loan, language));
    }

    /**
     * Where a figure is printed: its lit cell on the drawn sheet, if it was read from one place whose drawing was kept; else its own
     * document, which names the places.
     */
    private static String printed(Node figure, CurrentRelease.Loan loan, String language) {
        Set<String> cells = new TreeSet<>();
        DrawnSheet.cell(figure.getURI(), language, loan).ifPresent(cells::add);
        loan.dataset().findNG(Node.ANY, figure, DERIVED, Node.ANY).forEachRemaining(quad -> {
            if (quad.getObject().isURI()) {
                DrawnSheet.cell(quad.getObject().getURI(), language, loan).ifPresent(cells::add);
            }
        });
        return cells.size() == 1
                ? cells.iterator().next()
                : new Links(loan.release().base()).href(figure.getURI(), language);
    }

    private static String iri(String address, CurrentRelease.Loan loan) {
        return ABSOLUTE.matcher(address).matches() ? address : loan.release().base() + address;
    }
}
