package org.jigyo.serve.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.jena.fuseki.main.FusekiServer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.jigyo.EnvironmentException;
import org.jigyo.workaround.LingeringConnector;

/** Settings that Fuseki's builder leaves to Jetty: address, slow clients, access log, graceful stop. */
public final class Listening {

    /** Common log format with the processing time, without query strings, because queries are private. */
    private static final String LOG_FORMAT = "%{client}a - - %t \"%m %U %H\" %s %O %{ms}T";

    /** Size of the output buffer of an answer, in bytes. */
    /** Largest head of a request in bytes: a query in an address takes up to nine bytes for a character. */
    private static final int HEADER = 32 * 1024;

    private static final int OUTPUT = 32_768;

    /**
     * Minimum rate of a body in bytes per second. Otherwise a client that sends a byte now and then would never be idle
     * and could hold a thread for hours.
     */
    private static final long SLOWEST = 100;

    private Listening() {}

    /** Applies the settings to a server that has not started yet. */
    public static void configure(FusekiServer fuseki, Settings settings) {
        Settings.Listen listen = settings.listen();
        Server jetty = fuseki.getJettyServer();
        ServerConnector connector = new LingeringConnector((ServerConnector) jetty.getConnectors()[0]);
        jetty.setConnectors(new Connector[] {connector});
        connector.setHost(listen.host());
        connector.setIdleTimeout(listen.idleSeconds() * 1000L);
        connector.setAcceptQueueSize(1024);
        // Fuseki allocates 5 MB for each running answer (apache/jena#4084), and clients may read slowly.
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setOutputBufferSize(OUTPUT);
        http.setMinRequestDataRate(SLOWEST);
        http.setRequestHeaderSize(HEADER);
        if (listen.forwarded()) {
            http.addCustomizer(new ForwardedRequestCustomizer());
        }
        Refusals refusals = new Refusals();
        jetty.setErrorHandler(refusals);
        jetty.getDescendants(ContextHandler.class).forEach(context -> context.setErrorHandler(refusals));
        jetty.setHandler(new GracefulHandler(jetty.getHandler()));
        jetty.setStopTimeout(listen.stopSeconds() * 1000L);
        if (!settings.log().access().isEmpty()) {
            jetty.setRequestLog(new CustomRequestLog(writer(settings.log().access()), LOG_FORMAT));
        }
    }

    /**
     * Starts listening, or reports which address is in use.
     *
     * @throws EnvironmentException if the address is in use
     */
    public static void start(FusekiServer fuseki, String host, int port, String setting) {
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            fuseki.stop();
            throw new EnvironmentException(
                    "cannot listen on " + host + " port " + port + " (" + reason(e) + "); choose another one with "
                            + setting,
                    e);
        }
    }

    private static RequestLog.Writer writer(String target) {
        if (target.equals("-")) {
            return line -> System.err.println(line);
        }
        Path file = Path.of(target);
        try {
            Files.writeString(file, "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new EnvironmentException("cannot write the access log " + file + ": " + e.getMessage(), e);
        }
        return line -> append(file, line);
    }

    private static synchronized void append(Path file, String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
