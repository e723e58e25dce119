package org.jigyo.graph;

/**
 * The base IRI of a publisher, and the IRI patterns of its things: codes, years and registry keys, never printed text.
 *
 * @param iri http or https IRI that ends with a slash, ASCII only
 */
public record GraphBase(String iri) {

    /** The default base for publishers without a domain of their own. */
    public static final GraphBase DEFAULT = new GraphBase("https://w3id.org/jigyo/");

    /** Checks the IRI. */
    public GraphBase {
        if (!iri.matches("https?://[!-~&&[^<>\"{}|\\\\^`#?]]+/")) {
            throw new IllegalArgumentException(
                    "a base is an http(s) IRI in ASCII that ends with a slash, such as https://data.example.jp/jigyo/: "
                            + iri);
        }
    }

    String id(String kind, Object... parts) {
        StringBuilder text = new StringBuilder(iri).append("id/").append(kind);
        for (Object part : parts) {
            text.append('/').append(part);
        }
        return text.toString();
    }

    /** IRI of an edition, which is a dcat:Dataset. */
    public String edition(String city, String edition) {
        return id("edition", city, edition);
    }

    /** Named graph of an edition: the statements of its sheets. */
    public String editionGraph(String city, String edition) {
        return iri + "graph/" + city + "/" + edition;
    }

    /** Named graph of an edition's Extracts. */
    public String evidenceGraph(String city, String edition) {
        return editionGraph(city, edition) + "/evidence";
    }

    /** One of the graphs that all editions share: vocabulary, derived, statistics, catalogue. */
    public String sharedGraph(String name) {
        return iri + "graph/" + name;
    }

    String project(String key) {
        return id("project", key);
    }

    String evaluation(String project, String edition) {
        return id("project", project, "evaluation", edition);
    }

    String sheet(String city, String edition, String project) {
        return id("sheet", city, edition, project);
    }

    String cube(String city, String kind, String edition) {
        return id("cube", city, kind, edition);
    }
}
