package org.jigyo.publish;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jigyo.EnvironmentException;
import org.jigyo.nation.LocalGovernmentCode;
import org.jigyo.sheet.Printed;
import org.jigyo.sheet.RecordPaths;
import org.jigyo.sheet.RecordPaths.Holds;

/**
 * The corrections of a data folder: {@code corrections/*.yml}, each file a list of entries. Strict: an invalid entry is
 * refused with file, entry and key.
 */
final class CorrectionFiles {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final List<String> KEYS =
            List.of("city", "fiscalYear", "number", "name", "field", "was", "now", "reason", "who", "when");
    private static final String OPTIONAL = "number";

    /** Facts that identify a sheet within its file, and that cannot be corrected. */
    private static final Set<String> FIXED = Set.of("city", "fiscalYear");

    private CorrectionFiles() {}

    /**
     * All corrections of a folder, in order of file name and entry; empty if there is no such folder.
     *
     * @throws EnvironmentException for the first invalid entry or unreadable file
     */
    static List<Correction> in(Path folder) {
        List<Correction> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> corrected = new HashSet<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
                read(file, Files.readString(file), corrected, all);
            }
        } catch (IOException e) {
            throw new EnvironmentException("cannot read " + folder + ": " + EnvironmentException.reason(e), e);
        }
        return all;
    }

    private static void read(Path file, String yaml, Set<String> corrected, List<Correction> into) {
        if (yaml.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
            return;
        }
        List<Map<String, String>> entries;
        try {
            entries = MAPPER.readValue(yaml, new TypeReference<>() {});
        } catch (JsonMappingException e) {
            throw new EnvironmentException(
                    file + place(e) + ": must be a list of entries with a text or number for each key", e);
        } catch (JsonProcessingException e) {
            throw new EnvironmentException(
                    file + ", line " + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = new Entry(file + ", entry " + (i + 1), entries.get(i));
            Correction correction = entry.correction();
            String what = correction.city() + "\n" + correction.fiscalYear() + "\n" + correction.number() + "\n"
                    + correction.name() + "\n" + correction.field();
            entry.require(corrected.add(what), "field", "is already corrected by an earlier entry");
            into.add(correction);
        }
    }

    private static String place(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? ", entry " + (step.getIndex() + 1)
                        : ", key " + step.getFieldName())
                .collect(Collectors.joining());
    }

    /**
     * An entry of a file.
     *
     * @param place file and number of the entry
     */
    private record Entry(String place, Map<String, String> values) {

        void require(boolean condition, String key, String otherwise) {
            if (!condition) {
                throw new EnvironmentException(place + ", key " + key + ": " + otherwise);
            }
        }

        Correction correction() {
            if (values == null) {
                throw new EnvironmentException(place + ": is empty");
            }
            values.keySet().forEach(key -> require(KEYS.contains(key), key, "is unknown; the keys are " + KEYS));
            for (String key : KEYS) {
                String value = values.get(key);
                require(key.equals(OPTIONAL) || (value != null && !value.isBlank()), key, "is missing");
            }
            String field = values.get("field");
            Set<Holds> kinds = RecordPaths.KNOWN.at(field);
            require(LocalGovernmentCode.exists(values.get("city")), "city", "is not the code of a local government");
            require(!kinds.isEmpty(), "field", "a sheet record has no field «" + field + "»");
            require(!FIXED.contains(field), "field", "«" + field + "» identifies the sheet and cannot be corrected");
            require(
                    kinds.stream().anyMatch(k -> k.accepts("") || k.accepts(BigDecimal.ONE)),
                    "field",
                    "only figures and texts can be corrected");
            for (String key :
                    kinds.stream().noneMatch(k -> k.accepts("")) ? List.of("was", "now") : List.<String>of()) {
                require(Printed.number(values.get(key)).isPresent(), key, "«" + values.get(key) + "» is not a number");
            }
            return new Correction(
                    values.get("city"),
                    year(),
                    values.get(OPTIONAL),
                    values.get("name"),
                    field,
                    values.get("was"),
                    values.get("now"),
                    values.get("reason"),
                    values.get("who"),
                    date());
        }

        private int year() {
            String year = values.get("fiscalYear");
            require(year.matches("[12][0-9]{3}"), "fiscalYear", "«" + year + "» is not a western year");
            return Integer.parseInt(year);
        }

        private LocalDate date() {
            try {
                return LocalDate.parse(values.get("when"));
            } catch (DateTimeParseException e) {
                throw new EnvironmentException(
                        place + ", key when: «" + values.get("when") + "» is not a date such as 2026-04-01", e);
            }
        }
    }
}
