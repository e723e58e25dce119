package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** A request that announces ten bytes of which two come, refused unread. */
class UnreadBodyTest {

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

    /** The answer, when the connection has been closed behind it. */
    private static String answer(boolean says, String body) throws Exception {
        Server server = new Server();
        ServerConnector connector = new ServerConnector(server);
        server.addConnector(connector);
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(new Refusing(says)), "/*");
        server.setHandler(context);
        server.start();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n" + body)
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(30);
            String answer = new String(start, StandardCharsets.US_ASCII);
            if (body.length() == 10) {
                socket.shutdownOutput();
            }
            return answer + new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } finally {
            server.stop();
        }
    }

    @Test
    void aWholeBodyLeavesTheConnectionOpen() throws Exception {
        assertThat(answer(true, "0123456789")).startsWith("HTTP/1.1 415").doesNotContain("Connection: close");
    }

    @Test
    void anUnfinishedOneIsSaidToCloseIt() throws Exception {
        assertThat(answer(true, "01")).startsWith("HTTP/1.1 415").contains("Connection: close");
    }

    @Test
    void jettyStillClosesWithoutAWord() throws Exception {
        assertThat(answer(false, "01")).startsWith("HTTP/1.1 415").doesNotContain("Connection: close");
    }
}
