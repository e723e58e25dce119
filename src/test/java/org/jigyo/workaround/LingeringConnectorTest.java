package org.jigyo.workaround;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

/** A client that sends a large body before it reads an answer, as most do. */
class LingeringConnectorTest {

    private static final int TRIES = 20;
    private static final byte[] BODY = new byte[8 << 20];

    /** How many of the clients read the answer to its end. */
    private static int answered(boolean lingering) throws Exception {
        Server server = new Server();
        ServerConnector plain = new ServerConnector(server);
        plain.setHost("127.0.0.1");
        ServerConnector connector = lingering ? new LingeringConnector(plain) : plain;
        connector.setHost("127.0.0.1");
        server.setConnectors(new Connector[] {connector});
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                response.setStatus(413);
                response.write(true, ByteBuffer.wrap("too long".getBytes(StandardCharsets.UTF_8)), callback);
                return true;
            }
        });
        server.start();
        try {
            int answered = 0;
            for (int i = 0; i < TRIES; i++) {
                answered += reads(connector.getLocalPort()) ? 1 : 0;
            }
            return answered;
        } finally {
            server.stop();
        }
    }

    private static boolean reads(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + BODY.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(BODY);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.startsWith("HTTP/1.1 413") && answer.endsWith("too long");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void everyClientReadsItsAnswer() throws Exception {
        assertThat(answered(true)).isEqualTo(TRIES);
    }

    @Test
    void jettyStillResetsTheConnection() throws Exception {
        assertThat(answered(false)).isLessThan(TRIES);
    }
}
