package org.jigyo.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jigyo.draft.Question;

/** Questions of a draft as a table with a column for answers, separated by tabs. */
final class QuestionTable {

    private static final int SAMPLES = 5;
    private static final CSVFormat FORMAT = CSVFormat.TDF
            .builder()
            .setHeader("id", "answer", "proposed", "question", "質問", "samples")
            .setQuote(null)
            .setRecordSeparator('\n')
            .get();

    private QuestionTable() {}

    /** The answers in a table: id of the question → answer. */
    static Map<String, String> answers(String table) {
        Map<String, String> answers = new LinkedHashMap<>();
        try (var rows = FORMAT.builder().setSkipHeaderRecord(true).get().parse(new StringReader(table))) {
            for (CSVRecord row : rows) {
                if (row.size() > 1 && !row.get(1).isBlank()) {
                    answers.put(row.get(0).strip(), row.get(1).strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answers;
    }

    /** The table of what was answered and of what is still asked. */
    static String of(Map<String, String> answers, List<Question> questions) {
        StringBuilder table = new StringBuilder(String.join("\t", FORMAT.getHeader())).append('\n');
        answers.forEach((id, answer) -> row(table, id, answer, "", "", "", ""));
        for (Question q : questions) {
            String samples =
                    String.join(" / ", q.samples().stream().limit(SAMPLES).toList());
            row(table, q.id(), "", q.proposed(), q.en(), q.ja(), samples);
        }
        return table.toString();
    }

    private static void row(StringBuilder table, String... cells) {
        table.append(String.join("\t", Stream.of(cells).map(QuestionTable::cell).toList()))
                .append('\n');
    }

    private static String cell(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
