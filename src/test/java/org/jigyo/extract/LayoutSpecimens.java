package org.jigyo.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jigyo.Bundled;
import org.jigyo.page.Typesetter;
import org.jigyo.source.SourceFile;
import org.jigyo.source.SourceFiles;

/** The bundled layouts and that of the invented form, and specimen files for them. */
final class LayoutSpecimens {

    private static final Path FORMS = Path.of("src/test/resources/forms");

    private LayoutSpecimens() {}

    /** Each layout as YAML, by the name of its file. */
    static Map<String, String> yaml() throws IOException {
        Map<String, String> yaml = new TreeMap<>();
        Bundled.files("/layouts", ".yml").forEach((n, bytes) -> yaml.put(n, new String(bytes, StandardCharsets.UTF_8)));
        yaml.put("mori-r5.yml", Files.readString(FORMS.resolve("mori-r5.yml")));
        return yaml;
    }

    /** The bundled specimens, and the drawn forms of the tests, typeset into a folder. */
    static List<SourceFile> files(Path folder) throws IOException {
        for (String drawing : List.of("mori", "yokohama-specimen")) {
            Path pdf = folder.resolve(drawing + ".pdf");
            if (!Files.exists(pdf)) {
                Files.write(pdf, Typesetter.pdf(Files.readString(FORMS.resolve(drawing + ".txt"))));
            }
        }
        return SourceFiles.of(List.of(Path.of("src/main/resources/specimens"), folder), f -> {});
    }
}
