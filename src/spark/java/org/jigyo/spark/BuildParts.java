package org.jigyo.spark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import org.jigyo.Finding;
import org.jigyo.graph.GraphBase;
import org.jigyo.publish.PartsManifest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The program that {@code spark-submit} starts. */
@Command(
        name = "jigyo-spark",
        mixinStandardHelpOptions = true,
        description = {
            "Read sheets and build cities' parts on Apache Spark.",
            "Paths are those of Hadoop's file systems, such as s3a://bucket/sheets, hdfs:///sheets or /srv/sheets. Copy the output to the"
                    + " machine that publishes, and run: jigyo publish --parts DIR"
        })
public final class BuildParts implements Callable<Integer> {

    @Option(names = "--out", required = true, paramLabel = "PATH", description = "Folder of the output.")
    private String out;

    @Option(
            names = "--data",
            paramLabel = "PATH",
            description =
                    "Copy of the publisher's data folder: its layouts/, corrections/ and registry/ are used (default: none).")
    private String data;

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "Base IRI of the data (default: https://w3id.org/jigyo/).")
    private String base = GraphBase.DEFAULT.iri();

    @Option(names = "--no-drawings", description = "Keep no drawings of the sheets' pages.")
    private boolean withoutDrawings;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, folders or zip archives.")
    private List<String> paths = List.of();

    /** Parses the arguments and runs. Exits only on failure, because in cluster mode Spark takes any exit for one. */
    public static void main(String[] arguments) {
        int exitCode = new CommandLine(new BuildParts()).execute(arguments);
        if (exitCode != 0) {
            System.exit(exitCode);
        }
    }

    @Override
    public Integer call() throws IOException {
        try (SparkSession session = SparkSession.builder().appName("jigyo").getOrCreate()) {
            PartsManifest manifest = run(JavaSparkContext.fromSparkContext(session.sparkContext()));
            Map<Finding.Severity, Long> counts = manifest.findings().stream()
                    .collect(Collectors.groupingBy(Finding::severity, TreeMap::new, Collectors.counting()));
            System.out.println("parts of " + manifest.parts().size() + " cities in " + out
                    + "; findings besides those of the cities: " + counts + ", in " + PartsManifest.FINDINGS);
            return manifest.parts().isEmpty() ? 3 : 0;
        }
    }

    private PartsManifest run(JavaSparkContext spark) throws IOException {
        SerializableConfiguration configuration = new SerializableConfiguration(spark.hadoopConfiguration());
        Storage from = data == null ? null : new Storage(data, configuration);
        Settings settings = new Settings(
                new Storage(out, configuration),
                from,
                from == null ? new TreeMap<>() : Settings.own(from),
                new GraphBase(base).iri(),
                !withoutDrawings,
                ReadStep.class,
                BuildStep.class);
        List<Storage> roots = new ArrayList<>();
        for (String path : paths) {
            roots.add(new Storage(path, configuration));
        }
        return new Job(spark, settings).run(roots, message -> System.err.println("jigyo: " + message));
    }
}
