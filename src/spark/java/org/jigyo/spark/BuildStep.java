package org.jigyo.spark;

import java.nio.file.Path;
import java.util.List;
import org.jigyo.graph.GraphBase;
import org.jigyo.publish.PartBuilding;
import org.jigyo.publish.Source;

/** Builds the part of one city in a task's folder. */
final class BuildStep implements Step {

    /**
     * A city to build.
     *
     * @param base base IRI
     */
    record Input(String base, String city, List<Source> sources) {}

    @Override
    public String run(Path folder, String input) {
        Input city = Json.read(input, Input.class);
        return Json.write(PartBuilding.build(folder, new GraphBase(city.base()), city.city(), city.sources()));
    }
}
