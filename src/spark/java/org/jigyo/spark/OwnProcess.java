package org.jigyo.spark;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jigyo.EnvironmentException;

/** Runs a step in a process of its own, so that its death ends nothing else. */
public final class OwnProcess {

    private static final int ENVIRONMENT = 5;

    private OwnProcess() {}

    /** A process ended without a result. */
    static final class Died extends Exception {

        private static final long serialVersionUID = 1;

        Died(int exitCode) {
            super("the process ended with exit code " + exitCode);
        }
    }

    /**
     * Runs a step with as much heap as this process may use.
     *
     * @throws Died if the process ended without a result
     * @throws EnvironmentException if the process could not use the folder
     */
    static String run(Class<? extends Step> step, Path folder, String input)
            throws IOException, InterruptedException, Died {
        Path in = Files.writeString(folder.resolve("input.json"), input);
        Path out = folder.resolve("output.json");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx" + Runtime.getRuntime().maxMemory(),
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        classPath(),
                        OwnProcess.class.getName(),
                        step.getName(),
                        folder.toString(),
                        in.toString(),
                        out.toString())
                .inheritIO()
                .start();
        try {
            int exitCode = process.waitFor();
            if (exitCode == ENVIRONMENT) {
                throw new EnvironmentException("the process could not use " + folder, null);
            }
            if (exitCode != 0 || !Files.exists(out)) {
                throw new Died(exitCode);
            }
            return Files.readString(out);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Everything that this process can load, also what Spark added after the start. */
    private static String classPath() throws IOException {
        Set<String> places = new LinkedHashSet<>();
        for (ClassLoader loader = OwnProcess.class.getClassLoader(); loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    places.add(new File(url.getPath()).getPath());
                }
            }
        }
        places.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
        return String.join(File.pathSeparator, places);
    }

    /** Runs a step: class, folder, file of the input, file for the output. */
    public static void main(String[] arguments) throws Exception {
        try {
            Step step = Class.forName(arguments[0])
                    .asSubclass(Step.class)
                    .getDeclaredConstructor()
                    .newInstance();
            String result = step.run(Path.of(arguments[1]), Files.readString(Path.of(arguments[2])));
            Path out = Path.of(arguments[3]);
            Files.move(Files.writeString(out.resolveSibling("output.tmp"), result), out);
        } catch (EnvironmentException e) {
            e.printStackTrace();
            System.exit(ENVIRONMENT);
        }
    }
}
