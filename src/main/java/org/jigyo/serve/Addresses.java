package org.jigyo.serve;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jigyo.release.Releases;

/** Which resource answers at which address. */
final class Addresses {

    private Addresses() {}

    static Map<String, Resource> of(Answers answers, Releases releases) {
        SortedMap<String, StoredQuery> queries = StoredQuery.bundled();
        Settings settings = answers.settings();
        Map<String, Resource> addresses = new LinkedHashMap<>();
        addresses.put("/sparql", new SparqlEndpoint(answers));
        addresses.put("/sparql/", new SparqlEndpoint(answers));
        LinkedData things = new LinkedData(answers);
        for (String path : new String[] {"/id/*", "/doc/*", "/code/*"}) {
            addresses.put(path, things);
        }
        GraphDocuments.paths().forEach(path -> addresses.put(path, new GraphDocuments(answers)));
        addresses.put("/" + ShortNames.ADDRESS, new NamesDocument(answers));
        addresses.put("/dump/*", new Dumps(answers));
        addresses.put("/api/queries", new QueriesApi(answers, queries));
        addresses.put("/api/queries/*", new QueriesApi(answers, queries));
        ChangesFeed changes = new ChangesFeed(answers, releases);
        for (String path : new String[] {"/changes", "/changes.atom", "/changes/*"}) {
            addresses.put(path, changes);
        }
        addresses.put("/search", new SearchPage(answers));
        addresses.put(
                "/openapi.json", new Static("application/json", OpenApi.of(queries.values(), version()), settings));
        addresses.put("/style.css", new Static("text/css; charset=utf-8", Static.bytes("style.css"), settings));
        addresses.put("", new Home(answers, queries));
        addresses.put("/*", new Nowhere());
        return addresses;
    }

    private static String version() {
        String version = Addresses.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
