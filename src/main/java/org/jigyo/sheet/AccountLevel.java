package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The levels of a budget account (予算科目), largest first; a closed list. */
public enum AccountLevel {
    /** 会計. */
    @JsonProperty("account")
    ACCOUNT,
    /** 款. */
    @JsonProperty("title")
    TITLE,
    /** 項. */
    @JsonProperty("item")
    ITEM,
    /** 目. */
    @JsonProperty("sub-item")
    SUB_ITEM,
    /** 事業. */
    @JsonProperty("project")
    PROJECT;

    /** The code of the level, as layouts and records write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
