package org.jigyo.publish;

/** Receives the progress of a task. */
public interface Progress {

    /** Ignores progress. */
    Progress NONE = new Progress() {
        @Override
        public void start(String task, int steps) {}

        @Override
        public void step() {}

        @Override
        public void end() {}
    };

    /** Starts a task with this number of steps. */
    void start(String task, int steps);

    /** One more step is done. */
    void step();

    /** The task is finished. */
    void end();
}
