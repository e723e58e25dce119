package org.jigyo.nation;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jigyo.EnvironmentException;

/**
 * A table of figures about local governments from another source than their sheets, such as a census.
 *
 * @param name lower-case letters, digits and hyphens
 * @param about where the figures come from, and what its columns mean
 * @param figures the figures, in the order of the rows
 * @param left names of areas that are no local governments of today, whose rows were left out
 */
public record ReferenceTable(String name, About about, List<Figure> figures, List<String> left) {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * A figure of one local government and year.
     *
     * @param code local government code
     * @param year western year; of money, the year in which the fiscal year begins
     * @param statistic key of what is counted
     */
    public record Figure(String code, int year, String statistic, BigDecimal value) {}

    /**
     * The mapping of a table.
     *
     * @param title by language: ja, en
     * @param description by language
     * @param source address of the original
     * @param publisher of the original, by language
     * @param issued the day on which it was published
     * @param licence address of the terms; null if unknown
     * @param government column with a code, a corporate number or a name; null for the list of local governments itself
     * @param year of all figures; 0 if a column says it
     * @param yearColumn column with the western year; null if all figures are of one year
     * @param statistics key of what is counted → column
     */
    public record About(
            Map<String, String> title,
            Map<String, String> description,
            String source,
            Map<String, String> publisher,
            String issued,
            String licence,
            String government,
            int year,
            String yearColumn,
            SortedMap<String, Column> statistics) {

        /**
         * Reads a mapping.
         *
         * @param file its name, for messages
         * @throws EnvironmentException if it is not of the described form; the message has file and key
         */
        public static About read(String file, String yaml) {
            try {
                return YAML.readValue(yaml, About.class).checked(file);
            } catch (JsonProcessingException e) {
                throw new EnvironmentException(
                        file + ", line "
                                + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()) + ": "
                                + e.getOriginalMessage(),
                        e);
            }
        }

        private About checked(String file) {
            require(
                    file,
                    "title",
                    title != null && title.keySet().containsAll(List.of("ja", "en")),
                    "must have ja and en");
            require(file, "publisher", publisher != null && !publisher.isEmpty(), "is missing");
            require(file, "source", web(source), "must be an http(s) address");
            require(file, "licence", licence == null || web(licence), "must be an http(s) address");
            try {
                LocalDate.parse(String.valueOf(issued));
            } catch (DateTimeParseException e) {
                require(file, "issued", false, "must be a date such as 2021-06-25");
            }
            return new About(
                    title,
                    description == null ? Map.of() : description,
                    source,
                    publisher,
                    issued,
                    licence,
                    government,
                    year,
                    yearColumn,
                    statistics == null ? new TreeMap<>() : statistics);
        }

        private static boolean web(String address) {
            return address != null && address.matches("https?://[!-~&&[^<>\"{}|\\\\^`]]+");
        }

        static void require(String file, String key, boolean condition, String otherwise) {
            if (!condition) {
                throw new EnvironmentException(file + ", key " + key + ": " + otherwise);
            }
        }
    }

    /**
     * A column of figures.
     *
     * @param column its heading
     * @param ja what is counted, in Japanese; null if the code list of statistics has the key
     * @param en the same in English
     * @param times factor of every figure, 1000 for 千円; null for 1
     */
    public record Column(String column, String ja, String en, BigDecimal times) {}
}
