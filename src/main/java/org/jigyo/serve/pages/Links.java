package org.jigyo.serve.pages;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Maps IRIs to addresses on this server and back, whatever its host.
 *
 * @param base base IRI of the release, with a final slash
 */
public record Links(String base) {

    /** The project's own terms are always here, whatever the base. */
    private static final String TERMS = "https://w3id.org/jigyo/";

    private static final List<String> FIXED = List.of("ns", "dim", "code");

    /** The goals and targets of the United Nations, which have pages here. */
    private static final Pattern SDG = Pattern.compile("http://metadata\\.un\\.org/sdg/(.*)");

    /** What answers have in place of the code of a goal or target that there is not. */
    private static final String NO_LINK = "none";

    private static final Pattern GOAL = Pattern.compile("\\d{1,2}");
    private static final Pattern TARGET = Pattern.compile("\\d{1,2}\\.\\w{1,2}");

    /** The address on this server for an IRI; the IRI itself if it is not the publisher's; null if it leads nowhere. */
    public String href(String iri) {
        Matcher sdg = SDG.matcher(iri);
        if (sdg.matches()) {
            String code = sdg.group(1);
            return GOAL.matcher(code).matches()
                    ? "/sdg/" + code
                    : TARGET.matcher(code).matches() ? "/sdg/target/" + code : code.equals(NO_LINK) ? null : iri;
        }
        if (!base.isEmpty() && iri.startsWith(base + "id/")) {
            return "/doc/" + iri.substring(base.length() + 3);
        }
        if (iri.startsWith(TERMS)) {
            String rest = iri.substring(TERMS.length());
            if (rest.startsWith("code/")) {
                return "/doc/" + rest;
            }
            if (FIXED.stream().anyMatch(name -> rest.equals(name) || rest.startsWith(name + "#"))) {
                return "/" + rest;
            }
        }
        if (!base.isEmpty() && iri.startsWith(base)) {
            return "/" + iri.substring(base.length());
        }
        return iri.startsWith("http://") || iri.startsWith("https://") ? iri : null;
    }

    /** The address for an IRI, with the language if it is on this server. */
    String href(String iri, String language) {
        String href = href(iri);
        if (href == null || !href.startsWith("/")) {
            return href;
        }
        int fragment = href.indexOf('#');
        String page = fragment < 0 ? href : href.substring(0, fragment);
        return page + (page.contains("?") ? "&" : "?") + "lang=" + language
                + (fragment < 0 ? "" : href.substring(fragment));
    }

    /** The thing whose document has this path below {@code /doc/}. */
    Node thing(String path) {
        return NodeFactory.createURI(path.startsWith("code/") ? TERMS + path : base + "id/" + path);
    }

    /** The namespace of a vocabulary, e.g. for {@code ns}. */
    public static String namespace(String name) {
        return vocabulary(name) + "#";
    }

    /** The IRI of a vocabulary itself. */
    public static String vocabulary(String name) {
        return TERMS + name;
    }
}
