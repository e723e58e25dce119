package org.jigyo.spark;

import java.nio.file.Path;

/**
 * Work that needs nothing but a local folder, so that it can be done in this process or in one of its own. Implementations have a
 * constructor without parameters.
 */
interface Step {

    /**
     * Does the work.
     *
     * @param folder what it works on, and where it leaves files
     * @param input what to do, as JSON
     * @return the result as JSON
     * @throws org.jigyo.EnvironmentException if the folder cannot be used
     */
    String run(Path folder, String input) throws Exception;
}
