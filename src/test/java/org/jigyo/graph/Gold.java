package org.jigyo.graph;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jigyo.RealSheets;
import org.jigyo.sheet.Sheet;

/** The cities' gold records; the context, which a layout would provide, is added here. */
public final class Gold {

    private static final Map<String, Sheet.Context> CONTEXTS = Map.of(
            "0822012021", new Sheet.Context("tsukuba-r3", null, null, null, null),
            "0822012022", new Sheet.Context("tsukuba-r4", 1000, "tsukuba-strategy-2", "tsukuba-2020", null),
            "0822012024", new Sheet.Context("tsukuba-r6", 1000, "tsukuba-strategy-2", "tsukuba-2020", null),
            "1413052023", new Sheet.Context("kawasaki-r5", 1000, "kawasaki-3", null, null),
            "1410032024", new Sheet.Context("yokohama-r7", 1000, null, null, null),
            "2720432024", new Sheet.Context("ikeda-r6", 1000, "ikeda-7", null, null));

    private Gold() {}

    /** All records of forms with a bundled layout, those of lists one by one. */
    public static List<Sheet> sheets() throws IOException {
        return RealSheets.gold().stream().map(g -> with(g.sheet(), g.file())).toList();
    }

    private static Sheet with(Sheet s, String file) {
        Sheet.Source source = new Sheet.Source(file, sha256(file), null);
        Sheet.Context context = CONTEXTS.get(s.city() + s.fiscalYear());
        return s.from(
                new Sheet.Origin(context.form(), source, context), s.head().serial());
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
