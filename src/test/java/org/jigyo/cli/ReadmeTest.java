package org.jigyo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The question of README.md has the answer of README.md. */
class ReadmeTest {

    private static final Path FILE = Path.of("README.md");
    private static final Pattern ANSWER = Pattern.compile("(?s)```csv\\n(.*?)```");

    @TempDir
    private Path temporary;

    @Test
    void theQuestionHasItsAnswer() throws Exception {
        String readme = Files.readString(FILE);
        Path query = Files.writeString(
                temporary.resolve("question.rq"), cut(readme, "(?s)--data-urlencode 'query=\\n(.*?)'\\n```"));
        String data = temporary.resolve("data").toString();
        Cli.run("publish", "--quiet", "--data", data, "src/main/resources/specimens");
        Cli.Said said = Cli.run("query", "--data", data, query.toString(), "--format", "csv");
        String answer = said.out().replace("\r\n", "\n");
        if (System.getProperty("jigyo.golden", "").equals("write")) {
            Files.writeString(
                    FILE, ANSWER.matcher(readme).replaceFirst(Matcher.quoteReplacement("```csv\n" + answer + "```")));
            readme = Files.readString(FILE);
        }
        assertThat(answer).as(said.err()).isEqualTo(cut(readme, ANSWER.pattern()));
    }

    private static String cut(String text, String pattern) {
        Matcher m = Pattern.compile(pattern).matcher(text);
        assertThat(m.find()).as(pattern).isTrue();
        return m.group(1);
    }
}
