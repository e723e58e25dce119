package org.jigyo.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TupleFileTest {

    @TempDir
    Path folder;

    /** None at all, and more than memory holds. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1234, 700_000})
    void tuplesComeSortedAndOnce(int tuples) throws IOException {
        Random random = new Random(tuples);
        TreeSet<long[]> given = new TreeSet<>(Arrays::compareUnsigned);
        try (TupleFile file = new TupleFile(folder, 3)) {
            for (int i = 0; i < tuples; i++) {
                // few different numbers, so that tuples repeat; negative ones are large
                long[] tuple = {random.nextInt(3) - 1L, random.nextInt(99), random.nextInt(99)};
                file.add(tuple);
                given.add(new long[] {tuple[2], tuple[0], tuple[1]});
            }
            for (int round = 0; round < 2; round++) {
                List<long[]> found = new ArrayList<>();
                file.sorted(new int[] {2, 0, 1}, all -> all.forEachRemaining(found::add));
                assertThat(found.toArray(new long[0][])).isDeepEqualTo(given.toArray(new long[0][]));
            }
        }
        assertThat(folder).isEmptyDirectory();
    }
}
