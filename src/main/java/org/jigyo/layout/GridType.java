package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a cell of a grid holds; a closed list. A cell that is blank or holds a dash says nothing, whatever its type. */
public enum GridType {
    /** Narrative or name; wrapped lines are joined. */
    @JsonProperty("text")
    TEXT,
    /** A number without a unit. */
    @JsonProperty("number")
    NUMBER,
    /** An amount, with or without the unit that it is printed in: 1,234千円. */
    @JsonProperty("amount")
    AMOUNT,
    /** A number with a percent sign, or without one. */
    @JsonProperty("percent")
    PERCENT,
    /** A number, or a text that says a measure: 80以上. */
    @JsonProperty("measure")
    MEASURE,
    /** A number, or a text that says a measure, or words where a form allows words for figures: 試験運用. */
    @JsonProperty("value")
    VALUE,
    /** A value of the code list {@code codes}; 「true」 and 「false」 become truth values. */
    @JsonProperty("code")
    CODE,
    /** A number or sign and then a name: 「011 …」, 「①…」, 「01-020108-19 …」; {@code and} or the value is the name. */
    @JsonProperty("coded")
    CODED,
    /** Cells of codes and then a name: IV-3, 1, 1, …; the codes are joined by hyphens. */
    @JsonProperty("path")
    PATH,
    /** A name and then its unit in brackets: 「… (件)」; {@code and} is the unit. */
    @JsonProperty("with-unit")
    WITH_UNIT,
    /** A span of fiscal years printed with gaps: 令和 5 年度 ～ 令和 9 年度. */
    @JsonProperty("period")
    PERIOD,
    /** An SDG: its number and its name, that of the code list {@code codes} if there is one; {@code {code}} is goal or target. */
    @JsonProperty("goal")
    GOAL,
    /** A mark (○ ◯ 〇 ☑) or nothing. */
    @JsonProperty("mark")
    MARK,
    /** All options of the code list {@code codes} in one cell, each with its mark of the set {@code marks}. */
    @JsonProperty("options")
    OPTIONS,
    /** Digits that stay text, leading zeros included. */
    @JsonProperty("digits")
    DIGITS,
    /** Text with HTML tags, which become line breaks. */
    @JsonProperty("html")
    HTML
}
