package org.jigyo.graph;

/**
 * The place under which a publisher's own things are named, and the patterns of their names: codes, years and registry keys,
 * never cleaned text.
 *
 * @param iri http or https IRI that ends with a slash, ASCII only
 */
public record GraphBase(String iri) {

    /** The base when a publisher has no domain of its own. */
    public static final GraphBase DEFAULT = new GraphBase("https://w3id.org/jigyo/");

    /** Refuses what cannot be a base. */
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

    /** Named graph of an edition: what its sheets print. */
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
