package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sort that has gone to disk and takes too long ends as every query does, and leaves no file behind. */
class SpilledSortTest {

    @Test
    void endsAtTheLimit(@TempDir Path folder) throws IOException, InterruptedException {
        Set<String> before = files();
        try (Site site = Site.ofCity(folder, 1000, "query: { time-seconds: 0.7, sort-rows: 500 }")) {
            for (int i = 0; i < 8; i++) {
                HttpResponse<String> response =
                        site.query("SELECT * { ?a ?b ?c . ?d ?e ?f BIND(" + i + " AS ?g) } ORDER BY ?f DESC(?c) ?a");
                assertThat(response.statusCode()).as(response.body()).isEqualTo(503);
                assertThat(response.body()).contains("Time limit");
            }
        }
        for (int i = 0; i < 50 && !before.containsAll(files()); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(before).containsAll(files());
    }

    private static Set<String> files() throws IOException {
        try (Stream<Path> list = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            Set<String> names = new TreeSet<>();
            list.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("DataBag"))
                    .forEach(names::add);
            return names;
        }
    }
}
