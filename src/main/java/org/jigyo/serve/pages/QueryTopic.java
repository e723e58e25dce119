package org.jigyo.serve.pages;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.jigyo.query.StoredQuery;

/**
 * Stored queries under a heading.
 *
 * @param title the heading
 * @param entries the queries, by name
 */
public record QueryTopic(String title, List<QueryEntry> entries) {

    /** A heading, and the first tags of the queries that stand under it. */
    private record Heading(List<String> tags, String en, String ja) {

        boolean over(StoredQuery query) {
            return query.about().tags().stream().limit(1).anyMatch(tags::contains);
        }

        String in(String language) {
            return language.equals("ja") ? ja : en;
        }
    }

    private static final List<Heading> HEADINGS = load();

    private static List<Heading> load() {
        try (InputStream file = QueryTopic.class.getResourceAsStream("/web/topics.yml")) {
            return JsonMapper.builder(new YAMLFactory()).build().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The queries under their headings. */
    static List<QueryTopic> of(Collection<StoredQuery> queries, String language) {
        return HEADINGS.stream()
                .map(heading -> new QueryTopic(
                        heading.in(language),
                        queries.stream()
                                .filter(heading::over)
                                .map(query -> QueryEntry.of(query, language))
                                .toList()))
                .filter(topic -> !topic.entries().isEmpty())
                .toList();
    }
}
