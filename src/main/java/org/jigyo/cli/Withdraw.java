package org.jigyo.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.jigyo.publish.Published;
import org.jigyo.publish.Publishing;
import org.jigyo.publish.Request;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code jigyo withdraw}: creates a release without the named data. */
@Command(
        name = "withdraw",
        description = {
            "Publish the current release without a city, one of its editions, or one file of an edition.",
            "Earlier releases still contain it until they are deleted; see «jigyo releases»."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  jigyo withdraw 082201                     all of つくば市",
            "  jigyo withdraw 082201/2021                one edition",
            "  jigyo withdraw 082201/2021/list.txt       one file of it"
        })
final class Withdraw implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Spec
    private CommandSpec command;

    @Mixin
    private ReadOptions options = new ReadOptions();

    @Mixin
    private ReleaseOptions made = new ReleaseOptions();

    @Parameters(arity = "1..*", paramLabel = "CITY[/EDITION[/FILE]]", description = "What to remove.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        Request request = new Request(List.of(), null, names, false, false, false, null, null, null, made.keep());
        try {
            Published published = Publishing.publish(
                    options.data(), options.reader(true), TerminalProgress.of(main.quiet()), request);
            return PublishedReport.print(published, command.commandLine(), main.quiet(), made.json());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
