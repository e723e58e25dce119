package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.eclipse.jetty.server.ServerConnector;

/**
 * {@code /health} and {@code /metrics} on a separate port with separate threads, so that they answer however busy the
 * server is.
 */
public final class Monitor implements AutoCloseable {

    private final FusekiServer server;

    private Monitor(FusekiServer server) {
        this.server = server;
    }

    /**
     * Starts listening.
     *
     * @param release id of the release being served
     * @param warm whether the warm-up is complete
     */
    public static Monitor start(
            Settings.Listen settings, Measures measures, Supplier<String> release, BooleanSupplier warm) {
        FusekiServer server = FusekiServer.create()
                .fusekiModules(FusekiModules.empty())
                .port(settings.monitorPort())
                .numServerThreads(2, 8)
                .addServlet("/health", new Text("application/json", () -> health(release.get(), warm.getAsBoolean())))
                .addServlet("/metrics", new Text("text/plain; version=0.0.4; charset=utf-8", () -> {
                    measures.serving(release.get());
                    return measures.text();
                }))
                .build();
        ((ServerConnector) server.getJettyServer().getConnectors()[0]).setHost(settings.monitorHost());
        Listening.start(server, settings.monitorHost(), settings.monitorPort(), "listen.monitor-port");
        return new Monitor(server);
    }

    private static String health(String release, boolean warm) {
        return "{\"status\":\"up\",\"release\":\"" + release + "\",\"warm\":" + warm + "}\n";
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static final class Text extends Resource {
        private static final long serialVersionUID = 1;

        private final String type;
        private final transient Supplier<String> text;

        Text(String type, Supplier<String> text) {
            super("GET", "HEAD");
            this.type = type;
            this.text = text;
        }

        @Override
        protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
            byte[] bytes = text.get().getBytes(StandardCharsets.UTF_8);
            response.setContentType(type);
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
        }
    }
}
