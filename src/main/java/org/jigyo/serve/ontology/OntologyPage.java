package org.jigyo.serve.ontology;

import java.util.List;
import java.util.Map;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.InLanguage;
import org.jigyo.serve.ontology.OntologyTerm.Branch;
import org.jigyo.serve.ontology.OntologyTerm.Fact;
import org.jigyo.serve.ontology.OntologyTerm.Group;

/**
 * The content of a page of the ontology.
 *
 * @param summary what the chapter holds
 * @param head versions, licence, creators and so on
 * @param cite how to cite it
 * @param prefixes prefix → namespace
 * @param tree classes and properties below those that they specialise
 * @param diagram null when the chapter has none
 * @param groups the terms by kind
 * @param queries the stored queries that use the chapter's terms
 * @param changes what changed, version by version
 */
public record OntologyPage(
        Chapter chapter,
        String language,
        String title,
        String summary,
        List<Fact> head,
        String cite,
        Map<String, String> prefixes,
        List<Branch> tree,
        OntologyDiagram diagram,
        List<Group> groups,
        List<Example> queries,
        List<Fact> changes)
        implements InLanguage {

    /**
     * A stored query.
     *
     * @param summary in the page's language
     * @param text SPARQL that can be run as it is
     */
    public record Example(String name, String summary, String text) {}

    /** The endings of the chapter's RDF files. */
    public List<String> suffixes() {
        return Format.GRAPHS.stream().map(Format::suffix).toList();
    }

    /** The other language. */
    public String other() {
        return say("en", "ja");
    }

    /** The name of a chapter in the navigation. */
    public String name(Chapter of) {
        return switch (of) {
            case NS -> say("クラスとプロパティ", "Classes and properties");
            case DIM -> say("キューブ", "Cubes");
            case CODE -> say("コードリスト", "Code lists");
            case SHAPES -> say("制約（SHACL）", "Constraints (SHACL)");
        };
    }
}
