package org.jigyo.serve.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientRateTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "'[::1]', true",
        "192.0.2.1, false",
        "localhost, false",
        "unknown, false"
    })
    void onlyNumbersSayThatAClientIsOnThisMachine(String address, boolean free) {
        ClientRate rate = new ClientRate(new Settings.Client(true, true, 0, 0.000001, false));
        rate.pass(Client.of(address)).used(1_000_000);

        if (free) {
            rate.pass(Client.of(address)).used(1);
        } else {
            assertThatThrownBy(() -> rate.pass(Client.of(address))).isInstanceOf(Problem.class);
        }
    }
}
