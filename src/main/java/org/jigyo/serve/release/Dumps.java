package org.jigyo.serve.release;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jigyo.serve.http.Delivery;
import org.jigyo.serve.http.Format;
import org.jigyo.serve.http.Problem;
import org.jigyo.serve.http.Resource;

/** {@code /dump/…}: the files of the current release, as they are. */
public final class Dumps extends Resource {

    private static final long serialVersionUID = 1;

    private final transient CurrentRelease current;

    public Dumps(CurrentRelease current) {
        super("GET", "HEAD");
        this.current = current;
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        try (CurrentRelease.Loan loan = current.borrow()) {
            Path file = file(name, loan.release().folder());
            Delivery delivery = Delivery.ofFile(loan.release().id() + "\ndump\n" + name);
            response.setHeader("X-Jigyo-Release", loan.release().id());
            response.setDateHeader("Last-Modified", loan.release().published().toEpochMilli());
            if (delivery.known(request, response)) {
                return;
            }
            delivery.send(file, type(name), request, response);
        }
    }

    private static Path file(String name, Path release) {
        // a plain name only: nothing outside the release can be asked for
        if (name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            for (String folder : List.of("dump", "turtle")) {
                Path file = release.resolve(folder).resolve(name);
                if (Files.isRegularFile(file)) {
                    return file;
                }
            }
        }
        throw new Problem(404, "No such file", "The current release has no file " + name + "; see /catalogue.");
    }

    private static String type(String name) {
        if (name.endsWith(".ttl")) {
            return Format.TURTLE.contentType();
        }
        return name.endsWith(".gz") ? "application/gzip" : "text/plain; charset=utf-8";
    }
}
