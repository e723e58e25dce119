import java.io.IOException;
import java.nio.file.Path;
import org.jigyo.release.Release;

/** Publishes copied records into a new data folder. Arguments: records (JSON Lines), copies, folder. */
final class Growth {

    private Growth() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[2]);
        Path sheets = Copies.write(Copies.of(Path.of(args[0]), Integer.parseInt(args[1])), folder.resolve("sheets"));
        Release release = Copies.publish(folder.resolve("data"), sheets);
        System.out.println(release.cities().size() + " cities, " + release.statements() + " statements");
    }
}
