package org.jigyo.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jigyo.draft.sample.PartBlock;
import org.jigyo.draft.words.FormLexicon.Group;
import org.jigyo.draft.words.FormLexicon.Meaning;
import org.jigyo.sheet.Printed;

/** Proposes fields for options with a mark each. */
final class OptionFields {

    private static final Pattern GOAL = Pattern.compile("(?:ゴール|目標)?(1[0-7]|[1-9])\\D.*");

    private OptionFields() {}

    /** Proposes the options as SDGs, as a choice, or as a rating. */
    static void propose(FormOptions options, DraftParts parts, PartBlock block, GivenAnswers answers) {
        Map<String, String> printed = new LinkedHashMap<>();
        boolean goals = options.options().stream().allMatch(o -> GOAL.matcher(o).matches());
        options.printed()
                .forEach((word, text) -> printed.put(
                        Printed.text(text.lines().toList()).replace("\n", ""), goals ? number(word) : word));
        Meaning known = parts.lexicon()
                .meaning(Group.FIELDS, options.word())
                .filter(m -> m.key().startsWith("attributes/")
                        || m.key().equals("direction")
                        || m.key().startsWith("ratings/"))
                .orElse(null);
        String answer = answers.of("options:" + options.word()).orElse(null);
        if ("ignore".equals(answer)) {
            return;
        }
        String to = answer != null
                ? answer
                : goals
                        ? "sdgs/{value}"
                        : known != null && !known.key().startsWith("attributes/")
                                ? known.key()
                                : "attributes/" + parts.ownKey("attributes", options.word()) + "/{value}";
        Map<String, Object> field = TableColumn.map("to", to);
        Map<String, Object> marked = new LinkedHashMap<>();
        marked.put("right-of", options.word());
        marked.put("options", parts.codeList(goals ? "goals" : to.replace("/{value}", ""), printed));
        field.put("marked", marked);
        boolean part = block.words().containsKey(options.word());
        double certainty = goals ? 1 : known != null ? known.certainty() : 0.5;
        parts.free(to);
        if (certainty < 1) {
            parts.ask(new Question(
                    "options:" + options.word(),
                    "「" + options.word() + "」の選択肢は何ですか。",
                    "What do the options beside «" + options.word() + "» say?",
                    to,
                    List.of(),
                    options.options().stream().limit(5).toList(),
                    1 - certainty));
        }
        parts.add(new Proposal(
                field,
                options.word(),
                List.of(options.word()),
                null,
                options.labels(),
                part,
                certainty,
                options.labels().size(),
                options.options().stream().limit(5).toList()));
    }

    private static String number(String word) {
        Matcher m = GOAL.matcher(word);
        return m.matches() ? m.group(1) : word;
    }

    /** The words of options, which are labels and no headings. */
    static List<String> words(List<FormOptions> all) {
        return all.stream().flatMap(o -> o.options().stream()).toList();
    }
}
