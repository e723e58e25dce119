package org.jigyo.nation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A payment of a national project to a local government, as a row of 行政事業レビュー (review sheets of national projects)
 * states it. Texts are empty where the row has none.
 *
 * @param row position in the table, from 1
 * @param project number of the national project (予算事業ID)
 * @param name of the national project
 * @param ministry Japanese name of the ministry or agency
 * @param bureau of the ministry
 * @param block letter of the block of recipients (支出先ブロック)
 * @param recipient as printed: the local government or a part of it, such as its board of education
 * @param code local government code of the recipient
 * @param contract what was agreed (契約概要)
 * @param item kind of cost (費目)
 * @param use what the money was for (使途)
 * @param yen null where the row has no amount
 */
public record NationalPayment(
        int row,
        String project,
        String name,
        String ministry,
        String bureau,
        String block,
        String recipient,
        String code,
        String contract,
        String item,
        String use,
        BigDecimal yen) {

    /** Name of the table. */
    public static final String TABLE = "payments-2024";

    /** The year of the review sheets, by which national projects are numbered. */
    public static final int REVIEWED = 2024;

    private static final int CODE = 7;

    /** The payments to some local governments, in the order of the table. Its other recipients are unions of them. */
    public static List<NationalPayment> to(Collection<String> codes) {
        List<NationalPayment> payments = new ArrayList<>();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = NationalPayment.class.getResourceAsStream("/reference/" + TABLE + ".csv.gz");
                CSVParser rows = CSVParser.parse(
                        new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8), format)) {
            for (CSVRecord row : rows) {
                if (codes.contains(row.get("corporateNumber").substring(CODE))) {
                    payments.add(of(row));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return payments;
    }

    private static NationalPayment of(CSVRecord row) {
        return new NationalPayment(
                (int) row.getRecordNumber(),
                row.get("project"),
                row.get("name"),
                row.get("ministry"),
                row.get("bureau"),
                row.get("block"),
                row.get("recipient"),
                row.get("corporateNumber").substring(CODE),
                row.get("contract"),
                row.get("item"),
                row.get("use"),
                row.get("yen").isEmpty() ? null : new BigDecimal(row.get("yen")));
    }
}
