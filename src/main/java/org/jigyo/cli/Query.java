package org.jigyo.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.system.Txn;
import org.jigyo.EnvironmentException;
import org.jigyo.query.QueryParameter;
import org.jigyo.query.StoredQuery;
import org.jigyo.query.WrongParameter;
import org.jigyo.release.OpenRelease;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.serve.export.ParquetTable;
import org.jigyo.serve.query.LocalQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jigyo query}: runs a stored query, or one from a file, on the current release without a server. */
@Command(
        name = "query",
        description =
                "Query the current release with a stored query or a SPARQL file. Without a name, list the stored queries.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo query                                            list the stored queries",
            "  jigyo query sdg-goal-cost --param year=2024 --format csv",
            "  jigyo query my-question.rq --format json",
            "  jigyo query observations --param edition=082201/2024 --format parquet > 082201-2024.parquet"
        })
final class Query implements Callable<Integer> {

    /** Output formats for rows. A query that constructs a graph always returns Turtle. */
    enum Format {
        TABLE,
        CSV,
        JSON,
        PARQUET
    }

    @Spec
    private CommandSpec command;

    @Mixin
    private DataOptions data = new DataOptions();

    @Option(names = "--param", paramLabel = "NAME=VALUE", description = "Value of a query parameter; may be repeated.")
    private Map<String, String> params = new LinkedHashMap<>();

    @Option(names = "--format", paramLabel = "F", description = "table, csv, json or parquet (default: table).")
    private Format format = Format.TABLE;

    @Parameters(arity = "0..1", paramLabel = "NAME|FILE", description = "Name of a stored query, or a SPARQL file.")
    private String name;

    @Override
    public Integer call() {
        SortedMap<String, StoredQuery> stored = StoredQuery.bundled();
        if (name == null) {
            stored.values().forEach(this::describe);
            command.commandLine().getOut().flush();
            return ExitCode.OK;
        }
        StoredQuery named = query(stored);
        org.apache.jena.query.Query query = bound(named);
        Release release = Releases.in(data.folder())
                .current()
                .orElseThrow(() -> new EnvironmentException(
                        data.folder() + " contains no release; run «jigyo publish» or «jigyo serve» first"));
        try (OpenRelease open = OpenRelease.verified(release)) {
            Txn.executeRead(open.dataset(), () -> answer(named, query, open));
        }
        return ExitCode.OK;
    }

    private void describe(StoredQuery query) {
        command.commandLine()
                .getOut()
                .printf(
                        "%-28s %s%n%-28s %s%n",
                        query.name(), query.about().summary(), "", query.about().summaryJa());
        for (QueryParameter p : query.about().params()) {
            command.commandLine()
                    .getOut()
                    .printf(
                            "%-28s   --param %s=%s  %s%n",
                            "", p.name(), p.value() == null ? "…" : p.value(), p.description());
        }
    }

    private org.apache.jena.query.Query bound(StoredQuery named) {
        try {
            return named.bind(params);
        } catch (WrongParameter e) {
            String allowed = e.allowed().isEmpty() ? "" : " Allowed: " + String.join(", ", e.allowed());
            throw new ParameterException(command.commandLine(), e.getMessage() + allowed, e);
        }
    }

    private StoredQuery query(SortedMap<String, StoredQuery> stored) {
        if (stored.containsKey(name)) {
            return stored.get(name);
        }
        Path file = Path.of(name);
        if (!Files.isRegularFile(file)) {
            throw new ParameterException(
                    command.commandLine(),
                    "there is no stored query and no file " + name + "; the stored queries are: "
                            + String.join(", ", stored.keySet()));
        }
        try {
            return StoredQuery.of(name, Files.readString(file));
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private void answer(StoredQuery named, org.apache.jena.query.Query query, OpenRelease release) {
        PrintStream out = System.out;
        try (QueryExecution execution = LocalQuery.over(release, query)) {
            if (query.isAskType()) {
                out.println(execution.execAsk());
            } else if (query.isConstructType()) {
                RDFDataMgr.write(out, execution.execConstruct(), Lang.TURTLE);
            } else if (query.isDescribeType()) {
                RDFDataMgr.write(out, execution.execDescribe(), Lang.TURTLE);
            } else {
                switch (format) {
                    case TABLE -> ResultSetFormatter.out(out, execution.execSelect(), query);
                    case CSV -> ResultSetFormatter.output(out, execution.execSelect(), ResultSetLang.RS_CSV);
                    case JSON -> ResultSetFormatter.output(out, execution.execSelect(), ResultSetLang.RS_JSON);
                    case PARQUET ->
                        parquet(named, execution.execSelect(), release.release().id(), out);
                }
            }
        }
        out.flush();
    }

    /** By way of a CSV in a temporary folder, because Parquet is only written to files. */
    private static void parquet(StoredQuery named, ResultSet rows, String release, PrintStream out) {
        try {
            Path csv = Files.createTempFile("jigyo", ".csv");
            Path table = Files.createTempFile("jigyo", ".parquet");
            try {
                try (OutputStream to = Files.newOutputStream(csv)) {
                    ResultSetFormatter.output(to, rows, ResultSetLang.RS_CSV);
                }
                try (Reader from = Files.newBufferedReader(csv)) {
                    ParquetTable.write(named, release, from, table);
                }
                Files.copy(table, out);
            } finally {
                Files.delete(csv);
                Files.delete(table);
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot write Parquet: " + EnvironmentException.reason(e), e);
        }
    }
}
