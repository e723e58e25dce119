package org.jigyo.extract.script;

/**
 * The costs of an alignment; a perfect fit costs 0. A missing value or unassigned text counts as one defect. An
 * alignment that needs one defect more than the best is still too close to be ruled out.
 */
final class Cost {
    /** A required value is not drawn. */
    static final double VALUE_ABSENT = 3.5;
    /** An optional value is not drawn. */
    static final double OPTIONAL_ABSENT = 0.6;
    /** A required label is not drawn. */
    static final double LABEL_ABSENT = 1;
    /** A label that the form does not always print is not drawn. */
    static final double OPTIONAL_LABEL_ABSENT = 0.1;
    /** A label is drawn with one different letter. */
    static final double LABEL_MISSPELT = 2.5;
    /** A block that is not assigned. */
    static final double BLOCK_LEFT = 6;
    /** A block with only a dash, the sign of a blank cell, that is not assigned to a cell. */
    static final double BLANK_LEFT = 5;
    /** A line, or a part of one, that is not assigned. */
    static final double PART_LEFT = 4;
    /** A narrative continues in the next block. */
    static final double TEXT_OVER_GAP = 5;
    /** A narrative continues in the next block after a full line that does not end a sentence. */
    static final double TEXT_OVER_BREAK = 4;
    /** A narrative whose last line is full and does not end a sentence. */
    static final double TEXT_BREAKS_OFF = 1;
    /** A narrative continues after a jump to the right that follows the end of a paragraph. */
    static final double TEXT_OVER_JUMP = 3;
    /** A narrative would absorb a blank cell. */
    static final double TEXT_OVER_BLANK = 3;
    /** A code that is not in its list. */
    static final double CODE_UNKNOWN = 3;
    /** The unknown code is a part of a known one; its rest is elsewhere. */
    static final double CODE_TORN = 0.5;
    /** A row with too few or too many columns. */
    static final double ROW_BROKEN = 4;
    /** Text that looks like a label, a number, or a code of another cell. */
    static final double TEXT_LOOKS_OTHER = 3.5;
    /** Text without a typical ending of such texts. */
    static final double ENDING_UNUSUAL = 1;
    /** Text shorter than such texts usually are: the rest of another text. */
    static final double TEXT_SHORT = 2.5;
    /** Text without a full stop where sentences are expected. */
    static final double SENTENCE_TORN = 2.5;
    /** Text that ends like those of the cell before it, after a gap that a blank cell would not leave. */
    static final double NOT_GLUED = 0.25;
    /** Text without any of the phrases that such texts usually contain. */
    static final double SAYING_UNUSUAL = 2.5;
    /** Text next to the label of another cell. */
    static final double BESIDE_OTHER = 4;
    /** Text with a typical ending of another cell's texts. */
    static final double ENDING_OF_OTHER = 2;

    static final double CUT_WITHIN_LINE = 5;
    /**
     * More than a missing value, because a narrative has many sentences; together with a missing optional value still a
     * doubt.
     */
    static final double CUT_AT_SEAM = 3.7;

    static final double CUT_AT_LINE = 3;
    static final double CUT_AT_JUMP = 1.5;
    static final double CUT_AT_JUMP_AFTER_PARAGRAPH = 0.3;

    /** A runner-up closer than this makes a value doubtful. */
    static final double DOUBT = 3.2;
    /** A runner-up closer than this makes a value undecided. */
    static final double TIE = 0.5;

    private Cost() {}
}
