package org.jigyo.layout;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How a field of a grid is located, always relative to printed labels; a closed set. */
public sealed interface GridLocator {

    /** The labels that must be printed. */
    List<Label> labels();

    /** Which of the cells to the right of a label to take. */
    enum Take {
        /** The next cell. */
        @JsonProperty("first")
        FIRST,
        /** The second cell. */
        @JsonProperty("second")
        SECOND,
        /** The last filled cell beyond the first. */
        @JsonProperty("last")
        LAST,
        /** Every filled cell up to the next label. */
        @JsonProperty("all")
        ALL,
        /** All cells within the height of the label, row by row, as one text: a table inside a narrative. */
        @JsonProperty("table")
        TABLE,
        /** Each row within the height of the label; the cells of a row together form one value. */
        @JsonProperty("rows")
        ROWS
    }

    /**
     * The cell to the right of a label.
     *
     * @param row which of the rows that the label spans, from 1; null if it spans one
     */
    record RightOf(Label label, Take take, Integer row) implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of(label);
        }
    }

    /** The cell to the left of a label. */
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

    /** A printed line that matches a pattern. */
    record OnLine(String line) implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of();
        }
    }

    /** The name of the file, matched by a pattern. */
    record InFileName(String name) implements GridLocator {
        @Override
        public List<Label> labels() {
            return List.of();
        }
    }

    /** The cells where labelled rows and labelled columns cross. */
    record Crossing(
            @JsonProperty(required = true) List<Row> rows,
            @JsonProperty(required = true) List<GridColumn> columns) implements GridLocator {

        /** Copies the lists. */
        public Crossing {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        /** True if each row has a mark below one of its columns, whose {@code is} is the value: a table of grades. */
        public boolean chosen(String to) {
            return !to.contains("{is}") && rows.stream().allMatch(r -> r.type == GridType.MARK);
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
     * @param rightOf instead of a label: all rows to the right of this label, each with its own label, {@code {label}}
     * @param above true if the label is in the row above its values
     * @param is the text that replaces {@code {row}}
     * @param year offset of the row's year from the evaluated one, where rows are years; the label must print that year
     * @param unit unit that must be printed between label and values: (千円)
     * @param type type of its cells; number if absent
     * @param codes name of the code list, if the type needs one
     * @param pattern the text printed around the values of each cell, as in a field
     * @param with further values of each cell, by their names in the pattern
     */
    record Row(
            Label label,
            @JsonProperty("right-of") Label rightOf,
            boolean above,
            @JsonProperty(required = true) String is,
            Integer year,
            String unit,
            GridType type,
            @NamedIn("codes") String codes,
            Label pattern,
            Map<String, CellValue> with)
            implements CellContent {

        /**
         * Sets the default type.
         *
         * @throws IllegalArgumentException if not exactly one of label and right-of is given
         */
        public Row {
            if ((label == null) == (rightOf == null)) {
                throw new IllegalArgumentException("row «" + is + "» needs exactly one of label and right-of");
            }
            type = type == null ? GridType.NUMBER : type;
            with = with == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(with));
        }

        private Row under(String at) {
            return new Row(label, rightOf, above, is, year, unit, type, codes, pattern, GridField.under(at, with));
        }
    }

    /**
     * Options of a code list, each in a cell of its own with a cell for a mark to its left.
     *
     * @param rightOf the label to the left of the options; its height limits them
     * @param options name of the code list of the options
     * @param marks name of the mark set; ○ ◯ 〇 ● ☑ ✓ if absent
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
     * A slot for each cell below a label, down to the first cell with a different column ruling; {@code {n}} is its
     * number.
     *
     * @param below the label above the column of names
     * @param columns the cells of a slot
     */
    record Rows(
            @JsonProperty(required = true) Label below,
            @JsonProperty(required = true) List<GridColumn> columns) implements GridLocator {

        /** Copies the lists. */
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
