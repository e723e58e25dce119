package org.jigyo.layout.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jigyo.layout.CodeList;
import org.jigyo.layout.FactGlobs;
import org.jigyo.layout.Label;
import org.jigyo.layout.Layout;
import org.jigyo.layout.NamedIn;
import org.jigyo.sheet.Printed;

/**
 * Compares a layout file with the records it is parsed into: which keys exist, which are required, and what each
 * accepts. To add a key, add a record component; nothing else is needed.
 */
final class KeyCheck {

    /** A cache, because a layout contains the same records hundreds of times and reflection is slow. */
    private static final ClassValue<Map<String, RecordComponent>> KEYS = new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
            Map<String, RecordComponent> keys = new LinkedHashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                keys.put(named == null || named.value().isEmpty() ? component.getName() : named.value(), component);
            }
            return Collections.unmodifiableMap(keys);
        }
    };

    private final JsonNode root;
    private final Problems problems;
    private final Map<String, String> globs = new LinkedHashMap<>();

    KeyCheck(JsonNode root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    /** Checks the whole file. Returns the globs that name facts, by their place. */
    Map<String, String> check() {
        of(root, Layout.class, "");
        return globs;
    }

    /** The JSON pointer of a key in the map at a JSON pointer. */
    static String in(String at, String key) {
        return at + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private void of(JsonNode node, Type type, String at) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                list(node, arguments[0], at);
            } else {
                map(node, arguments[1], at);
            }
        } else if (type == Label.class) {
            label(node, at);
        } else if (type == CodeList.class) {
            codes(node, at);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            record(node, plain, at);
        } else {
            scalar(node, (Class<?>) type, at);
        }
    }

    private boolean expects(boolean right, String what, JsonNode node, String at) {
        if (!right) {
            String got = node.isObject() ? "a map" : node.isArray() ? "a list" : quoted(node);
            problems.add(at, what + " is expected here, but this is " + got);
        }
        return right;
    }

    private static String quoted(JsonNode node) {
        return node.asText().isEmpty() ? "empty" : "«" + node.asText() + "»";
    }

    private void record(JsonNode node, Class<?> type, String at) {
        if (!expects(node.isObject(), "a map of keys", node, at)) {
            return;
        }
        Map<String, RecordComponent> known = keys(type);
        for (Map.Entry<String, JsonNode> e : node.properties()) {
            if (known.containsKey(e.getKey())) {
                component(e.getValue(), known.get(e.getKey()), in(at, e.getKey()));
            } else {
                String message = "unknown key «" + e.getKey() + "»" + Nearest.hint(e.getKey(), known.keySet())
                        + "; the keys allowed here are " + String.join(", ", known.keySet());
                problems.addKey(at, e.getKey(), message);
            }
        }
        known.forEach((key, component) -> {
            if (required(component) && !node.has(key)) {
                problems.add(at, "the key «" + key + "» is missing; add it");
            }
        });
    }

    private void component(JsonNode node, RecordComponent component, String at) {
        of(node, component.getGenericType(), at);
        NamedIn named = component.getAnnotation(NamedIn.class);
        if (named != null && node.isTextual()) {
            List<String> lists = new ArrayList<>();
            root.path(named.value()).fieldNames().forEachRemaining(lists::add);
            if (!lists.contains(node.asText())) {
                String what = named.value().equals("codes") ? "code list" : "mark set";
                String message = "there is no " + what + " «" + node.asText() + "»"
                        + Nearest.hint(node.asText(), lists)
                        + (lists.isEmpty()
                                ? "; define it under "
                                : "; there are " + String.join(", ", lists) + " under ")
                        + "«" + named.value() + "»";
                problems.add(at, message);
            }
        }
        // what is no list is refused as such
        if (component.isAnnotationPresent(FactGlobs.class) && node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                globs.put(at + "/" + i, node.get(i).asText());
            }
        }
    }

    /** The keys of a record as a layout writes them. */
    static Map<String, RecordComponent> keys(Class<?> type) {
        return KEYS.get(type);
    }

    private static boolean required(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named != null && named.required();
    }

    private void list(JsonNode node, Type of, String at) {
        if (expects(node.isArray(), "a list", node, at)) {
            if (node.isEmpty()) {
                problems.add(at, "the list is empty; remove the key or add an entry");
            }
            for (int i = 0; i < node.size(); i++) {
                of(node.get(i), of, at + "/" + i);
            }
        }
    }

    private void map(JsonNode node, Type of, String at) {
        if (expects(node.isObject(), "a map", node, at)) {
            for (Map.Entry<String, JsonNode> e : node.properties()) {
                if (e.getKey().isBlank()) {
                    problems.addKey(at, e.getKey(), "the key before the colon is empty");
                }
                of(e.getValue(), of, in(at, e.getKey()));
            }
        }
    }

    private void label(JsonNode node, String at) {
        if (node.isArray()) {
            list(node, String.class, at);
        } else {
            scalar(node, String.class, at);
        }
    }

    private void codes(JsonNode node, String at) {
        if (expects(
                node.isArray() || node.isObject(),
                "a list of values, or a map from printed form to value,",
                node,
                at)) {
            if (node.isEmpty()) {
                problems.add(at, "the code list is empty; add the printed options");
            } else if (node.isArray()) {
                list(node, String.class, at);
                twice(node, at);
            } else {
                map(node, String.class, at);
            }
        }
    }

    private void twice(JsonNode list, String at) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String key = Printed.key(list.get(i).asText());
            if (seen.contains(key)) {
                problems.add(at + "/" + i, "«" + list.get(i).asText() + "» is listed twice");
            }
            seen.add(key);
        }
    }

    private void scalar(JsonNode node, Class<?> type, String at) {
        if (!expects(node.isTextual(), "a single value", node, at)) {
            return;
        }
        String text = node.asText();
        if (text.isBlank()) {
            problems.add(at, "the value is missing; add one or remove the key");
        } else if (type.isEnum()) {
            List<String> words = words(type);
            if (!words.contains(text)) {
                String message = "«" + text + "» is not allowed here" + Nearest.hint(text, words) + "; allowed are "
                        + String.join(", ", words);
                problems.add(at, message);
            }
        } else if (type == boolean.class || type == Boolean.class) {
            expects(text.equals("true") || text.equals("false"), "true or false", node, at);
        } else if (type == int.class || type == Integer.class) {
            expects(text.matches("[+-]?\\d{1,9}"), "a whole number", node, at);
        } else if (type == Double.class || type == BigDecimal.class) {
            expects(text.matches("[+-]?\\d{1,12}(\\.\\d{1,9})?"), "a number", node, at);
        }
    }

    private static List<String> words(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
    }

    /** A constant of a closed list as a layout writes it. */
    static String word(Enum<?> constant) {
        try {
            JsonProperty word =
                    constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
            return word == null ? constant.name() : word.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
