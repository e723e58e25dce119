package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file that comes with the program. */
public final class Static extends Resource {

    private static final long serialVersionUID = 1;

    private final String type;
    private final transient Settings settings;
    private final byte[] bytes;

    public Static(String type, byte[] bytes, Settings settings) {
        super("GET", "HEAD");
        this.type = type;
        this.bytes = bytes.clone();
        this.settings = settings;
    }

    public static byte[] bytes(String name) {
        try (InputStream in = Static.class.getResourceAsStream("/web/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Delivery delivery = Delivery.of(request, new String(bytes, StandardCharsets.UTF_8), settings);
        if (!delivery.known(request, response)) {
            delivery.send(new Answer(type, bytes), request, response);
        }
    }
}
