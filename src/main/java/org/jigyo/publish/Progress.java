package org.jigyo.publish;

/** Is told how far long work has come. */
public interface Progress {

    /** Shows nothing. */
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

    /** One step more is done. */
    void step();

    /** The task is done. */
    void end();
}
