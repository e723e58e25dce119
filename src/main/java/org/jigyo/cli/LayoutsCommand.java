package org.jigyo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jigyo.layout.Layout;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo layouts}: lists the known forms, and confirms a draft. */
@Command(
        name = "layouts",
        description = "List the forms that can be read.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo layouts",
            "  jigyo layouts --layouts my-forms/ --json",
            "  jigyo layouts confirm my-city-r6.yml sheets/"
        },
        subcommands = LayoutsConfirm.class)
final class LayoutsCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Option(names = "--json", description = "Print one layout a line, as JSON.")
    private boolean json;

    boolean quiet() {
        return main.quiet();
    }

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = command.commandLine().getOut();
        ObjectMapper mapper = new ObjectMapper();
        for (Layout layout : options.layouts()) {
            if (json) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("id", layout.id());
                line.put("city", layout.city());
                line.put("form", layout.form());
                line.put("title", layout.title());
                line.put("applies", layout.applies());
                out.println(mapper.writeValueAsString(line));
            } else {
                out.printf(
                        "%-20s %s  %s%n",
                        layout.id(), layout.city(), layout.title().ja());
                out.printf("%-20s %s%n", "", layout.title().en());
                out.printf("%-20s applies when it prints «%s»%n", "", String.join("», «", layout.applies()));
            }
        }
        out.flush();
        return ExitCode.OK;
    }
}
