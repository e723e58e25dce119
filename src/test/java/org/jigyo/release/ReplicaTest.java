package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jigyo.EnvironmentException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A replica that pulls a publisher's releases from a folder, and over HTTP from a server that breaks off. */
class ReplicaTest {

    @TempDir
    private Path folder;

    private Path publisher;
    private Releases replica;

    @BeforeEach
    void begin() {
        publisher = folder.resolve("publisher");
        replica = Releases.in(folder.resolve("replica"));
    }

    private Release publish(int projects) {
        return Releases.in(publisher)
                .publish(Drawer.ofCity(folder.resolve("turtle"), projects).graphs(), 3);
    }

    private Release pulled() {
        Release now = replica.current().orElseThrow();
        OpenRelease.verified(now).close();
        return now;
    }

    @Test
    void theCurrentReleaseIsPulledOnceAndTheOldestForgotten() {
        for (int projects = 1; projects <= 3; projects++) {
            Release published = publish(projects);

            assertThat(Replica.pull(publisher.toString(), replica, 2)).isTrue();
            assertThat(pulled())
                    .usingRecursiveComparison()
                    .ignoringFields("folder")
                    .isEqualTo(published);
            assertThat(Replica.pull(publisher.toString(), replica, 2)).isFalse();
        }
        assertThat(replica.list()).hasSize(2);
        assertThat(pulled().changes()).exists();
    }

    @Test
    void aRollbackOfThePublisherIsFollowedWithoutCopying() throws IOException {
        Release first = publish(1);
        Replica.pull(publisher.toString(), replica, 3);
        publish(2);
        Replica.pull(publisher.toString(), replica, 3);
        Releases.in(publisher).rollback(first.id());
        Folders.delete(first.folder().resolve("tdb2"));

        assertThat(Replica.pull(publisher.toString(), replica, 3)).isTrue();
        assertThat(pulled().id()).isEqualTo(first.id());
    }

    @Test
    void whatBreaksOffIsContinued() throws IOException {
        Release published = publish(300);
        List<String> asked = new CopyOnWriteArrayList<>();
        // Each connection ends after a megabyte, and a pull gives up where a file does not get on.
        HttpServer server = server(asked, 1_000_000);
        try {
            String address = "http://127.0.0.1:" + server.getAddress().getPort();
            for (int pulls = 0; replica.current().isEmpty() && pulls < 200; pulls++) {
                try {
                    Replica.pull(address, replica, 2);
                } catch (EnvironmentException e) {
                    assertThat(e).hasMessageContaining("what has arrived is kept");
                }
            }
            assertThat(pulled().id()).isEqualTo(published.id());
            assertThat(asked).anyMatch(request -> request.contains("POS.dat bytes=5"));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aDamagedFileIsRefusedAndTheCurrentReleaseStays() throws IOException {
        Release first = publish(1);
        Replica.pull(publisher.toString(), replica, 2);
        Release second = publish(2);
        Path index = second.tdb().resolve("Data-0001/POS.dat");
        byte[] bytes = Files.readAllBytes(index);
        bytes[100] ^= 1;
        Files.write(index, bytes);

        assertThatThrownBy(() -> Replica.pull(publisher.toString(), replica, 2))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("POS.dat is damaged");
        assertThat(pulled().id()).isEqualTo(first.id());

        bytes[100] ^= 1;
        Files.write(index, bytes);
        assertThat(Replica.pull(publisher.toString(), replica, 2)).isTrue();
        assertThat(pulled().id()).isEqualTo(second.id());
    }

    @Test
    void anEmptyPublisherIsSaid() {
        assertThatThrownBy(() -> Replica.pull(publisher.toString(), replica, 2))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining("there is no release in " + publisher);
    }

    /** Serves the publisher's folder with ranges, and never more than so many bytes of a file at once. */
    private HttpServer server(List<String> asked, int most) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                send(exchange, asked, most);
            }
        });
        server.start();
        return server;
    }

    private void send(HttpExchange exchange, List<String> asked, int most) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        Path file = publisher.resolve(exchange.getRequestURI().getPath().substring(1));
        asked.add(file.getFileName() + " " + range);
        if (!Files.exists(file)) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=|-", ""));
        if (from >= bytes.length && from > 0) {
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        if (from > 0) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        byte[] rest = Arrays.copyOfRange(bytes, from, bytes.length);
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, rest.length == 0 ? -1 : rest.length);
        OutputStream body = exchange.getResponseBody();
        body.write(rest, 0, Math.min(most, rest.length));
    }
}
