package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The levels of a budget account, largest first; a closed list. */
public enum AccountLevel {
    /** 会計. */
    @JsonProperty("account")
    ACCOUNT("account"),
    /** 款. */
    @JsonProperty("title")
    TITLE("title"),
    /** 項. */
    @JsonProperty("item")
    ITEM("item"),
    /** 目. */
    @JsonProperty("sub-item")
    SUB_ITEM("sub-item"),
    /** 事業. */
    @JsonProperty("project")
    PROJECT("project");

    private final String word;

    AccountLevel(String word) {
        this.word = word;
    }

    /** Its code. */
    public String word() {
        return word;
    }
}
