package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The type of a script slot; a closed list. Each type can score how well a run of text fits it. */
public enum SlotType {
    /** A narrative or a name: any text; wrapped lines are joined. A dash means blank. */
    @JsonProperty("text")
    TEXT,
    /** A value of the code list {@code codes}. */
    @JsonProperty("code")
    CODE,
    /**
     * Numbers, one for each path; with {@code codes} the values of a code list ("true" and "false" become booleans).
     */
    @JsonProperty("row")
    ROW,
    /** Printed fiscal years that must have the offsets {@code years}. They are not facts, but verify the columns. */
    @JsonProperty("years")
    YEARS,
    /** The evaluated fiscal year. */
    @JsonProperty("year")
    YEAR,
    /** A run of digits kept as text, including leading zeros; {@code digits} is their number. */
    @JsonProperty("digits")
    DIGITS,
    /** A budget account: its code of digits and hyphens, followed by its name. */
    @JsonProperty("account")
    ACCOUNT,
    /** An SDG: at most two digits, followed by the goal's name. */
    @JsonProperty("goal")
    GOAL,
    /** Numbers of pledges, separated by spaces: 1, 47, 31-1. */
    @JsonProperty("pledges")
    PLEDGES,
    /** Elements of the plan: Ⅲ-2, 1, 3 and a label on one line, or several elements printed column by column. */
    @JsonProperty("paths")
    PATHS
}
