package org.jigyo.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jigyo.Finding.Code;

/** Checks the values of one body: the sheet's own, or that of a part. */
final class BodyChecks {

    private static final int MOST_SLOTS = 999;
    private static final Set<String> RATERS = Set.of("internal", "external");

    private final ValueChecks checks;
    private final String at;

    /**
     * Checks for one body.
     *
     * @param at prefix of its paths; empty for the sheet's own body
     */
    BodyChecks(ValueChecks checks, String at) {
        this.checks = checks;
        this.at = at;
    }

    /** The body without values that no record may hold. */
    Body body(Body body) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        body.attributes().forEach((key, value) -> {
            String path = at + "attributes/" + key;
            Object kept = value == null || !checks.key(path, key) ? null : attribute(path, value);
            if (kept != null) {
                attributes.put(key, kept);
            }
        });
        Map<String, String> texts = new LinkedHashMap<>();
        body.texts().forEach((key, value) -> {
            String path = at + "texts/" + key;
            String kept = checks.key(path, key) ? checks.text(path, value, ValueChecks.TEXT) : null;
            if (kept != null) {
                texts.put(key, kept);
            }
        });
        return new Body(
                attributes,
                texts,
                body.costs().stream().filter(this::cost).toList(),
                body.staffing().stream().filter(this::staffing).toList(),
                body.indicators().stream()
                        .map(this::indicator)
                        .filter(Objects::nonNull)
                        .toList(),
                body.ratings().stream()
                        .map(this::rating)
                        .filter(Objects::nonNull)
                        .toList(),
                body.direction() == null ? null : direction(body.direction()));
    }

    private boolean readable(boolean fits, String path, String why, Object value) {
        return checks.holds(fits, Code.VALUE_UNREADABLE, path, why, value);
    }

    private Object attribute(String path, Object value) {
        if (value instanceof List<?> options) {
            List<Object> kept = new ArrayList<>();
            for (Object option : options) {
                String at = path + "/" + option;
                if (readable(option instanceof String, at, "is not an option", option)
                        && checks.required(at, (String) option, ValueChecks.NAME)) {
                    kept.add(option);
                }
            }
            return kept.isEmpty() ? null : kept;
        }
        if (value instanceof Map<?, ?> years) {
            Map<String, Object> kept = new LinkedHashMap<>();
            years.forEach((year, of) -> {
                String ofYear = path + "/" + year;
                boolean single = of instanceof String || of instanceof Boolean;
                Object sound = readable(
                                single && RecordPaths.KNOWN.misfit(ofYear, of) == null,
                                ofYear,
                                "is not the value of one year",
                                of)
                        ? attribute(ofYear, of)
                        : null;
                if (sound != null) {
                    kept.put((String) year, sound);
                }
            });
            return kept.isEmpty() ? null : kept;
        }
        String misfit = RecordPaths.KNOWN.misfit(path, value);
        boolean fits = misfit == null && !(value instanceof BigDecimal);
        if (!readable(fits, path, misfit == null ? "is a number where a text belongs" : misfit, value)) {
            return null;
        }
        return value instanceof String text ? checks.text(path, text, ValueChecks.NAME) : value;
    }

    private boolean cost(Sheet.Cost cost) {
        String path = at + Facts.path(cost);
        boolean row = "breakdown".equals(cost.item());
        return checks.key(path, cost.item())
                && checks.key(path, cost.phase())
                && (row
                        ? checks.required(path, cost.label(), ValueChecks.NAME)
                        : readable(
                                cost.label() == null,
                                path,
                                "has a label, which only rows of a breakdown may have",
                                cost.label()))
                && checks.year(path, cost.year())
                && readable(cost.unit() == null || cost.unit() > 0, path, "has a currency unit below 1", cost.unit())
                && readable(cost.value() != null, path, "is not a number", null)
                && checks.number(path, cost.value())
                // Rows of a breakdown may have equal labels.
                && (row || checks.first(path, cost.value()));
    }

    private boolean staffing(Sheet.Staffing staffing) {
        String path = at + Facts.path(staffing);
        Object value = staffing.value();
        return checks.key(path, staffing.item())
                && checks.year(path, staffing.year())
                && (value instanceof BigDecimal number
                        ? checks.number(path, number)
                        : readable(value instanceof Boolean, path, "is neither a number nor yes or no", value))
                && checks.first(path, value);
    }

    private PrintedIndicator indicator(PrintedIndicator i) {
        String path = at + "indicators/" + i.slot();
        boolean slot = i.slot() >= 1 && i.slot() <= MOST_SLOTS;
        boolean named = readable(slot, path, "is not a slot of a form", i.slot())
                // An indicator without a name is dropped as a whole; one issue covers the slot.
                && checks.required(path, i.name(), ValueChecks.NAME)
                && checks.first(path, i.name());
        return !named
                ? null
                : new PrintedIndicator(
                        i.slot(),
                        i.name(),
                        checks.text(path + "/unit", i.unit(), ValueChecks.NAME),
                        checks.text(path + "/kind", i.kind(), ValueChecks.NAME),
                        checks.text(path + "/description", i.description(), ValueChecks.TEXT),
                        i.resilienceIndicator(),
                        word(path + "/improvement", i.improvement()),
                        word(path + "/accumulation", i.accumulation()),
                        i.values().stream().filter(v -> value(path, v)).toList());
    }

    private String word(String path, String value) {
        String misfit = value == null ? null : RecordPaths.KNOWN.misfit(path, value);
        return readable(misfit == null, path, misfit, value) ? value : null;
    }

    private boolean value(String indicator, PrintedIndicator.Value value) {
        String path = indicator + "/" + value.kind() + "/" + value.year();
        return checks.key(path, value.kind())
                && checks.year(path, value.year())
                && (value.value() instanceof BigDecimal number
                        ? checks.number(path, number)
                        : readable(
                                        value.value() instanceof String,
                                        path,
                                        "is neither a number nor a text",
                                        value.value())
                                && checks.required(path, (String) value.value(), ValueChecks.NAME))
                && checks.first(path, value.value());
    }

    private Sheet.Rating rating(Sheet.Rating rating) {
        String path = at + Facts.path(rating);
        boolean rater = rating.by() == null || RATERS.contains(rating.by());
        if (!readable(rater, path, "has an unknown rater", rating.by())
                || !checks.key(path, rating.criterion())
                || !checks.first(path, rating.value())) {
            return null;
        }
        String value = checks.text(path, rating.value(), ValueChecks.NAME);
        String reason = checks.text(path + "/reason", rating.reason(), ValueChecks.TEXT);
        return value == null && reason == null
                ? null
                : new Sheet.Rating(rating.criterion(), value, reason, rating.by());
    }

    private Sheet.Direction direction(Sheet.Direction direction) {
        String value = checks.text(at + "direction", direction.value(), ValueChecks.NAME);
        String reason = checks.text(at + "direction/reason", direction.reason(), ValueChecks.TEXT);
        return value == null && reason == null ? null : new Sheet.Direction(value, reason);
    }
}
