package org.jigyo.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.check.CheckReport;
import org.jigyo.graph.GraphBase;
import org.jigyo.graph.Registries;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.sheet.Sheet;

/** The steps of a publish from records on, each with the processor time of the process. */
public final class Steps {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Steps() {}

    /** As {@link Publishing} does, from records on. */
    public static Map<String, Double> publish(List<Sheet> sheets, Path folder, String name) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        Path data = folder.resolve(name);
        long[] checking = {0};
        System.gc();
        long begin = SYSTEM.getProcessCpuTime();
        LastTurtle turtle = new LastTurtle(data);
        LastCheck check = new LastCheck(data, GraphBase.DEFAULT);
        CheckedGraphs graphs = CheckedGraphs.write(
                sheets, Registries.empty(), GraphBase.DEFAULT, Map.of(), folder.resolve("turtle"), turtle.earlier(), written -> {
                    long from = SYSTEM.getProcessCpuTime();
                    CheckReport report = check.check(written);
                    checking[0] += SYSTEM.getProcessCpuTime() - from;
                    return report;
                });
        long checked = SYSTEM.getProcessCpuTime();
        Release release = Releases.in(data).publish(graphs.draft(), 5, check.notices());
        turtle.keep(release, graphs.publication());
        check.keep(release, graphs.draft(), graphs.report());
        long done = SYSTEM.getProcessCpuTime();
        release.notices().forEach(System.err::println);
        seconds.put("records to Turtle", (checked - begin - checking[0]) / 1e9);
        seconds.put("checks", checking[0] / 1e9);
        seconds.put("release", (done - checked) / 1e9);
        seconds.put("**whole**", (done - begin) / 1e9);
        return seconds;
    }
}
