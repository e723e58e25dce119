package org.jigyo.serve.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jigyo.EnvironmentException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @TempDir
    Path folder;

    private Settings read(String yaml) throws IOException {
        return Settings.read(Files.writeString(folder.resolve("serve.yml"), yaml));
    }

    @Test
    void aFileNeedsOnlyWhatItChanges() throws IOException {
        Settings settings = read("query:\n  rows: 7\n");

        assertThat(settings.query().rows()).isEqualTo(7);
        assertThat(settings.query().bytes())
                .isEqualTo(Settings.bundled().query().bytes());
        assertThat(read("")).isEqualTo(Settings.bundled());
    }

    @ParameterizedTest
    @CsvSource({
        "'query:\n  row: 7', 'line 2', row",
        "'quarry: {}', 'line 1', query",
        "'query: { rows: many }', 'line 1', query.rows",
        "'query: { rows: 0 }', 'serve.yml', query.rows",
        "'service: { allow: [localhost] }', 'serve.yml', localhost",
        "'listen: { port: 70000 }', 'serve.yml', listen.port",
        "'query: [', 'line 1', query",
        "'listen: { port: 80, port: 81 }', 'line 1', port",
        "'foo', 'line 1', 'the whole file'",
    })
    void whatMakesNoSenseIsRefusedWithPlaceAndReason(String yaml, String place, String reason) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(EnvironmentException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(reason);
    }

    @Test
    void theMonitorMovesWithThePort() {
        assertThat(Settings.bundled().at("127.0.0.1", 4000).listen().monitorPort())
                .isEqualTo(4001);
        assertThat(Settings.bundled().at("127.0.0.1", 0).listen().monitorPort()).isZero();
    }

    @Test
    void aClientThatUsedItsTimeWaitsAndThisMachineDoesNot() throws IOException {
        ClientRate rate = new ClientRate(read("client: { rate-seconds: 2 }").client());

        rate.pass(Client.of("192.0.2.1")).used(3_000_000_000L);

        assertThatThrownBy(() -> rate.pass(Client.of("192.0.2.1"))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(Integer.parseInt(problem.headers().get("Retry-After"))).isBetween(25, 35);
        });
        rate.pass(Client.of("192.0.2.2")).used(1);
        rate.pass(Client.of("127.0.0.1")).used(9_000_000_000L);
        rate.pass(Client.of("127.0.0.1")).used(1);
    }
}
