package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jigyo.serve.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of page in both languages, by the rules of html-validate. */
class HtmlTest {

    private static final String VALIDATOR = System.getProperty("jigyo.html-validate", "");

    /**
     * What HTML asks, and what helps readers with aids. Tables keep their roles because they are shown as cards on a phone, where a
     * browser forgets that they are tables; what comes from this server itself needs no hash.
     */
    private static final String RULES = """
            {"root": true, "extends": ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
             "rules": {"no-redundant-role": "off", "require-sri": "off"}}""";

    @TempDir
    private Path temporary;

    @Test
    void pagesHaveNoError() throws Exception {
        assumeTrue(
                !VALIDATOR.isBlank(),
                "-Djigyo.html-validate names no script of html-validate from npm, as .ci/run gives it");
        Path pages = Files.createDirectory(temporary.resolve("pages"));
        Path rules = Files.writeString(temporary.resolve("rules.json"), RULES);
        HttpClient client = HttpClient.newHttpClient();
        try (Server server = PublishedSpecimens.serve(temporary)) {
            List<String> kinds = new ArrayList<>(PageKinds.ALL);
            kinds.add(PageKinds.NOWHERE);
            for (String page : kinds) {
                for (String language : List.of("ja", "en")) {
                    String address = PageKinds.in(language, page);
                    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + address))
                            .header("Accept", "text/html")
                            .build();
                    Files.writeString(
                            pages.resolve(address.replaceAll("[^A-Za-z0-9.=-]", "_") + ".html"),
                            client.send(request, HttpResponse.BodyHandlers.ofString())
                                    .body());
                }
            }
        }
        Process process = new ProcessBuilder("node", VALIDATOR, "--config", rules.toString(), pages.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
