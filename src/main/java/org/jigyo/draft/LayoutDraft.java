package org.jigyo.draft;

import java.util.List;
import java.util.Set;
import org.jigyo.coverage.Coverage;
import org.jigyo.draft.words.KnownForm;
import org.jigyo.extract.FileReading;
import org.jigyo.layout.Layout;
import org.jigyo.sheet.FieldPath;

/**
 * A layout that is proposed for an unknown form.
 *
 * @param layout the layout
 * @param yaml its file, with comments
 * @param labels the words that the form prints as labels, with years as distances from the evaluated one
 * @param known the layout that the form resembles and the draft starts from; null for none
 * @param fields how sure each of its fields is
 * @param questions what only a person can decide, the most useful first
 * @param coverage what the layout reads of the sheets it was drafted from
 * @param readings these sheets, read with it
 */
public record LayoutDraft(
        Layout layout,
        String yaml,
        Set<String> labels,
        KnownForm known,
        List<Field> fields,
        List<Question> questions,
        Coverage coverage,
        List<FileReading> readings) {

    /**
     * A field of the draft.
     *
     * @param path its path in the record, with placeholders
     * @param label the printed label it is known by
     * @param certainty 0 to 1
     * @param filled on how many of the sheets it has a value
     * @param samples some of the values
     */
    public record Field(String path, String label, double certainty, int filled, List<String> samples) {}

    /** Copies the lists. */
    public LayoutDraft {
        labels = Set.copyOf(labels);
        fields = List.copyOf(fields);
        questions = List.copyOf(questions);
        readings = List.copyOf(readings);
    }

    /** How sure the field of a fact is, 0 to 1; 1 for what the layout itself says. */
    public double certainty(String path) {
        String plain = path.replaceFirst("^parts/[^/]*/", "");
        return fields.stream()
                .filter(f -> new FieldPath(Proposal.glob(f.path())).covers(plain))
                .mapToDouble(Field::certainty)
                .max()
                .orElse(1);
    }
}
