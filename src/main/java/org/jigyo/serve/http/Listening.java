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

/** The settings that Fuseki's builder leaves to Jetty: the address, slow clients, the access log, a stop that waits. */
public final class Listening {

    /** Common log format and the time taken, without query strings: what somebody asks is nobody else's business. */
    private static final String LOG_FORMAT = "%{client}a - - %t \"%m %U %H\" %s %O %{ms}T";

    /** Bytes of an answer on its way to the network. */
    private static final int OUTPUT = 32_768;

    /** Minimum rate of a body in bytes per second: a client that sends one now and then is never idle and would hold a thread for hours. */
    private static final long SLOWEST = 100;

    private Listening() {}

    public static void configure(FusekiServer fuseki, Settings settings) {
        Settings.Listen listen = settings.listen();
        Server jetty = fuseki.getJettyServer();
        ServerConnector connector = new LingeringConnector((ServerConnector) jetty.getConnectors()[0]);
        jetty.setConnectors(new Connector[] {connector});
        connector.setHost(listen.host());
        connector.setIdleTimeout(listen.idleSeconds() * 1000L);
        connector.setAcceptQueueSize(1024);
        // Fuseki takes 5 MB for each answer under way (apache/jena#4084), and clients may fetch them slowly
        HttpConfiguration http =
                connector.getConnectionFactory(HttpConnectionFactory.class).getHttpConfiguration();
        http.setOutputBufferSize(OUTPUT);
        http.setMinRequestDataRate(SLOWEST);
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

    /** Begins to listen, or says which address is taken. */
    public static void start(FusekiServer fuseki, String host, int port, String setting) {
        try {
            fuseki.start();
        } catch (RuntimeException e) {
            fuseki.stop();
            throw new EnvironmentException(
                    "cannot listen on " + host + " port " + port + " (" + reason(e) + "): choose another with "
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
