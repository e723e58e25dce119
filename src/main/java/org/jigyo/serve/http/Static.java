package org.jigyo.serve.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A bundled file, or one that is generated once. */
public final class Static extends Resource {

    private static final long serialVersionUID = 1;

    private final String type;
    private final transient Settings settings;
    private final transient Supplier<byte[]> made;
    private transient volatile Answer answer;
    private volatile String key;

    /**
     * A bundled file.
     *
     * @param name name below {@code /web}
     */
    public Static(String type, String name, Settings settings) {
        this(type, () -> bytes(name), settings);
    }

    /**
     * A file that is generated on the first request; two simultaneous requests may both generate it.
     *
     * @param made returns the same bytes each time
     */
    public Static(String type, Supplier<byte[]> made, Settings settings) {
        super("GET", "HEAD");
        this.type = type;
        this.made = made;
        this.settings = settings;
    }

    /** The content of a bundled file. */
    public static byte[] bytes(String name) {
        try (InputStream in = Static.class.getResourceAsStream("/web/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content of a bundled file as text. */
    public static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    @Override
    protected void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (answer == null) {
            byte[] bytes = made.get();
            key = new String(bytes, StandardCharsets.UTF_8);
            answer = new Answer(type, bytes);
        }
        Delivery delivery = Delivery.of(request, key, settings);
        if (!delivery.known(request, response)) {
            delivery.send(answer, request, response);
        }
    }
}
