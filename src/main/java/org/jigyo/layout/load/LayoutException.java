package org.jigyo.layout.load;

import java.util.List;

/** A layout file that cannot be used. Each problem has file, line and column, and says what is allowed there. */
public final class LayoutException extends RuntimeException {

    private final transient List<String> problems;

    LayoutException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line for each problem: {@code form.yml:12:7: what is wrong}. */
    public List<String> problems() {
        return problems;
    }
}
