package org.jigyo.release;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bulk load of a release alone, into a new folder. Arguments: data folder, new folder. Prints seconds. */
final class Loading {

    private Loading() {}

    public static void main(String[] args) throws IOException {
        Release release = Releases.in(Path.of(args[0])).current().orElseThrow();
        List<GraphFile> graphs = new ArrayList<>();
        for (Release.Part part : release.graphs()) {
            graphs.add(new GraphFile(part.graph(), release.folder().resolve(part.turtle())));
        }
        long start = System.nanoTime();
        try (Store store = Store.in(Path.of(args[1]))) {
            store.load(graphs);
        }
        System.out.printf("%.1f%n", (System.nanoTime() - start) / 1e9);
    }
}
