package org.jigyo.extract.script;

import java.util.List;

/** How well the text after a position fits one kind of element. Pure: the same question has the same answer. */
@FunctionalInterface
interface Fitter {

    /** Every run of text from p on that the step could take. */
    List<Fit> at(Strip strip, Step step, int p);
}
