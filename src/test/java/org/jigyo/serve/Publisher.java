package org.jigyo.serve;

import java.nio.file.Path;
import org.jigyo.release.Drawer;
import org.jigyo.release.Releases;

/** A publisher in a process of its own, for tests that kill it. */
final class Publisher {

    private Publisher() {}

    /** Arguments: data folder, folder for Turtle, a number that the release shows in two graphs. */
    public static void main(String[] arguments) {
        System.out.println("begin");
        System.out.flush();
        publish(Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        System.out.println("end");
    }

    /** Publishes a release that says the same number in two graphs, so that a mixture of two releases shows. */
    static void publish(Path data, Path turtle, int number) {
        Drawer drawer = Drawer.ofCity(turtle, 300)
                .put("graph/derived", "jg:left jg:number " + number + " .")
                .put("graph/vocabulary", "jg:right jg:number " + number + " .");
        Releases.in(data).publish(drawer.graphs(), 3);
    }
}
