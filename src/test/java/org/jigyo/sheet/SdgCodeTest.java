package org.jigyo.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SdgCodeTest {

    @Test
    void thereAre17GoalsWith169Targets() {
        assertThat(IntStream.range(0, 100).filter(n -> SdgCode.goal(String.valueOf(n))))
                .hasSize(17);
        assertThat(IntStream.range(0, 100)
                        .mapToObj(String::valueOf)
                        .flatMap(goal -> Stream.concat(
                                IntStream.range(0, 100).mapToObj(n -> goal + "." + n),
                                IntStream.rangeClosed('a', 'z').mapToObj(c -> goal + "." + (char) c)))
                        .filter(SdgCode::target))
                .hasSize(169)
                .contains("1.5", "3.d", "8.10", "17.19")
                .doesNotContain("1.6", "2.50", "7.c", "17.a", "8.0");
    }
}
