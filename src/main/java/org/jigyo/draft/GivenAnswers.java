package org.jigyo.draft;

import java.util.Map;
import java.util.Optional;

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
}
