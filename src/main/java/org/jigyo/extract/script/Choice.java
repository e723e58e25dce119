package org.jigyo.extract.script;

/**
 * The text that an alignment assigns to a step.
 *
 * @param step the step
 * @param start position where its text begins, or would begin
 * @param fit the text; null if there is none
 */
record Choice(Step step, int start, Fit fit) {

    Value value() {
        return fit == null ? Value.NOTHING : fit.value();
    }
}
