package org.jigyo.serve;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.riot.system.stream.StreamManager;
import org.apache.jena.sys.JenaSystem;
import org.jigyo.EnvironmentException;
import org.jigyo.query.StoredQuery;
import org.jigyo.release.Releases;
import org.jigyo.serve.http.Gate;
import org.jigyo.serve.http.Listening;
import org.jigyo.serve.http.Measures;
import org.jigyo.serve.http.Monitor;
import org.jigyo.serve.http.Resource;
import org.jigyo.serve.http.Settings;
import org.jigyo.serve.query.AnswerCache;
import org.jigyo.serve.query.Answers;
import org.jigyo.serve.query.WarmUp;
import org.jigyo.serve.query.Workplace;
import org.jigyo.serve.release.CurrentRelease;
import org.jigyo.serve.release.ReleaseSource;
import org.jigyo.serve.release.RemoteRelease;
import org.jigyo.serve.release.Session;
import org.jigyo.serve.release.StoredReleases;
import org.jigyo.serve.remote.SparqlService;

/** The public server for the current release of a data folder, running from {@link #start} to {@link #close}. */
public final class Server implements AutoCloseable {

    private final FusekiServer fuseki;
    private final URI address;
    private final URI monitor;
    private final Deque<AutoCloseable> parts;

    private Server(FusekiServer fuseki, URI address, URI monitor, Deque<AutoCloseable> parts) {
        this.fuseki = fuseki;
        this.address = address;
        this.monitor = monitor;
        this.parts = parts;
    }

    /**
     * Opens the current release and listens. When this returns, the server answers; it warms up in the background.
     *
     * @throws EnvironmentException if there is no release, it cannot be opened, or a port is in use
     */
    public static Server start(Releases releases, Settings settings) {
        // With sessions three releases may be open at once: the new one, the current one, and the one before it.
        double share = settings.release().memoryPercent() * (settings.release().sessionSeconds() > 0 ? 2.0 / 3 : 1);
        return start(new StoredReleases(releases, share), releases, settings);
    }

    /**
     * Like {@link #start(Releases, Settings)}, with the statements in another server, loaded by {@code jigyo load}.
     *
     * @param releases of the data folder with the release's other files, which may be empty
     * @param sparql address of the other server's endpoint
     */
    public static Server inFrontOf(String sparql, Releases releases, Settings settings) {
        SparqlService service = new SparqlService(sparql, settings.query());
        return start(new RemoteRelease(service, settings.sparql().wholeQueries(), releases), releases, settings);
    }

    private static Server start(ReleaseSource source, Releases releases, Settings settings) {
        // Jena's classes must not be initialised by two threads at once: they would wait for each other.
        JenaSystem.init();
        // A query must not open files or addresses: LOAD and FROM have no access (CVE-2026-61372).
        StreamManager.setGlobal(new StreamManager());
        Deque<AutoCloseable> parts = new ArrayDeque<>();
        boolean started = false;
        try {
            Server server = start(source, releases, settings, parts);
            started = true;
            return server;
        } finally {
            if (!started) {
                close(parts);
            }
        }
    }

    private static Server start(
            ReleaseSource source, Releases releases, Settings settings, Deque<AutoCloseable> parts) {
        // In parallel with the opening of the release, which takes as long.
        CompletableFuture<SortedMap<String, StoredQuery>> queries = CompletableFuture.supplyAsync(StoredQuery::bundled);
        WarmUp warmUp = new WarmUp(settings, queries::join);
        CurrentRelease current = new CurrentRelease(source, settings.release(), warmUp::readAhead);
        parts.push(current);
        parts.push(warmUp);
        Workplace workplace = new Workplace(settings.query(), settings.client());
        parts.push(workplace);
        AnswerCache cache = new AnswerCache(settings.cache());
        Measures measures = new Measures();
        parts.push(measures);
        follow(measures, workplace, cache);
        Answers answers = new Answers(current, workplace, cache, settings);
        FusekiServer fuseki =
                build(settings, Addresses.of(current, answers, releases, queries.join()), measures, current);
        Settings.Listen listen = settings.listen();
        // The public port first, so that a second server started by mistake fails with that port.
        Listening.start(fuseki, listen.host(), listen.port(), "--port");
        parts.push(fuseki::stop);
        URI monitorAddress = null;
        if (listen.monitorPort() >= 0) {
            Monitor monitor = Monitor.start(listen, measures, current::id, current::ready);
            parts.push(monitor);
            monitorAddress = address(listen.monitorHost(), monitor.port());
        }
        current.follow(warmUp::exercise);
        return new Server(fuseki, address(listen.host(), fuseki.getPort()), monitorAddress, parts);
    }

    private static void follow(Measures measures, Workplace workplace, AnswerCache cache) {
        measures.gauge("jigyo.queries.running", "Running queries", workplace, Workplace::running);
        measures.counter("jigyo.cache.hits", cache, AnswerCache::hits);
        measures.counter("jigyo.cache.misses", cache, AnswerCache::misses);
        measures.counter("jigyo.cache.shared", cache, AnswerCache::shared);
        measures.gauge("jigyo.cache.bytes", "Size of the answer cache in bytes", cache, AnswerCache::bytes);
    }

    private static FusekiServer build(
            Settings settings, Map<String, Resource> addresses, Measures measures, CurrentRelease current) {
        FusekiServer.Builder builder = FusekiServer.create()
                .fusekiModules(FusekiModules.empty())
                .port(settings.listen().port())
                .numServerThreads(4, settings.listen().threads())
                .addFilter("/*", new Gate(settings.client(), measures))
                .addFilter("/*", new Session(current, settings.release().sessionSeconds()));
        addresses.forEach(builder::addServlet);
        FusekiServer fuseki = builder.build();
        Listening.configure(fuseki, settings);
        return fuseki;
    }

    private static URI address(String host, int port) {
        return URI.create("http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port + "/");
    }

    /** The address it listens on, with the real port if the settings say 0. */
    public URI address() {
        return address;
    }

    /** The address of {@code /health} and {@code /metrics}; null if they are switched off. */
    public URI monitor() {
        return monitor;
    }

    /** Waits until the server has stopped. */
    public void join() {
        fuseki.join();
    }

    /** Stops the server: accepts no more requests, lets running ones finish, closes the release. */
    @Override
    public void close() {
        close(parts);
    }

    private static void close(Deque<AutoCloseable> parts) {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
