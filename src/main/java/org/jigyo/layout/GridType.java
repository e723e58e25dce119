package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The type of a grid cell; a closed list. A cell that is blank or holds a dash has no value, whatever its type. */
public enum GridType {
    /** A narrative or a name; wrapped lines are joined. */
    @JsonProperty("text")
    TEXT,
    /** A number without a unit. */
    @JsonProperty("number")
    NUMBER,
    /** An amount, with or without its unit: 1,234千円. */
    @JsonProperty("amount")
    AMOUNT,
    /** A number with or without a percent sign. */
    @JsonProperty("percent")
    PERCENT,
    /** A number, or a text that expresses a measure: 80以上. */
    @JsonProperty("measure")
    MEASURE,
    /** A number, a text that expresses a measure, or words where a form allows words instead of figures: 試験運用. */
    @JsonProperty("value")
    VALUE,
    /** A value of the code list {@code codes}; "true" and "false" become booleans. */
    @JsonProperty("code")
    CODE,
    /**
     * A number or sign followed by a name: 「011 …」, 「①…」, 「01-020108-19 …」; the name is stored at {@code and} or as the
     * value.
     */
    @JsonProperty("coded")
    CODED,
    /** Cells with codes followed by a name: IV-3, 1, 1, …; the codes are joined with hyphens. */
    @JsonProperty("path")
    PATH,
    /** A name followed by its unit in brackets: 「… (件)」; the unit is stored at {@code and}. */
    @JsonProperty("with-unit")
    WITH_UNIT,
    /** A range of fiscal years printed with gaps: 令和 5 年度 ～ 令和 9 年度. */
    @JsonProperty("period")
    PERIOD,
    /**
     * An SDG: its number and its name (the name in the code list {@code codes}, if given); {@code {code}} is the goal
     * or target.
     */
    @JsonProperty("goal")
    GOAL,
    /** A mark (○ ◯ 〇 ☑) or nothing. */
    @JsonProperty("mark")
    MARK,
    /** All options of the code list {@code codes} in one cell, each with its mark from the set {@code marks}. */
    @JsonProperty("options")
    OPTIONS,
    /** Digits kept as text, including leading zeros. */
    @JsonProperty("digits")
    DIGITS,
    /** Text with HTML tags, which become line breaks. */
    @JsonProperty("html")
    HTML
}
