package org.jigyo.serve.export;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jigyo.query.Column;

/** How parquet-java writes a row of CSV: an empty cell has no value. */
final class CsvRecordSupport extends WriteSupport<CSVRecord> {

    private final MessageType schema;
    private final List<Column.Type> types;
    private RecordConsumer out;

    private CsvRecordSupport(MessageType schema, List<Column.Type> types) {
        this.schema = schema;
        this.types = types;
    }

    /** Builds a writer of rows. */
    static final class Builder extends ParquetWriter.Builder<CSVRecord, Builder> {
        private final MessageType schema;
        private final List<Column.Type> types;

        /**
         * A builder for a file.
         *
         * @param types of the columns of the schema
         */
        Builder(Path file, MessageType schema, List<Column.Type> types) {
            super(new LocalOutputFile(file));
            this.schema = schema;
            this.types = types;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // the only abstract one
        protected WriteSupport<CSVRecord> getWriteSupport(Configuration settings) {
            return new CsvRecordSupport(schema, types);
        }

        @Override
        protected WriteSupport<CSVRecord> getWriteSupport(ParquetConfiguration settings) {
            return new CsvRecordSupport(schema, types);
        }
    }

    @Override
    @SuppressWarnings("deprecation") // the only abstract one
    public WriteContext init(Configuration settings) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration settings) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(CSVRecord row) {
        out.startMessage();
        for (int i = 0; i < types.size(); i++) {
            if (!row.get(i).isEmpty()) {
                String name = schema.getFieldName(i);
                out.startField(name, i);
                value(types.get(i), row.get(i));
                out.endField(name, i);
            }
        }
        out.endMessage();
    }

    private void value(Column.Type type, String text) {
        switch (type) {
            case STRING, IRI -> out.addBinary(Binary.fromString(text));
            case INTEGER -> out.addLong(Long.parseLong(text));
            case DECIMAL -> out.addDouble(Double.parseDouble(text));
            case BOOLEAN -> out.addBoolean(Boolean.parseBoolean(text));
            case DATE -> out.addInteger((int) LocalDate.parse(text).toEpochDay());
            case YEAR, FISCAL_YEAR -> out.addInteger(Integer.parseInt(text));
        }
    }
}
