package org.jigyo.extract.script;

/**
 * What an explanation pays. Zero fits surely. The scale: a value that is missing or text that nobody takes is one damage; an
 * explanation that needs one damage more than the best is still too close to be ruled out.
 */
final class Cost {
    /** A required value is not drawn. */
    static final double VALUE_ABSENT = 3.5;
    /** An optional value is not drawn. */
    static final double OPTIONAL_ABSENT = 0.6;
    /** A required label is not drawn. */
    static final double LABEL_ABSENT = 1;
    /** A label that the form prints only at times is not drawn. */
    static final double OPTIONAL_LABEL_ABSENT = 0.1;
    /** A label is drawn with another letter. */
    static final double LABEL_MISSPELT = 2.5;
    /** A block that nothing takes. */
    static final double BLOCK_LEFT = 6;
    /** A block that holds a dash only, the sign of a blank cell, and that no cell takes. */
    static final double BLANK_LEFT = 5;
    /** A line, or a part of one, that nothing takes. */
    static final double PART_LEFT = 4;
    /** A narrative goes on in the next block. */
    static final double TEXT_OVER_GAP = 5;
    /** A narrative goes on in the next block after a line that is full and ends no sentence. */
    static final double TEXT_OVER_BREAK = 4;
    /** A narrative whose last line is full and ends no sentence. */
    static final double TEXT_BREAKS_OFF = 1;
    /** A narrative goes on after a jump to the right that follows the end of a paragraph. */
    static final double TEXT_OVER_JUMP = 3;
    /** A narrative would swallow a cell that says nothing. */
    static final double TEXT_OVER_BLANK = 3;
    /** A code that its list does not hold. */
    static final double CODE_UNKNOWN = 3;
    /** What is unknown is a part of a known code: the rest stands elsewhere. */
    static final double CODE_TORN = 0.5;
    /** A row with too few or too many columns. */
    static final double ROW_BROKEN = 4;
    /** Text that is a label, a number, a code of another cell. */
    static final double TEXT_LOOKS_OTHER = 3.5;
    /** Text that does not end as such texts usually do. */
    static final double ENDING_UNUSUAL = 1;
    /** Text that is shorter than such texts usually are: the rest of another one. */
    static final double TEXT_SHORT = 2.5;
    /** Text without a full stop where sentences stand. */
    static final double SENTENCE_TORN = 2.5;
    /** Text that ends as those of the cell before it do, with a gap before it that a blank cell would not leave. */
    static final double NOT_GLUED = 0.25;
    /** Text that holds none of the phrases that such texts usually hold. */
    static final double SAYING_UNUSUAL = 2.5;
    /** Text that stands beside the label of another cell. */
    static final double BESIDE_OTHER = 4;
    /** Text that ends as those of another cell do. */
    static final double ENDING_OF_OTHER = 2;

    static final double CUT_WITHIN_LINE = 5;
    /** Dearer than a value that is absent, for a narrative has many sentences; with an optional one absent still a doubt. */
    static final double CUT_AT_SEAM = 3.7;

    static final double CUT_AT_LINE = 3;
    static final double CUT_AT_JUMP = 1.5;
    static final double CUT_AT_JUMP_AFTER_PARAGRAPH = 0.3;

    /** A runner-up that is closer than this makes a value doubtful. */
    static final double DOUBT = 3.2;
    /** A runner-up that is closer than this leaves the value open. */
    static final double TIE = 0.5;

    private Cost() {}
}
