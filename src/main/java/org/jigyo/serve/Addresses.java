package org.jigyo.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jigyo.query.StoredQuery;
import org.jigyo.release.Releases;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Nowhere;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.http.Static;
import org.jigyo.serve.ontology.OntologyFiles;
import org.jigyo.serve.pages.DrawnSheet;
import org.jigyo.serve.pages.EmbeddedPicture;
import org.jigyo.serve.pages.GraphDocuments;
import org.jigyo.serve.pages.LinkedData;
import org.jigyo.serve.pages.NamesDocument;
import org.jigyo.serve.pages.OntologyDocuments;
import org.jigyo.serve.pages.OpenApi;
import org.jigyo.serve.pages.PlannedPage;
import org.jigyo.serve.pages.QueriesApi;
import org.jigyo.serve.pages.QueryTerms;
import org.jigyo.serve.pages.ShortNames;
import org.jigyo.serve.pages.SparqlPage;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.query.GraphStore;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.release.Dumps;
import org.jigyo.serve.release.NamedGraphs;
import org.jigyo.serve.search.SearchPage;
import org.jigyo.serve.site.ChangesFeed;
import org.jigyo.serve.site.DataJsonDocument;
import org.jigyo.serve.site.DataPackages;
import org.jigyo.serve.site.LlmsText;
import org.jigyo.serve.site.Sitemap;

/** The resources of the server, by path. */
final class Addresses {

    private Addresses() {}

    static Map<String, Resource> of(
            CurrentRelease current, Answers answers, Releases releases, SortedMap<String, StoredQuery> queries) {
        Settings settings = answers.settings();
        Map<String, Resource> addresses = new LinkedHashMap<>();
        put(addresses, new SparqlPage(answers, queries), "/sparql", "/sparql/");
        addresses.put(QueryTerms.ADDRESS, new QueryTerms(answers));
        addresses.put("/data", new GraphStore(answers));
        put(addresses, new LinkedData(answers, queries), "/id/*", "/doc/*", "/code/*");
        put(addresses, new GraphDocuments(answers), "/.well-known/void", "/catalogue");
        OntologyDocuments ontology = new OntologyDocuments(answers, queries);
        ontology.addresses().forEach(address -> addresses.put(address, ontology));
        addresses.put("/" + ShortNames.ADDRESS, new NamesDocument(answers));
        addresses.put(
                "/" + OntologyFiles.RECORD_CONTEXT,
                new Static(Format.JSONLD.contentType(), OntologyFiles::recordContext, settings));
        addresses.put("/graph/*", new NamedGraphs(current));
        addresses.put("/dump/*", new Dumps(current, releases));
        put(addresses, new QueriesApi(answers, queries), "/api/queries", "/api/queries/*");
        put(addresses, new ChangesFeed(answers, releases), "/changes", "/changes.atom", "/changes/*", "/id/release/*");
        addresses.put("/embed/*", new EmbeddedPicture(answers, queries));
        addresses.put("/search", new SearchPage(answers));
        addresses.put(
                "/openapi.json",
                new Static("application/json", () -> OpenApi.of(queries.values(), version()), settings));
        addresses.put("/style.css", new Static("text/css; charset=utf-8", "style.css", settings));
        addresses.put("/editor.js", new Static("text/javascript; charset=utf-8", "editor.js", settings));
        addresses.put("/editor.licences.txt", new Static("text/plain; charset=utf-8", "editor.licences.txt", settings));
        addresses.put("/sheet.css", new Static("text/css; charset=utf-8", DrawnSheet::style, settings));
        addresses.put("/favicon.ico", new Static("image/vnd.microsoft.icon", "favicon.ico", settings));
        addresses.put("/data.json", new DataJsonDocument(answers));
        addresses.put("/datapackage.json", new DataPackages(answers, queries));
        addresses.put("/llms.txt", new LlmsText(answers, queries));
        put(addresses, new Sitemap(answers, queries.keySet()), "/robots.txt", "/sitemap.xml", "/sitemap/*");
        put(
                addresses,
                new PlannedPage(answers, queries),
                PlannedPage.addresses().toArray(String[]::new));
        addresses.put("/*", new Nowhere());
        return addresses;
    }

    /** Registers one resource under all its paths, so that it is prepared and cached only once. */
    private static void put(Map<String, Resource> addresses, Resource resource, String... paths) {
        List.of(paths).forEach(path -> addresses.put(path, resource));
    }

    private static String version() {
        String version = Addresses.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
