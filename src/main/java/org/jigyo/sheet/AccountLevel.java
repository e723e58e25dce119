package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** The levels of a budget account, largest first; a closed list. */
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

    /** Its code. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
