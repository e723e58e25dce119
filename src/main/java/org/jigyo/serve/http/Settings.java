package org.jigyo.serve.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jigyo.EnvironmentException;

/**
 * All limits and switches of the server. {@code fuseki-config/serve.yml} explains each and holds the defaults. Sizes
 * are in bytes, times in seconds.
 */
public record Settings(
        Listen listen,
        Query query,
        Sparql sparql,
        Service service,
        Cache cache,
        Client client,
        Log log,
        Watch release) {

    /** Addresses, ports, threads. */
    public record Listen(
            String host,
            int port,
            String monitorHost,
            int monitorPort,
            int threads,
            int idleSeconds,
            int stopSeconds,
            boolean forwarded) {}

    /** The limits of one query. */
    public record Query(
            double timeSeconds,
            long rows,
            long bytes,
            int memoryBytes,
            int characters,
            int textCharacters,
            int nesting,
            int running,
            double waitSeconds,
            long sortRows,
            int heapPercent) {}

    /** How the server of {@code serve --sparql} is asked. */
    public record Sparql(boolean wholeQueries) {}

    /** The servers that SERVICE may call. */
    public record Service(List<String> allow) {}

    /** Answers kept in memory. */
    public record Cache(long bytes, int entryBytes) {}

    /** Switches and limits for clients. */
    public record Client(boolean cors, boolean gzip, int running, double rateSeconds, boolean rateLoopback) {}

    /** The access log. */
    public record Log(String access) {}

    /** Settings for switching to new releases. */
    public record Watch(
            double watchSeconds, double sessionSeconds, boolean warmUp, double exerciseSeconds, double memoryPercent) {}

    private static final String BUNDLED = "/fuseki-config/serve.yml";

    private static final JsonMapper YAML = JsonMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();

    /** The bundled defaults. */
    public static Settings bundled() {
        try {
            return YAML.treeToValue(defaults(), Settings.class).checked(BUNDLED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(BUNDLED + " is damaged", e);
        }
    }

    /**
     * The defaults with the changes in a file.
     *
     * @throws EnvironmentException if the file cannot be read or has an unknown setting or invalid value
     */
    public static Settings read(Path file) {
        try {
            String text = Files.readString(file);
            JsonNode changes = YAML.readTree(text);
            YAML.readValue(text.isBlank() ? "{}" : text, Settings.class);
            ObjectNode all = defaults();
            merge(all, changes);
            return YAML.treeToValue(all, Settings.class).checked(file.toString());
        } catch (UnrecognizedPropertyException e) {
            throw new EnvironmentException(
                    file + place(e.getLocation()) + ": there is no setting " + e.getPropertyName()
                            + "; the settings are: "
                            + e.getKnownPropertyIds().stream()
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", ")),
                    e);
        } catch (JsonMappingException e) {
            String setting = e.getPath().stream()
                    .map(JsonMappingException.Reference::getFieldName)
                    .collect(Collectors.joining("."));
            throw new EnvironmentException(
                    file + place(e.getLocation()) + ": the value of " + (setting.isEmpty() ? "the whole file" : setting)
                            + " has the wrong type; see fuseki-config/serve.yml",
                    e);
        } catch (JsonProcessingException e) {
            throw new EnvironmentException(
                    file + place(e.getLocation()) + ": not valid YAML: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new EnvironmentException("cannot read the settings " + file + ": " + e.getMessage(), e);
        }
    }

    /** A copy with another address. The monitor's port moves along, so that two servers do not collide there. */
    public Settings at(String host, int port) {
        int monitorPort = listen.monitorPort <= 0 || port == listen.port
                ? listen.monitorPort
                : port == 0 ? 0 : Math.min(65535, listen.monitorPort + port - listen.port);
        Listen other = new Listen(
                host,
                port,
                listen.monitorHost,
                monitorPort,
                listen.threads,
                listen.idleSeconds,
                listen.stopSeconds,
                listen.forwarded);
        return new Settings(other, query, sparql, service, cache, client, log, release).checked("the command line");
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " line " + location.getLineNr();
    }

    private static ObjectNode defaults() {
        try (InputStream in = Settings.class.getResourceAsStream(BUNDLED)) {
            return (ObjectNode) YAML.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException("the program lacks " + BUNDLED, e);
        }
    }

    private static void merge(ObjectNode base, JsonNode changes) {
        changes.properties().forEach(entry -> {
            JsonNode old = base.get(entry.getKey());
            if (old instanceof ObjectNode group && entry.getValue().isObject()) {
                merge(group, entry.getValue());
            } else if (!entry.getValue().isNull()) {
                base.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private Settings checked(String from) {
        SettingsCheck.of(this).forEach(fault -> {
            throw new EnvironmentException(from + ": " + fault);
        });
        return this;
    }
}
