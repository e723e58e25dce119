package org.jigyo.spark;

import java.nio.file.Path;
import org.apache.spark.TaskContext;

/** Builds parts, but some cities end the program: つくば市 only while others are built beside it, 池田市 always. */
final class FaultyBuild implements Step {

    static final String HEAVY = "082201";
    static final String POISON = "272043";

    @Override
    public String run(Path folder, String input) {
        boolean beside = TaskContext.get() != null;
        String city = Json.read(input, BuildStep.Input.class).city();
        if (city.equals(POISON) || (beside && city.equals(HEAVY))) {
            Runtime.getRuntime().halt(137);
        }
        return new BuildStep().run(folder, input);
    }
}
