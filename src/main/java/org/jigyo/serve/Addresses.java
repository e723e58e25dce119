package org.jigyo.serve;

import java.util.LinkedHashMap;
import java.util.List;
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
        put(addresses, new SparqlEndpoint(answers), "/sparql", "/sparql/");
        put(addresses, new LinkedData(answers), "/id/*", "/doc/*", "/code/*");
        put(addresses, new GraphDocuments(answers), GraphDocuments.PATHS);
        addresses.put("/" + ShortNames.ADDRESS, new NamesDocument(answers));
        addresses.put("/graph/*", new NamedGraphs(answers));
        addresses.put("/dump/*", new Dumps(answers));
        put(addresses, new QueriesApi(answers, queries), "/api/queries", "/api/queries/*");
        put(addresses, new ChangesFeed(answers, releases), "/changes", "/changes.atom", "/changes/*", "/id/release/*");
        addresses.put("/search", new SearchPage(answers));
        addresses.put(
                "/openapi.json", new Static("application/json", OpenApi.of(queries.values(), version()), settings));
        addresses.put("/style.css", new Static("text/css; charset=utf-8", Static.bytes("style.css"), settings));
        addresses.put("", new Home(answers, queries));
        addresses.put("/*", new Nowhere());
        return addresses;
    }

    /** One resource for all its addresses: what it has prepared or keeps is there once. */
    private static void put(Map<String, Resource> addresses, Resource resource, String... paths) {
        List.of(paths).forEach(path -> addresses.put(path, resource));
    }

    private static String version() {
        String version = Addresses.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
