import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of every PDF of a folder, by PDFBox's own stripper and nothing else: the floor a reader on PDFBox stands on. */
final class Stripper {

    private Stripper() {}

    public static void main(String[] args) throws IOException {
        List<File> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(f -> f.toString().endsWith(".pdf"))
                    .sorted()
                    .map(Path::toFile)
                    .toList();
        }
        try (BufferedWriter out =
                new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8))) {
            for (File file : files) {
                try (PDDocument document = Loader.loadPDF(file)) {
                    out.write(new PDFTextStripper().getText(document));
                }
            }
        }
    }
}
