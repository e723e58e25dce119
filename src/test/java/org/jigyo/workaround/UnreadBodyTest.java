package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** A request that announces ten bytes and sends two, refused unread. */
class UnreadBodyTest {

    private static final String OPEN = "(still open)";

    private static final class Refusing extends HttpServlet {
        private static final long serialVersionUID = 1;
        private final boolean says;

        Refusing(boolean says) {
            this.says = says;
        }

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            if (says && !UnreadBody.discard(request)) {
                response.setHeader("Connection", "close");
            }
            response.setStatus(415);
            response.setContentLength(8);
            response.getOutputStream().write("not this".getBytes(StandardCharsets.US_ASCII));
            response.flushBuffer();
        }
    }

    /** Everything received until the connection is closed or nothing arrives for a second. */
    private static String read(Socket socket) throws IOException {
        StringBuilder read = new StringBuilder();
        try {
            for (int b = socket.getInputStream().read();
                    b >= 0;
                    b = socket.getInputStream().read()) {
                read.append((char) b);
            }
        } catch (SocketTimeoutException e) {
            read.append(OPEN);
        }
        return read.toString();
    }

    private static String answer(boolean says, String body) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new Refusing(says)), "/*");
        server.setHandler(context);
        server.start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.setSoTimeout(1000);
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            return read(socket);
        } finally {
            server.stop();
        }
    }

    @Test
    void aWholeBodyLeavesTheConnectionOpen() throws Exception {
        assertThat(answer(true, "0123456789"))
                .startsWith("HTTP/1.1 415")
                .contains(OPEN)
                .doesNotContain("Connection: close");
    }

    @Test
    void anUnfinishedOneIsSaidToCloseIt() throws Exception {
        assertThat(answer(true, "01"))
                .startsWith("HTTP/1.1 415")
                .contains("Connection: close")
                .doesNotContain(OPEN);
    }

    @Test
    void jettyStillWaitsForTheRest() throws Exception {
        assertThat(answer(false, "01"))
                .startsWith("HTTP/1.1 415")
                .contains(OPEN)
                .doesNotContain("Connection: close");
    }
}
