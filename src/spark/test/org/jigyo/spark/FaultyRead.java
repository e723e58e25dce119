package org.jigyo.spark;

import java.nio.file.Path;
import org.apache.spark.TaskContext;

/** Reads files, but some end the program: one only while others are read beside it, one always. */
final class FaultyRead implements Step {

    @Override
    public String run(Path folder, String input) throws Exception {
        boolean beside = TaskContext.get() != null;
        if (input.contains("poison") || (beside && input.contains("heavy"))) {
            Runtime.getRuntime().halt(137);
        }
        return new ReadStep().run(folder, input);
    }
}
