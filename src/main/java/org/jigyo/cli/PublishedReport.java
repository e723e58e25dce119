package org.jigyo.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jigyo.publish.Published;
import picocli.CommandLine;

/** Reports a publish: the release on stdout, findings and everything else on stderr. */
final class PublishedReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedReport() {}

    /** Prints the report and returns the exit code. */
    static int print(Published published, CommandLine line, boolean quiet, boolean json) {
        PrintWriter err = line.getErr();
        if (!quiet) {
            FindingTable.print(published.findings(), err);
            published.notices().forEach(notice -> err.println("jigyo: " + notice));
        }
        // A refused removal is a finding.
        if (!published.removed().isEmpty() && (quiet || published.release() != null)) {
            err.println("jigyo: sheets " + (published.release() == null ? "that would be removed:" : "removed:"));
            published.removed().forEach(sheet -> err.println("  " + sheet));
        }
        err.flush();
        PrintWriter out = line.getOut();
        if (json) {
            out.println(json(published));
        } else if (published.release() != null) {
            out.printf(
                    "release %s: %d sheets, %d graphs, %d statements%nsources: %s%n",
                    published.release().id(),
                    published.sheets(),
                    published.release().graphs().size(),
                    published.release().statements(),
                    Arrays.stream(Published.Kind.values())
                            .map(kind -> published.count(kind) + " " + word(kind))
                            .collect(Collectors.joining(", ")));
        }
        out.flush();
        boolean refused = published.release() == null && published.sheets() > 0;
        return refused ? ExitCode.SHEETS_WITH_ERRORS : Extract.exitCode(published.sheets(), published.findings());
    }

    private static String word(Published.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String json(Published published) {
        ObjectNode root = JSON.createObjectNode();
        root.put(
                "release",
                published.release() == null ? null : published.release().id());
        root.put("sheets", published.sheets());
        published
                .sources()
                .forEach(change -> root.withArray(word(change.kind()))
                        .addObject()
                        .put("city", change.city())
                        .put("fiscalYear", change.fiscalYear())
                        .put("file", change.file()));
        published.removed().forEach(root.withArray("removedSheets")::add);
        published.notices().forEach(root.withArray("notices")::add);
        return root.toString();
    }
}
