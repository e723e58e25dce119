package org.jigyo.extract.script;

/**
 * What an explanation lets a step take.
 *
 * @param step the step
 * @param start position where it takes it, or would
 * @param fit what it takes, null for nothing
 */
record Choice(Step step, int start, Fit fit) {

    Value value() {
        return fit == null ? Value.NOTHING : fit.value();
    }
}
