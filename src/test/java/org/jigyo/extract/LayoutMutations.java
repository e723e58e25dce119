package org.jigyo.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Mutations such as an author's mistakes: a value from elsewhere, a key left out or moved, a letter lost, a number
 * changed, a list cut.
 */
final class LayoutMutations {

    /** Values that an author may write in a wrong place. */
    private static final List<String> ODD = List.of(
            "",
            "0",
            "-1",
            "99",
            "1000000000",
            "true",
            "text",
            "number",
            "code",
            "with-unit",
            "path",
            "mark",
            "measure",
            "rows",
            "last",
            "all",
            "{year}",
            "{year+1}",
            "{any year}",
            "{n}",
            "{row}",
            "{is}",
            "{}",
            "…",
            "*",
            "/",
            "texts/x.own",
            "attributes/x.own",
            "costs/total/settled/{year}",
            "indicators/{n}/unit",
            "staffing/partTimeStaff/{year}",
            "ratings/priority",
            "name",
            "number",
            "fiscalYear",
            "serial",
            "direction/reason",
            "sdgs/{value}",
            "pledges/{value}");

    private final JsonNode layout;
    private final List<Place> places = new ArrayList<>();

    /** A value, in its map or list. */
    private record Place(JsonNode parent, String key, int index) {
        JsonNode value() {
            return parent instanceof ObjectNode map ? map.get(key) : parent.get(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode map) {
                map.set(key, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode map) {
                map.remove(key);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }
    }

    private LayoutMutations(JsonNode layout) {
        this.layout = layout;
        gather(layout);
    }

    /** The layout with one to three slips. */
    static String of(String yaml, Random chance) {
        try {
            JsonNode layout = new YAMLMapper().readTree(yaml);
            for (int slips = 1 + chance.nextInt(3); slips > 0; slips--) {
                new LayoutMutations(layout).slip(chance);
            }
            return layout.toString();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private void gather(JsonNode node) {
        for (Map.Entry<String, JsonNode> e : node.properties()) {
            // The id is the name of the file, and phrases decide whether the layout is used at all.
            if (!node.equals(layout)
                    || !List.of("id", "applies", "absent", "title").contains(e.getKey())) {
                places.add(new Place(node, e.getKey(), 0));
                gather(e.getValue());
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(new Place(node, null, i));
            gather(node.get(i));
        }
    }

    private void slip(Random chance) {
        Place place = places.get(chance.nextInt(places.size()));
        Place other = places.get(chance.nextInt(places.size()));
        JsonNode value = place.value();
        switch (chance.nextInt(8)) {
            case 0 -> place.remove();
            case 1 -> place.set(new TextNode(ODD.get(chance.nextInt(ODD.size()))));
            case 2 -> place.set(other.value().deepCopy());
            case 3 -> alike(value, chance, place);
            case 4 -> place.set(letter(value.asText(), chance));
            case 5 -> twice(place);
            case 6 -> key(place, other);
            default -> place.set(new TextNode(String.valueOf(value.asInt() + chance.nextInt(7) - 3)));
        }
    }

    /** A value of the same key from another place: the type, the label, the path of another field. */
    private void alike(JsonNode value, Random chance, Place place) {
        List<Place> same = places.stream()
                .filter(p -> place.key != null
                        && place.key.equals(p.key)
                        && !p.value().equals(value))
                .toList();
        if (!same.isEmpty()) {
            place.set(same.get(chance.nextInt(same.size())).value().deepCopy());
        }
    }

    private static JsonNode letter(String text, Random chance) {
        if (text.isEmpty()) {
            return new TextNode("x");
        }
        int at = chance.nextInt(text.length());
        return new TextNode(text.substring(0, at) + text.substring(at + 1));
    }

    private static void twice(Place place) {
        if (place.parent instanceof ArrayNode list) {
            list.add(place.value().deepCopy());
        }
    }

    /** A key of one map stands in another. */
    private static void key(Place place, Place other) {
        if (place.parent instanceof ObjectNode map && other.key != null) {
            map.set(other.key, other.value().deepCopy());
        }
    }
}
