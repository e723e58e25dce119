package org.jigyo.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;
import org.jigyo.release.LoadFiles;
import org.jigyo.release.Release;
import org.jigyo.release.Served;

/**
 * A running Virtuoso, reached by its own program isql.
 *
 * @param address {@code HOST:PORT} of its SQL port
 */
record Virtuoso(String address, String user, String password) {

    /** A line of the count by graph. */
    private static final Pattern COUNT = Pattern.compile("(?m)^(\\S+)\\s+(\\d+)\\s*$");

    /**
     * Refuses a database that holds a release already.
     *
     * @throws EnvironmentException if it does, or cannot be reached
     */
    void checkEmpty(Release release) {
        Map<String, Long> counts = counts();
        counts.keySet().removeIf(graph -> !belongs(graph, release));
        if (!counts.isEmpty()) {
            throw new EnvironmentException("the Virtuoso at " + address + " holds a release already, or a part of one ("
                    + counts.keySet().iterator().next()
                    + "): load each release into an empty database, so that nobody meets two of them");
        }
    }

    private static boolean belongs(String graph, Release release) {
        return graph.startsWith(release.base() + "graph/")
                || List.of(Served.DEFAULT, Served.RELEASE).contains(graph);
    }

    /**
     * Loads the files of a release, and checks that every statement arrived.
     *
     * @return number of statements of the release
     * @throws EnvironmentException if one did not; the release is then not complete there, and not served
     */
    long load(Release release, Path files) {
        bulk(files, "%" + LoadFiles.ENDING);
        Map<String, Long> counts = counts();
        long sum = 0;
        for (Release.Part part : release.graphs()) {
            check(part.graph(), part.statements(), counts);
            sum += part.statements();
        }
        check(Served.DEFAULT, release.statements(), counts);
        bulk(files, LoadFiles.LAST);
        return sum;
    }

    private void check(String graph, long expected, Map<String, Long> counts) {
        long found = counts.getOrDefault(graph, 0L);
        if (found != expected) {
            throw new EnvironmentException("of " + expected + " statements of <" + graph + "> the Virtuoso at "
                    + address + " holds " + found + "; see its log, and load again into an empty database");
        }
    }

    private void bulk(Path files, String names) {
        String folder = "'" + files.toString().replace("'", "''") + "'";
        run("ld_dir(" + folder + ", '" + names + "', ''); rdf_loader_run(); checkpoint;");
        String failed = run("select concat(ll_file, ': ', coalesce(ll_error, 'not read')) from DB.DBA.load_list"
                + " where ll_state <> 2 or ll_error is not null;");
        if (!failed.isBlank()) {
            throw new EnvironmentException("Virtuoso could not load " + failed.strip());
        }
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        Matcher lines = COUNT.matcher(run("select id_to_iri(G), count(*) from DB.DBA.RDF_QUAD group by G;"));
        while (lines.find()) {
            counts.put(lines.group(1), Long.parseLong(lines.group(2)));
        }
        return counts;
    }

    private String run(String statements) {
        try {
            Process isql = new ProcessBuilder(
                            program(),
                            address,
                            user,
                            password,
                            "VERBOSE=OFF",
                            "BANNER=OFF",
                            "PROMPT=OFF",
                            "ECHO=OFF",
                            "ERRORS=STDOUT",
                            "exec=" + statements)
                    .redirectErrorStream(true)
                    .start();
            isql.getOutputStream().close();
            String answer = new String(isql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (isql.waitFor() != 0 || answer.contains("*** Error")) {
                throw new EnvironmentException("Virtuoso at " + address + " says: " + answer.strip()
                        + " (for a folder: is it in DirsAllowed of virtuoso.ini?)");
            }
            return answer;
        } catch (IOException e) {
            throw new EnvironmentException("cannot run isql: " + EnvironmentException.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("stopped while Virtuoso was loading", e);
        }
    }

    /** Debian calls the program isql-vt, because isql is another one there. */
    private static String program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of("isql-vt", "isql")
                .filter(name -> Stream.of(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, name))))
                .findFirst()
                .orElseThrow(
                        () -> new EnvironmentException(
                                "neither isql-vt nor isql of Virtuoso is on the PATH (Debian: apt-get install virtuoso-opensource-7)"));
    }
}
