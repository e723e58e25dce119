package org.jigyo.layout.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A YAML text as a tree that knows the position of each value. Scalars are texts as written. Anchors and merge keys
 * ({@code <<: *name}) are expanded, and an alias of a list within a list of maps is spliced into that list.
 */
final class YamlTree {

    /** Limit on expanded values, because anchors can make a file of a few lines a tree of billions. */
    private static final int MOST_VALUES = 100_000;

    private final String file;
    private final IdentityHashMap<JsonNode, Mark> values = new IdentityHashMap<>();
    private final IdentityHashMap<JsonNode, Map<String, Mark>> keys = new IdentityHashMap<>();
    private final JsonNode root;
    private int count;

    private YamlTree(String file, String yaml) {
        this.file = file;
        Node node;
        try {
            node = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            throw refused(e.getProblemMark(), "this is not valid YAML: " + e.getProblem() + hint(e.getProblem()));
        } catch (YAMLException e) {
            throw refused(null, "this is not valid YAML: " + e.getMessage());
        }
        if (node == null) {
            throw refused(null, "the file is empty");
        }
        root = value(node, 0);
    }

    /** What to do where a text that should be quoted is taken for the beginning of a map or list. */
    private static String hint(String problem) {
        return problem != null && problem.matches(".*got [\\[{].*")
                ? "; a text with { or [ in it needs quotation marks: {to: \"costs/total/settled/{year}\", …}"
                : "";
    }

    /**
     * Parses a text.
     *
     * @throws LayoutException if it is not valid YAML, or if a key is repeated
     */
    static YamlTree of(String file, String yaml) {
        return new YamlTree(file, yaml);
    }

    JsonNode root() {
        return root;
    }

    private JsonNode value(Node node, int depth) {
        if (++count > MOST_VALUES || depth > 50) {
            throw refused(node.getStartMark(), "the file is too large for a layout, or an anchor contains itself");
        }
        JsonNode value = switch (node.getNodeId()) {
            case mapping -> map((MappingNode) node, depth);
            case sequence -> list((SequenceNode) node, depth);
            default -> scalar((ScalarNode) node);
        };
        values.put(value, node.getStartMark());
        return value;
    }

    private static JsonNode scalar(ScalarNode node) {
        boolean none =
                node.getScalarStyle() == ScalarStyle.PLAIN && node.getTag().equals(Tag.NULL);
        // Not from the factory, which shares one object for all empty texts, so that they would share their position.
        return none ? new TextNode("") : new TextNode(node.getValue());
    }

    private JsonNode list(SequenceNode node, int depth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        boolean maps = node.getValue().stream().anyMatch(MappingNode.class::isInstance);
        for (Node entry : node.getValue()) {
            JsonNode value = value(entry, depth + 1);
            boolean part = maps && entry instanceof SequenceNode;
            if (part) {
                value.forEach(list::add);
            } else {
                list.add(value);
            }
        }
        return list;
    }

    private JsonNode map(MappingNode node, int depth) {
        ObjectNode map = JsonNodeFactory.instance.objectNode();
        Map<String, Mark> marks = new HashMap<>();
        for (NodeTuple entry : node.getValue()) {
            if (!merges(entry)) {
                put(map, marks, entry, depth);
            }
        }
        for (NodeTuple entry : node.getValue()) {
            if (merges(entry)) {
                merge(map, marks, entry.getValueNode(), depth);
            }
        }
        keys.put(map, marks);
        return map;
    }

    private static boolean merges(NodeTuple entry) {
        return entry.getKeyNode().getTag().equals(Tag.MERGE);
    }

    private void put(ObjectNode map, Map<String, Mark> marks, NodeTuple entry, int depth) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            throw refused(entry.getKeyNode().getStartMark(), "a key must be a single word");
        }
        if (map.has(key.getValue())) {
            throw refused(key.getStartMark(), "the key «" + key.getValue() + "» is used twice in the same map");
        }
        map.set(key.getValue(), value(entry.getValueNode(), depth + 1));
        marks.put(key.getValue(), key.getStartMark());
    }

    private void merge(ObjectNode map, Map<String, Mark> marks, Node merged, int depth) {
        List<Node> sources = merged instanceof SequenceNode several ? several.getValue() : List.of(merged);
        for (Node source : sources) {
            if (!(value(source, depth + 1) instanceof ObjectNode more)) {
                throw refused(source.getStartMark(), "only a map can be merged with «<<»");
            }
            more.properties().forEach(e -> {
                if (!map.has(e.getKey())) {
                    map.set(e.getKey(), e.getValue());
                    marks.put(e.getKey(), keys.get(more).get(e.getKey()));
                }
            });
        }
    }

    private LayoutException refused(Mark at, String message) {
        return new LayoutException(List.of(place(at) + ": " + message));
    }

    private String place(Mark at) {
        return at == null ? file : file + ":" + (at.getLine() + 1) + ":" + (at.getColumn() + 1);
    }

    /** File, line and column of the value at a JSON pointer, or of the nearest enclosing value. */
    String place(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            Mark mark = values.get(root.at(at));
            if (mark != null) {
                return place(mark);
            }
        }
        return place(values.get(root));
    }

    /** File, line and column of a key of the map at a JSON pointer. */
    String keyPlace(String pointer, String key) {
        Mark mark = keys.getOrDefault(root.at(pointer), Map.of()).get(key);
        return mark == null ? place(pointer) : place(mark);
    }
}
