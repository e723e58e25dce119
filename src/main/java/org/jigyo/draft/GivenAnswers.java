package org.jigyo.draft;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jigyo.sheet.Printed;

/**
 * What a person answered.
 *
 * @param answers id of the question → answer
 */
record GivenAnswers(Map<String, String> answers) {

    static final GivenAnswers NONE = new GivenAnswers(Map.of());

    Optional<String> of(String id) {
        return Optional.ofNullable(answers.get(id)).filter(a -> !a.isBlank());
    }

    /**
     * The evaluated year of the first sheet; 0 if nobody gave it.
     *
     * @throws DraftException if the answer is no year
     */
    int year() {
        String given = Printed.key(of("year").orElse(""));
        if (!given.isEmpty() && !given.matches("(?:19|20)\\d\\d")) {
            throw new DraftException(
                    "the answer to «year» is «" + given + "»; write a western fiscal year: 2024", null);
        }
        return given.isEmpty() ? 0 : Integer.parseInt(given);
    }

    /**
     * Yen in the unit of the form's amounts; 0 if nobody gave it.
     *
     * @throws DraftException if the answer is no unit
     */
    int unit() {
        String given = Printed.key(of("unit").orElse(""));
        if (given.isEmpty() || given.equals("円")) {
            return given.length();
        }
        if (!FormHead.UNITS.containsKey(given)) {
            throw new DraftException(
                    "the answer to «unit» is «" + given + "»; write one of 円, "
                            + String.join(", ", new TreeSet<>(FormHead.UNITS.keySet())),
                    null);
        }
        return FormHead.UNITS.get(given);
    }

    /** The problem of sheets for which nobody knows the year. */
    static DraftException undated(String what) {
        return new DraftException(
                what + " no fiscal year; give a table of answers (--answer) with a row for it: id year, answer 2024",
                null);
    }
}
