package org.jigyo.graph;

import java.util.List;
import java.util.Map;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Value;
import org.jigyo.Finding;
import org.jigyo.nation.Laws;
import org.jigyo.sheet.Facts;
import org.jigyo.sheet.Sheet;

/** Maps narrative cells, short coded cells, ratings and the direction of an evaluation. */
final class CellMapping {

    private CellMapping() {}

    static void map(OneSheet one) {
        one.sheet().body().texts().forEach((key, text) -> narrative(one, key, text, "texts/" + key));
        one.sheet().body().attributes().forEach((key, value) -> attribute(one, key, value));
        one.sheet().body().ratings().forEach(r -> rating(one, r));
        if (one.sheet().body().direction() != null) {
            direction(one, one.sheet().body().direction());
        }
    }

    private static void narrative(OneSheet one, String key, String text, String path) {
        IRI node = one.evaluationPart("narrative", key);
        one.out()
                .add(one.evaluation(), Iris.jg("narrative"), node)
                .type(node, Iris.JG + "Narrative")
                .add(node, Iris.jg("section"), one.codes().ofKey("section", one.city(), key))
                .add(node, Iris.jg("text"), Iris.ja(text));
        one.extracts().link(one, path, node);
        shortcut(one, path, Iris.ja(text));
        if (Iris.jg("legalBasis").equals(one.codes().property(path))) {
            laws(one, text, path);
        }
    }

    /** The laws that the legal basis names exactly, each with the article as printed. */
    private static void laws(OneSheet one, String text, String path) {
        List<Laws.Citation> citations = Laws.cited(text);
        for (int i = 0; i < citations.size(); i++) {
            Laws.Law law = citations.get(i).law();
            String article = citations.get(i).article();
            IRI citation = one.evaluationPart("law", String.valueOf(i + 1));
            one.out()
                    .add(one.evaluation(), Iris.jg("lawCitation"), citation)
                    .type(citation, Iris.JG + "LawCitation")
                    .add(citation, Iris.jg("law"), one.shared().law(law))
                    .add(citation, Iris.jg("articleAsPrinted"), article.isEmpty() ? null : Iris.ja(article));
            one.extracts().link(one, path, citation);
        }
    }

    /** Adds the key's own property, for keys to which the ontology gives one. */
    private static void shortcut(OneSheet one, String path, Value value) {
        IRI property = one.codes().property(path);
        if (property != null) {
            one.out().add(one.evaluation(), property, value);
        }
    }

    private static void attribute(OneSheet one, String key, Object value) {
        if (value instanceof Map<?, ?> years) {
            years.forEach((year, of) -> {
                IRI node = one.evaluationPart("attribute", key + "-" + year);
                one.out().add(node, Iris.jg("fiscalYear"), one.fiscalYear(Integer.parseInt(year.toString())));
                attribute(one, key, of, "attributes/" + key + "/" + year, node);
            });
        } else {
            attribute(one, key, value, "attributes/" + key, one.evaluationPart("attribute", key));
        }
    }

    private static void attribute(OneSheet one, String key, Object value, String path, IRI node) {
        one.out()
                .add(one.evaluation(), Iris.jg("attribute"), node)
                .type(node, Iris.JG + "Attribute")
                .add(node, Iris.jg("attributeKey"), one.codes().ofKey("attribute", one.city(), key));
        for (Object single : value instanceof List<?> options ? options : List.of(value)) {
            Value object = single instanceof Boolean flag
                    ? Iris.typed(flag.toString(), "boolean")
                    : Iris.ja(single.toString());
            one.out()
                    .add(node, Iris.jg("attributeValue"), object)
                    .add(node, Iris.jg("attributeConcept"), one.codes().option(one.city(), key, single.toString()));
            one.extracts().link(one, value instanceof List<?> ? path + "/" + single : path, node);
            shortcut(one, path, object);
        }
    }

    private static void rating(OneSheet one, Sheet.Rating rating) {
        String path = Facts.path(rating);
        IRI node = one.evaluationPart("rating", path.substring(path.indexOf('/') + 1));
        one.out()
                .add(one.evaluation(), Iris.jg("rating"), node)
                .type(node, Iris.JG + "Rating")
                .add(node, Iris.jg("criterion"), one.codes().ofKey("criterion", one.city(), rating.criterion()))
                .add(
                        node,
                        Iris.jg("ratedBy"),
                        rating.by() == null ? null : Iris.iri(Iris.CODE + "rater/" + rating.by()))
                .add(node, Iris.jg("valueAsPrinted"), rating.value() == null ? null : Iris.text(rating.value()))
                .add(node, Iris.jg("reason"), rating.reason() == null ? null : Iris.ja(rating.reason()));
        one.extracts().link(one, path, node);
        one.extracts().link(one, path + "/reason", node);
        if (rating.value() != null) {
            IRI value = one.codes()
                    .scaleValue(
                            one.city(),
                            rating.criterion(),
                            rating.value(),
                            number(one, rating.criterion(), rating.value()));
            one.out().add(node, Iris.jg("ratingValue"), value);
            if (value == null) {
                unknown(one, path, rating.value());
            }
        }
    }

    private static void direction(OneSheet one, Sheet.Direction direction) {
        if (direction.value() != null) {
            directionValue(one, direction.value());
        }
        if (direction.reason() != null) {
            narrative(one, "directionReason", direction.reason(), "direction/reason");
        }
    }

    private static void directionValue(OneSheet one, String value) {
        IRI concept = one.codes().direction(one.city(), value, number(one, "direction", value));
        if (concept == null) {
            unknown(one, "direction", value);
        }
        one.out()
                .add(one.evaluation(), Iris.jg("direction"), concept)
                .add(one.evaluation(), Iris.jg("directionAsPrinted"), Iris.ja(value));
        one.extracts().link(one, "direction", Iris.jg("directionAsPrinted"), Iris.ja(value));
    }

    private static Integer number(OneSheet one, String list, String value) {
        return one.shared().registry().code(list, value);
    }

    private static void unknown(OneSheet one, String path, String value) {
        one.doubt(
                Finding.Severity.WARNING,
                Finding.Code.CODE_UNKNOWN,
                path,
                "«" + value + "» is not in any code list of this city; it is kept as printed, without a concept");
    }
}
