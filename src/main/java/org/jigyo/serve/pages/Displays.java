package org.jigyo.serve.pages;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.table.Display;
import org.jigyo.serve.table.Scale;

/** How tables show a release. */
final class Displays {

    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    private Displays() {}

    /** A display whose links keep the language. Names are looked up in the release, inside a transaction. */
    static Display of(CurrentRelease.Loan loan, String language, Scale scale) {
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
                cell -> links.href(cell, language));
    }

    private static String iri(String address, CurrentRelease.Loan loan) {
        return ABSOLUTE.matcher(address).matches() ? address : loan.release().base() + address;
    }
}
