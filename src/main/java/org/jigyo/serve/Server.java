package org.jigyo.serve;

import java.net.URI;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.riot.system.stream.StreamManager;
import org.eclipse.jetty.server.ServerConnector;
import org.jigyo.EnvironmentException;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Releases;

/** The public server over the current release of a data folder, running from {@link #start} to {@link #close}. */
public final class Server implements AutoCloseable {

    private final FusekiServer fuseki;
    private final CurrentRelease current;
    private final Workplace workplace;
    private final URI address;

    private Server(FusekiServer fuseki, CurrentRelease current, Workplace workplace, URI address) {
        this.fuseki = fuseki;
        this.current = current;
        this.workplace = workplace;
        this.address = address;
    }

    /**
     * Opens the current release, warms up, and listens; when this returns the server is ready.
     *
     * @throws EnvironmentException if there is no release, it cannot be opened, or the port is in use
     */
    public static Server start(Releases releases, Settings settings) {
        // nothing a query says may open a file or an address: LOAD and FROM find no way out (CVE-2026-61372)
        StreamManager.setGlobal(new StreamManager());
        CurrentRelease current =
                new CurrentRelease(releases, settings.release().watchSeconds(), (OpenRelease open) -> {});
        Workplace workplace = new Workplace(settings.query());
        boolean started = false;
        try {
            Answers answers = new Answers(current, workplace, new AnswerCache(settings.cache()), settings);
            FusekiServer fuseki = build(settings, answers);
            listen(fuseki, settings.listen());
            started = true;
            String host = settings.listen().host().equals("0.0.0.0")
                    ? "localhost"
                    : settings.listen().host();
            URI address = URI.create("http://" + host + ":" + fuseki.getPort() + "/");
            return new Server(fuseki, current, workplace, address);
        } finally {
            if (!started) {
                workplace.close();
                current.close();
            }
        }
    }

    private static FusekiServer build(Settings settings, Answers answers) {
        Settings.Listen listen = settings.listen();
        SparqlEndpoint sparql = new SparqlEndpoint(answers);
        FusekiServer fuseki = FusekiServer.create()
                .fusekiModules(FusekiModules.empty())
                .port(listen.port())
                .numServerThreads(4, listen.threads())
                .addServlet("/sparql", sparql)
                .addServlet("/sparql/", sparql)
                .build();
        ServerConnector connector = (ServerConnector) fuseki.getJettyServer().getConnectors()[0];
        connector.setHost(listen.host());
        connector.setIdleTimeout(listen.idleSeconds() * 1000L);
        fuseki.getJettyServer().setStopTimeout(listen.stopSeconds() * 1000L);
        return fuseki;
    }

    private static void listen(FusekiServer fuseki, Settings.Listen listen) {
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            fuseki.stop();
            throw new EnvironmentException(
                    "cannot listen on " + listen.host() + " port " + listen.port() + " (" + reason(e)
                            + "): choose another with --port",
                    e);
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }

    /** Where it listens; the port is the real one when the settings say 0. */
    public URI address() {
        return address;
    }

    /** Waits until the server has stopped. */
    public void join() {
        fuseki.join();
    }

    /** Stops: takes no more requests, lets those under way end, closes the release. */
    @Override
    public void close() {
        fuseki.stop();
        workplace.close();
        current.close();
    }
}
