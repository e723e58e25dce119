package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jigyo.draft.Question;
import org.junit.jupiter.api.Test;

/** Questions on the terminal, and the table that keeps what was answered. */
class AnswerDialogueTest {

    private static final List<Question> QUESTIONS =
            List.of(question("a", "texts/x.a"), question("b", "texts/x.b"), question("c", "texts/x.c"));

    private static Question question(String id, String proposed) {
        return new Question(id, "「" + id + "」は何ですか。", "What is «" + id + "»?", proposed, List.of(), List.of("一\n二"), 1);
    }

    private static Map<String, String> ask(String typed, StringWriter shown) {
        return new AnswerDialogue(new BufferedReader(new StringReader(typed)), new PrintWriter(shown)).ask(QUESTIONS);
    }

    @Test
    void takesPathsAndWhatIsProposed() {
        StringWriter shown = new StringWriter();
        assertThat(ask("texts/purpose\n\nignore\n", shown))
                .isEqualTo(Map.of("a", "texts/purpose", "b", "texts/x.b", "c", "ignore"));
        assertThat(shown.toString()).contains("1/3 「a」は何ですか。", "What is «b»?", "一 二", "[texts/x.c]");
    }

    @Test
    void endsAtAPointOrWhereNothingMoreIsTyped() {
        assertThat(ask("ignore\n.\nignore\n", new StringWriter())).isEqualTo(Map.of("a", "ignore"));
        assertThat(ask("", new StringWriter())).isEmpty();
    }

    @Test
    void theTableKeepsAnswers() {
        String table = QuestionTable.of(Map.of("a", "texts/purpose"), QUESTIONS.subList(1, 3));
        assertThat(table).startsWith("id\tanswer\tproposed\tquestion\t質問\tsamples\na\ttexts/purpose\t");
        assertThat(QuestionTable.answers(table)).isEqualTo(Map.of("a", "texts/purpose"));
        assertThat(QuestionTable.answers(table.replace("b\t\t", "b\tignore\t")))
                .isEqualTo(Map.of("a", "texts/purpose", "b", "ignore"));
    }

    @Test
    void aQuestionWithQuotationMarksIsKept() {
        Question quoted = new Question("q\"1", "「\"」", "\"", "x", List.of(), List.of(), 1);
        String table = QuestionTable.of(Map.of(), List.of(quoted)).replace("q\"1\t\t", "q\"1\tignore\t");
        assertThat(QuestionTable.answers(table)).isEqualTo(Map.of("q\"1", "ignore"));
    }

    @Test
    void withoutATerminalTheTableIsNamed() {
        Cli.Said said = Cli.run("draft", "--answer", "-", "sheets");
        assertThat(said.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("questions.tsv");
    }
}
