package org.jigyo.publish;

import java.nio.file.Path;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.jigyo.Program;
import org.jigyo.graph.GraphBase;
import org.jigyo.registry.Registry;

/**
 * What the builds of all cities share.
 *
 * @param records the sheets
 * @param cities folder of all parts
 */
record CitySetup(GraphBase base, SheetRecords records, Path cities) {

    /** Digest of everything that a part is built from: the same input builds the same part. */
    String input(Registry registry, List<Source> sources) {
        return DigestUtils.sha256Hex(String.join(
                "\n",
                Program.fingerprint(),
                base.iri(),
                records.amendments().digest(registry.city()),
                registry.decided().toString(),
                sources.toString()));
    }
}
