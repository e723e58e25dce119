package org.jigyo.serve.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jigyo.query.Column;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Answer;

/**
 * The answer of a stored query as <a href="https://parquet.apache.org/docs/">Parquet</a>: a column for each variable, typed as its decorators
 * say. Whole numbers have 64 bits, other numbers are doubles, and years are whole numbers of 32 bits.
 */
public final class ParquetTable {

    /** The registered media type. */
    public static final String MEDIA_TYPE = "application/vnd.apache.parquet";

    /** Rows are held in memory until there are so many bytes. */
    private static final long GROUP = 16L << 20;

    private ParquetTable() {}

    /**
     * Writes a table.
     *
     * @param csv the answer as CSV, with the names of the variables in its first line
     * @param release id of the release, which the file names
     */
    public static void write(StoredQuery query, String release, Reader csv, Path file) throws IOException {
        try (CSVParser rows =
                CSVParser.parse(csv, CSVFormat.DEFAULT.builder().setHeader().get())) {
            List<Column.Type> types = rows.getHeaderNames().stream()
                    .map(name -> type(query, name))
                    .toList();
            MessageType schema = schema(rows.getHeaderNames(), types);
            Map<String, String> about = Map.of("jigyo.query", query.name(), "jigyo.release", release);
            try (ParquetWriter<CSVRecord> out = new CsvRecordSupport.Builder(file, schema, types)
                    .withConf(new PlainParquetConfiguration())
                    .withExtraMetaData(about)
                    .withRowGroupSize(GROUP)
                    .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                    .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_2_0)
                    .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                    .build()) {
                for (CSVRecord row : rows) {
                    out.write(row);
                }
            }
        }
    }

    /**
     * The table as an answer, which replaces the CSV.
     *
     * @param most the largest answer to be kept in memory, in bytes
     */
    public static Answer of(StoredQuery query, String release, Answer csv, long most) throws IOException {
        Path file = Answer.temporary();
        boolean kept = false;
        try (csv;
                Reader text = new BufferedReader(new InputStreamReader(csv.open(), StandardCharsets.UTF_8), 1 << 16)) {
            write(query, release, text, file);
            kept = Files.size(file) > most;
            return kept ? new Answer(MEDIA_TYPE, file) : new Answer(MEDIA_TYPE, Files.readAllBytes(file));
        } finally {
            if (!kept) {
                Files.delete(file);
            }
        }
    }

    private static Column.Type type(StoredQuery query, String name) {
        Column column = query.about().columns().get(name);
        return column == null ? Column.Type.STRING : column.type();
    }

    private static MessageType schema(List<String> names, List<Column.Type> types) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (int i = 0; i < names.size(); i++) {
            schema.addField(field(names.get(i), types.get(i)));
        }
        return schema.named("rows");
    }

    private static Type field(String name, Column.Type type) {
        return switch (type) {
            case STRING, IRI ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
            case INTEGER -> Types.optional(PrimitiveTypeName.INT64).named(name);
            case DECIMAL -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
            case BOOLEAN -> Types.optional(PrimitiveTypeName.BOOLEAN).named(name);
            case DATE ->
                Types.optional(PrimitiveTypeName.INT32)
                        .as(LogicalTypeAnnotation.dateType())
                        .named(name);
            case YEAR, FISCAL_YEAR -> Types.optional(PrimitiveTypeName.INT32).named(name);
        };
    }
}
