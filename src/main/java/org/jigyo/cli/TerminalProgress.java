package org.jigyo.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jigyo.publish.Progress;

/**
 * Shows progress as a bar on stderr, only on a terminal. Java cannot tell whether stderr is a terminal; the launcher
 * can, and says so in the system property {@code jigyo.terminal}.
 */
final class TerminalProgress implements Progress {

    private ProgressBar bar;

    private TerminalProgress() {}

    static Progress of(boolean quiet) {
        boolean shown = !quiet && System.getProperty("jigyo.terminal", "").equals("stderr");
        return shown ? new TerminalProgress() : NONE;
    }

    @Override
    public void start(String task, int steps) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    @Override
    public void step() {
        bar.step();
    }

    @Override
    public void end() {
        bar.close();
    }
}
