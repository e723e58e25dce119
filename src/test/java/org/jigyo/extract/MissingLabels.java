package org.jigyo.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Layouts in which one label is replaced by words that no page prints, as if the page had lost the label. */
final class MissingLabels {

    private static final Set<String> LABELS = Set.of(
            "right-of",
            "left-of",
            "below",
            "on-line",
            "label",
            "heading",
            "title",
            "opens",
            "printed",
            "under",
            "line");
    private static final String NOWHERE = "〓無〓";

    /** A column that takes its year from its header must keep it. */
    private static final String ANY_YEAR = "{any year}";

    /** What a label must keep: the placeholder of its value or of the year. */
    private static final Map<String, String> PLACES = Map.of("on-line", "{}", "title", "{year}", "printed", "{year}");

    private final JsonNode layout;
    private final Set<String> absent;
    private final Map<String, String> changed = new LinkedHashMap<>();

    private MissingLabels(JsonNode layout, Set<String> absent) {
        this.layout = layout;
        this.absent = absent;
    }

    /**
     * Description of the change → the layout with that change, for each label that a page must print.
     *
     * @param absent rows of a sequence that the sheet does not print
     */
    static Map<String, String> of(String yaml, Set<String> absent) {
        try {
            MissingLabels labels = new MissingLabels(new YAMLMapper().readTree(yaml), absent);
            // A grid that accompanies a script or sequence only adds to it: its labels need not be printed.
            String engine = Stream.of("script", "sequence", "grid")
                    .filter(labels.layout::has)
                    .findFirst()
                    .orElseThrow();
            labels.in(labels.layout.path(engine), "/" + engine);
            return labels.changed;
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void in(JsonNode node, String at) {
        if (node.path("optional").asBoolean()
                || absent.contains(node.path("row").asText())) {
            return;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                in(array.get(i), at + "/" + i);
            }
        }
        for (Map.Entry<String, JsonNode> e : Map.copyOf(map(node)).entrySet()) {
            // With a slot it tells where a page shows the value: evidence, not a label that must be printed.
            boolean evidence = e.getKey().equals("right-of") && node.has("slot");
            if (LABELS.contains(e.getKey()) && !evidence && !e.getValue().isObject()) {
                without((ObjectNode) node, e.getKey(), at);
            } else {
                in(e.getValue(), at + "/" + e.getKey());
            }
        }
    }

    private static Map<String, JsonNode> map(JsonNode node) {
        Map<String, JsonNode> map = new LinkedHashMap<>();
        node.properties().forEach(e -> map.put(e.getKey(), e.getValue()));
        return map;
    }

    /** Wordings of one label go together; headers stacked above a column go one by one. */
    private void without(ObjectNode node, String key, String at) {
        JsonNode was = node.get(key);
        int stacked = key.equals("under") ? was.size() : 1;
        for (int i = 0; i < stacked; i++) {
            boolean dated = (key.equals("under") ? was.get(i) : was).toString().contains(ANY_YEAR);
            String nowhere = NOWHERE + (dated ? ANY_YEAR : PLACES.getOrDefault(key, ""));
            if (key.equals("under")) {
                ArrayNode headers = was.deepCopy();
                node.set(key, headers.set(i, nowhere));
            } else {
                node.put(key, nowhere);
            }
            changed.put(at + " " + key + " " + i + ": " + was, layout.toString());
            node.set(key, was);
        }
    }
}
