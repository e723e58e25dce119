package org.jigyo.draft;

import java.util.List;

/**
 * Something that only a person can decide.
 *
 * @param id what it is about, the same in the next draft from the same form: {@code key:事業費}
 * @param ja the question in Japanese
 * @param en the question in English
 * @param proposed the answer that the draft assumes
 * @param choices other likely answers; empty for a free one
 * @param samples what is printed there
 * @param weight on how many sheets it matters
 */
public record Question(
        String id, String ja, String en, String proposed, List<String> choices, List<String> samples, double weight) {}
