import java.io.IOException;
import java.nio.file.Path;
import org.jigyo.release.Release;

/**
 * Copied records for a publish, and the publish, each in a process of its own: {@code write RECORDS COPIES FOLDER}, {@code city RECORDS
 * SHEETS FOLDER} for sheets of one city and year, {@code publish FOLDER DATA}.
 */
final class Growth {

    private Growth() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "write" -> Copies.write(Copies.of(Path.of(args[1]), Integer.parseInt(args[2])), Path.of(args[3]));
            case "city" -> Copies.write(Copies.ofOneCity(Path.of(args[1]), Integer.parseInt(args[2])), Path.of(args[3]));
            default -> {
                Release release = Copies.publish(Path.of(args[2]), Path.of(args[1]));
                System.out.println(release.cities().size() + " cities, " + release.statements() + " statements");
            }
        }
    }
}
