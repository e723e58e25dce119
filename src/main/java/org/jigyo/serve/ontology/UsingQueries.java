package org.jigyo.serve.ontology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.jigyo.query.StoredQuery;

/** Which stored queries use a term. */
final class UsingQueries {

    private static final Pattern IRI = Pattern.compile("<([^<>\\s]+)>");

    private final Map<String, List<StoredQuery>> byTerm = new HashMap<>();

    UsingQueries(Collection<StoredQuery> queries) {
        for (StoredQuery query : queries) {
            Query full = query.parsed().cloneQuery();
            full.getPrefixMapping().clearNsPrefixMap();
            Matcher iris = IRI.matcher(full.toString());
            HashSet<String> seen = new HashSet<>();
            while (iris.find()) {
                if (seen.add(iris.group(1))) {
                    byTerm.computeIfAbsent(iris.group(1), iri -> new ArrayList<>())
                            .add(query);
                }
            }
        }
    }

    /** In the order of their names. */
    List<StoredQuery> of(String iri) {
        return byTerm.getOrDefault(iri, List.of());
    }
}
