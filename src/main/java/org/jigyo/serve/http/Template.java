package org.jigyo.serve.http;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The HTML pages, from the templates of src/main/jte. */
public final class Template {

    static final String TYPE = "text/html; charset=utf-8";

    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.jigyo.serve.html");

    private Template() {}

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

    /** The language of a page: asked for by {@code lang}, else the browser's, else Japanese. */
    public static String language(String asked, String accepted) {
        if ("en".equals(asked) || "ja".equals(asked)) {
            return asked;
        }
        try {
            String best = accepted == null
                    ? null
                    : Locale.lookupTag(Locale.LanguageRange.parse(accepted), List.of("ja", "en"));
            return best == null ? "ja" : best;
        } catch (IllegalArgumentException e) {
            // a header that is no list of languages asks for none
            return "ja";
        }
    }
}
