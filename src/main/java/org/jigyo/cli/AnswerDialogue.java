package org.jigyo.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jigyo.draft.Question;

/** Asks the questions of a draft one after the other on the terminal. */
final class AnswerDialogue {

    private static final String END = ".";
    private static final int SAMPLES = 3;

    private final BufferedReader in;
    private final PrintWriter out;

    AnswerDialogue(BufferedReader in, PrintWriter out) {
        this.in = in;
        this.out = out;
    }

    /** The answers: id of the question → answer. A question answered with an empty line keeps what is proposed. */
    Map<String, String> ask(List<Question> questions) {
        Map<String, String> answers = new LinkedHashMap<>();
        out.println("Enter: as proposed 案のとおり · a path or ignore · " + END + " ends 終了");
        int n = 0;
        for (Question q : questions) {
            n++;
            out.println();
            out.println(n + "/" + questions.size() + " " + q.ja());
            out.println("    " + q.en());
            if (!q.samples().isEmpty()) {
                out.println("    "
                        + String.join(
                                " / ",
                                q.samples().stream()
                                        .limit(SAMPLES)
                                        .map(s -> s.replaceAll("\\s+", " "))
                                        .toList()));
            }
            if (!q.choices().isEmpty()) {
                out.println("    " + String.join(" | ", q.choices()));
            }
            out.print("[" + q.proposed() + "] ");
            out.flush();
            String line = line();
            if (line == null || line.strip().equals(END)) {
                break;
            }
            answers.put(q.id(), line.isBlank() ? q.proposed() : line.strip());
        }
        return answers;
    }

    private String line() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
