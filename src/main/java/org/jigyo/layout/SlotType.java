package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a slot of a script holds; a closed list, each type knows how well a run of text fits it. */
public enum SlotType {
    /** Narrative or name: any text; wrapped lines are joined. A dash is a blank cell. */
    @JsonProperty("text")
    TEXT,
    /** A value of the code list {@code codes}. */
    @JsonProperty("code")
    CODE,
    /** Numbers, one a path; with {@code codes} the values of a code list (「true」 and 「false」 become truth values). */
    @JsonProperty("row")
    ROW,
    /** Printed fiscal years that must lie at the offsets {@code years}; says nothing, but proves the columns. */
    @JsonProperty("years")
    YEARS,
    /** The evaluated fiscal year. */
    @JsonProperty("year")
    YEAR,
    /** A run of digits that stays text, leading zeros included; {@code digits} says how many. */
    @JsonProperty("digits")
    DIGITS,
    /** A budget account: its code of digits and hyphens, then its name. */
    @JsonProperty("account")
    ACCOUNT,
    /** An SDG: two digits or less, then the goal's name. */
    @JsonProperty("goal")
    GOAL,
    /** Numbers of pledges, parted by blanks: 1, 47, 31-1. */
    @JsonProperty("pledges")
    PLEDGES,
    /** Places in the plan: Ⅲ-2, 1, 3 and a label, on one line or, several of them, printed column by column. */
    @JsonProperty("paths")
    PATHS
}
