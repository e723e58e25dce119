package org.jigyo.serve.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Renders HTML pages from the templates in src/main/jte. */
public final class Template {

    static final String TYPE = "text/html; charset=utf-8";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.jigyo.serve.html");

    private Template() {}

    /**
     * Renders a template.
     *
     * @param template name of the file
     * @param parameters the template's parameters by name
     */
    public static Answer render(String template, Map<String, Object> parameters) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        ENGINE.render(template + ".jte", parameters, output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(TYPE, bytes.toByteArray());
    }
}
