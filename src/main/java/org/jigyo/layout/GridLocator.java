package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a field of a grid is found: a closed vocabulary, always relative to what is printed. */
public sealed interface GridLocator {

    /** The labels that have to be printed. */
    List<Label> labels();

    /** Which of the cells right of a label. */
    enum Take {
        /** The next one. */
        @JsonProperty("first")
        FIRST,
        /** The one after the next. */
        @JsonProperty("second")
        SECOND,
        /** The last one that is filled, beyond the first. */
        @JsonProperty("last")
        LAST,
        /** Each filled one, up to the next label. */
        @JsonProperty("all")
        ALL,
        /** All cells as far as the label reaches down, as one text: a table inside a narrative, row by row. */
        @JsonProperty("table")
        TABLE,
        /** Each row as far as the label reaches down; the cells of a row together are one value. */
        @JsonProperty("rows")
        ROWS
    }

    /** The cell right of a label. */
    record RightOf(Label label, Take take) implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of(label);
        }
    }

    /** The cell left of a label. */
    record LeftOf(Label label) implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of(label);
        }
    }

    /** The cell below a label. */
    record Below(Label label) implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of(label);
        }
    }

    /** Part of a printed line, as a pattern says. */
    record OnLine(String line) implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of();
        }
    }

    /** Part of the name of the file, as a pattern says. */
    record InFileName(String name) implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of();
        }
    }

    /** The cells where labelled rows cross labelled columns. */
    record Crossing(
            @JsonProperty(required = true) List<Row> rows,
            @JsonProperty(required = true) List<GridColumn> columns) implements GridLocator {

        /** Lists are kept as given. */
        public Crossing {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        Crossing under(String at) {
            return new Crossing(rows.stream().map(r -> r.under(at)).toList(), columns);
        }

        @Override
        public List<Label> labels() {
            List<Label> labels = new ArrayList<>();
            rows.forEach(r -> labels.add(r.label() == null ? r.rightOf() : r.label()));
            columns.forEach(c -> labels.addAll(c.under()));
            return labels;
        }
    }

    /**
     * A row of a crossing.
     *
     * @param label the row's label
     * @param rightOf instead of a label: the rows right of this one, each with a label of its own, {@code {label}}
     * @param above true when the label stands in a row above its values
     * @param is what {@code {row}} becomes
     * @param unit printed between label and values, and to be proved: (千円)
     * @param type what its cells hold, number when absent
     * @param codes name of the code list, when the type needs one
     * @param pattern what is printed around the values of each cell, as in a field
     * @param with further values of each cell, by their names in the pattern
     */
    record Row(
            Label label,
            @JsonProperty("right-of") Label rightOf,
            boolean above,
            @JsonProperty(required = true) String is,
            String unit,
            GridType type,
            @NamedIn("codes") String codes,
            Label pattern,
            Map<String, CellValue> with)
            implements CellContent {

        /**
         * An absent type is a number.
         *
         * @throws IllegalArgumentException when not exactly one of label and right-of is given
         */
        public Row {
            if ((label == null) == (rightOf == null)) {
                throw new IllegalArgumentException("row «" + is + "» needs either label or right-of");
            }
            type = type == null ? GridType.NUMBER : type;
            with = with == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(with));
        }

        private Row under(String at) {
            return new Row(label, rightOf, above, is, unit, type, codes, pattern, GridField.under(at, with));
        }
    }

    /**
     * Options of a code list, each in a cell of its own with a cell for a mark to its left.
     *
     * @param rightOf the options stand right of this label, as far as it reaches down
     * @param options name of the code list of the options
     * @param marks name of the set of marks; ○ ◯ 〇 ● ☑ ✓ when absent
     */
    record Marked(
            @JsonProperty(value = "right-of", required = true)
            Label rightOf,

            @NamedIn("codes") @JsonProperty(required = true) String options,
            @NamedIn("marks") String marks)
            implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of(rightOf);
        }
    }

    /**
     * A slot for each cell below a label, down to the first cell that is ruled otherwise; {@code {n}} is its number.
     *
     * @param below the label over the column of names
     * @param columns the cells of a slot
     */
    record Rows(
            @JsonProperty(required = true) Label below,
            @JsonProperty(required = true) List<GridColumn> columns) implements GridLocator {

        /** Lists are kept as given. */
        public Rows {
            columns = List.copyOf(columns);
        }

        @Override
        public List<Label> labels() {
            List<Label> labels = new ArrayList<>(List.of(below));
            columns.forEach(c -> labels.addAll(c.under()));
            columns.stream().map(GridColumn::line).filter(Objects::nonNull).forEach(labels::add);
            return labels;
        }
    }
}
