package org.jigyo.extract.script;

import java.util.List;

/** Scores how well the text at a position fits one kind of element. Implementations are pure functions. */
@FunctionalInterface
interface Fitter {

    /** Every run of text from p on that the step could take. */
    List<Fit> at(Strip strip, Step step, int p);
}
