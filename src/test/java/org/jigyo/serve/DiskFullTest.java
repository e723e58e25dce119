package org.jigyo.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jigyo.EnvironmentException;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk of a few megabytes, mounted for the test if the system allows it. */
class DiskFullTest {

    private static final int MEGABYTES = 12;

    @TempDir
    Path folder;

    @AutoClose
    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException {
        disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")));
        assumeTrue(disk.mount(), "a small disk cannot be mounted here");
    }

    /** The free space decides where it runs out: in the copies, the load, or the index. */
    @ParameterizedTest(name = "{0} kB left")
    @ValueSource(ints = {100, 700, 1300})
    void aFullDiskLeavesTheOldReleaseAndIsSaid(int kilobytes) throws IOException {
        Path data = disk.at.resolve("data");
        Publisher.publish(data, folder.resolve("turtle"), 1);
        Release before = Releases.in(data).current().orElseThrow();
        Path filler = fill(kilobytes);

        assertThatThrownBy(() -> Publisher.publish(data, folder.resolve("turtle"), 2))
                .isInstanceOf(EnvironmentException.class);
        assertThat(Releases.in(data).current()).contains(before);
        try (Site site = Site.over(
                Releases.in(data), Site.settings(folder, "release: { warm-up: false, exercise-seconds: 0 }"))) {
            assertThat(site.query("ASK { ?s ?p 1 }").body()).contains("true");
        }

        Files.delete(filler);
        Publisher.publish(data, folder.resolve("turtle"), 3);
        assertThat(Releases.in(data).list()).hasSize(2);
    }

    private Path fill(int leave) throws IOException {
        Path filler = disk.at.resolve("filler");
        byte[] kilobyte = new byte[1024];
        Arrays.fill(kilobyte, (byte) 1);
        try (var out = Files.newOutputStream(filler)) {
            long free = Files.getFileStore(disk.at).getUsableSpace() / 1024 - leave;
            for (long i = 0; i < free; i++) {
                out.write(kilobyte);
            }
        }
        return filler;
    }

    /** A file system of its own at an empty folder, for as long as the test takes. */
    private record SmallDisk(Path at) implements AutoCloseable {

        /** Whether the system let us mount it. */
        boolean mount() {
            return run("mount", "-t", "tmpfs", "-o", "size=" + MEGABYTES + "m", "tmpfs", at.toString());
        }

        @Override
        public void close() {
            run("umount", "-l", at.toString());
        }

        private static boolean run(String... command) {
            try {
                return new ProcessBuilder(command)
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
