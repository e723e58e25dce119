package org.jigyo.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jigyo.Bundled;
import org.jigyo.layout.load.Layouts;
import org.junit.jupiter.api.Test;

/**
 * The JSON Schema of layouts is generated from the records that parse them, so that an editor knows what the program
 * knows.
 */
class LayoutSchemaTest {

    private static final Path FILE = Path.of("src/main/resources/layouts/layout.schema.json");

    @Test
    void theSchemaIsThatOfTheRecords() throws IOException {
        String made = made().toPrettyString() + "\n";
        if (System.getProperty("jigyo.golden", "").equals("write")) {
            Files.writeString(FILE, made);
        }
        assertThat(Files.readString(FILE)).isEqualTo(made);
    }

    @Test
    void everyLayoutKeepsTheSchema() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(FILE));
        for (Map.Entry<String, byte[]> file : Bundled.files("/layouts", ".yml").entrySet()) {
            JsonNode layout = new YAMLMapper().readTree(new String(file.getValue(), StandardCharsets.UTF_8));
            assertThat(schema.validate(layout)).as(file.getKey()).isEmpty();
        }
    }

    /** The program reads its own layouts unchecked. */
    @Test
    void everyBundledLayoutPassesTheChecks() {
        Map<String, byte[]> files = Bundled.files("/layouts", ".yml");
        assertThat(files.entrySet().stream()
                        .map(e -> Layouts.read(e.getKey(), new String(e.getValue(), StandardCharsets.UTF_8))))
                .extracting(Layout::id)
                .isNotEmpty()
                .containsExactlyElementsOf(
                        Layouts.bundled().stream().map(Layout::id).toList());
    }

    @Test
    void anUnknownKeyBreaksTheSchema() throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(FILE));
        JsonNode layout = new YAMLMapper().readTree("{id: x, colour: red}");
        assertThat(schema.validate(layout)).isNotEmpty();
    }

    private static JsonNode made() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        new ObjectMapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(
                        JacksonOption.RESPECT_JSONPROPERTY_REQUIRED, JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(Option.FORBIDDEN_ADDITIONAL_PROPERTIES_BY_DEFAULT, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES)
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
        config.forTypesInGeneral().withCustomDefinitionProvider((type, context) -> {
            ObjectNode node = context.getGeneratorConfig().createObjectNode();
            if (type.getErasedType() == Label.class) {
                // A label: one wording, or several.
                node.putArray("oneOf")
                        .add(scalar(node.objectNode()))
                        .add(node.objectNode().put("type", "array").set("items", scalar(node.objectNode())));
                return new CustomDefinition(
                        node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
            }
            if (type.getErasedType() == CodeList.class) {
                // Values as printed, or printed form → value.
                node.putArray("oneOf")
                        .add(node.objectNode().put("type", "array").set("items", scalar(node.objectNode())))
                        .add(node.objectNode()
                                .put("type", "object")
                                .set("additionalProperties", scalar(node.objectNode())));
                return new CustomDefinition(
                        node, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
            }
            return null;
        });
        return new SchemaGenerator(config.build()).generateSchema(Layout.class);
    }

    private static ObjectNode scalar(ObjectNode node) {
        node.putArray("type").add("string").add("number").add("boolean");
        return node;
    }
}
