package org.jigyo.sheet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A Japanese era, by fiscal years: the first fiscal year of an era is the one in which it begins (2019 is 令和元年度). Years
 * before 1926 are not known.
 */
public enum Era {
    @JsonProperty("令和")
    REIWA("令和", "R", 2019, 99),
    @JsonProperty("平成")
    HEISEI("平成", "H", 1989, 31),
    @JsonProperty("昭和")
    SHOWA("昭和", "S", 1926, 64);

    /** The names and letters of all eras, as an alternation for regular expressions. */
    public static final String WORDS = "令和|平成|昭和|R|H|S";

    private final String name;
    private final String letter;
    private final int first;
    private final int last;

    Era(String name, String letter, int first, int last) {
        this.name = name;
        this.letter = letter;
        this.first = first;
        this.last = last;
    }

    /** The era with this name or letter. */
    public static Optional<Era> named(String word) {
        for (Era era : values()) {
            if (era.name.equals(word) || era.letter.equals(word)) {
                return Optional.of(era);
            }
        }
        return Optional.empty();
    }

    /** The western year of a year of this era, counted from 1; empty if the era does not have that year. */
    public OptionalInt western(int year) {
        return year >= 1 && year <= last ? OptionalInt.of(first + year - 1) : OptionalInt.empty();
    }

    /** A western year in era notation, 令和6 or 令和元. A year before the known eras stays western. */
    public static String year(int western) {
        return of(western)
                .map(e -> e.name + (western == e.first ? "元" : western - e.first + 1))
                .orElse(Integer.toString(western));
    }

    /** A western year in short era notation, R6 or R1. A year before the known eras stays western. */
    public static String shortYear(int western) {
        return of(western).map(e -> e.letter + (western - e.first + 1)).orElse(Integer.toString(western));
    }

    private static Optional<Era> of(int western) {
        for (Era era : values()) {
            if (western >= era.first) {
                return Optional.of(era);
            }
        }
        return Optional.empty();
    }
}
