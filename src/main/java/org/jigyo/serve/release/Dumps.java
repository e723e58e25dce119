package org.jigyo.serve.release;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.release.Release;
import org.jigyo.release.Releases;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;

/**
 * {@code /dump/{file}}: the files of the current release; {@code /dump/{release}/{file}}: those of any kept release.
 * Ranges are only served where parts of different releases cannot be mixed: at the second address, and at the first to
 * clients that name the file they began with ({@code If-Range}).
 */
public final class Dumps extends Resource {

    private static final long serialVersionUID = 1;

    /** Contains the dates on which its release was built, and so may differ if the same release is built again. */
    private static final String DATED = "catalogue.ttl";

    private final transient CurrentRelease current;
    private final transient Releases releases;

    /**
     * The dumps of a data folder's releases.
     *
     * @param current the release served at the short addresses
     * @param releases all kept releases
     */
    public Dumps(CurrentRelease current, Releases releases) {
        super("GET", "HEAD");
        this.current = current;
        this.releases = releases;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        int slash = path.indexOf('/');
        String name = path.substring(slash + 1);
        try (CurrentRelease.Loan loan = current.borrow()) {
            Release release = slash < 0
                    ? loan.release()
                    : releases.find(path.substring(0, slash)).orElseThrow(() -> unknown(path));
            Path file = file(name, release.folder());
            Delivery delivery = Delivery.ofFile(release.id() + release.published() + "\ndump\n" + name);
            response.setHeader("X-Jigyo-Release", release.id());
            response.setHeader("Content-Location", "/dump/" + release.id() + "/" + name);
            response.setDateHeader("Last-Modified", release.published().toEpochMilli());
            if (!delivery.known(request, response)) {
                delivery.send(file, type(name), slash > 0 && !name.equals(DATED), request, response);
            }
        }
    }

    private static Path file(String name, Path release) {
        // Only a plain name, so that nothing outside the release can be requested.
        if (name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            for (String folder : List.of("dump", "turtle")) {
                Path file = release.resolve(folder).resolve(name);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw unknown(name);
    }

    private static Problem unknown(String path) {
        return new Problem(404, "No such file", "There is no file " + path + " here; see /catalogue.");
    }

    private static String type(String name) {
        if (name.endsWith(".ttl")) {
            return Format.TURTLE.contentType();
        }
        return name.endsWith(".gz") ? "application/gzip" : "text/plain; charset=utf-8";
    }
}
