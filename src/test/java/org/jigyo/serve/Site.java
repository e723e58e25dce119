package org.jigyo.serve;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;
import org.jigyo.serve.http.Settings;

/** A server on a free port over a release of a test's own making, and a client for it. */
public final class Site implements AutoCloseable {

    private final Server server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Site(Server server) {
        this.server = server;
    }

    static Site over(Releases releases, Settings settings) {
        return new Site(Server.start(releases, settings.at("127.0.0.1", 0)));
    }

    static Site inFrontOf(String sparql, Releases releases, Settings settings) {
        return new Site(Server.inFrontOf(sparql, releases, settings.at("127.0.0.1", 0)));
    }

    public static Site ofCity(Path folder, int projects, String settings) {
        Releases releases = Releases.in(folder.resolve("data"));
        releases.publish(Drawer.ofCity(folder.resolve("turtle"), projects).graphs(), 3);
        return over(releases, settings(folder, settings));
    }

    static Settings settings(Path folder, String yaml) {
        try {
            Files.createDirectories(folder);
            return Settings.read(Files.writeString(
                    folder.resolve("settings.yml"),
                    (yaml.contains("listen:") ? "" : "listen: { monitor-port: 0 }\n")
                            + (yaml.contains("release:") ? "" : "release: { exercise-seconds: 0 }\n")
                            + yaml));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    Server server() {
        return server;
    }

    URI at(String path) {
        return server.address().resolve(path);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    public HttpResponse<String> query(String query, String... headers) {
        return get("/sparql?query=" + encoded(query), headers);
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
