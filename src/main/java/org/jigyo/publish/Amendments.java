package org.jigyo.publish;

import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.extract.Correction;
import org.jigyo.sheet.Sheet;

/** The corrections that hold for a publish, applied to what was read so that they also reach files that are not read again. */
record Amendments(List<Correction> corrections) {

    Sheet apply(Sheet sheet) {
        return Correction.apply(corrections, sheet);
    }

    /** Of those that concern a city. */
    String digest(String city) {
        return DigestUtils.sha256Hex(corrections.stream()
                .filter(correction -> correction.city().equals(city))
                .toList()
                .toString());
    }
}
