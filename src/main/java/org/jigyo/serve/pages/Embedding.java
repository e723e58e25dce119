package org.jigyo.serve.pages;

import java.util.Map;
import java.util.TreeMap;
import org.jigyo.query.StoredQuery;
import org.jigyo.serve.http.Asked;
import org.jigyo.serve.table.Picture;

/**
 * How pages of other sites show the pictures of an answer.
 *
 * @param site address of this server as seen by the client, without a final slash
 * @param stored the query
 * @param given its parameters by name
 * @param rows how many categories the pictures show
 * @param language ja or en
 * @param show the column that decides the length of bars; null for what the query says
 */
public record Embedding(
        String site, StoredQuery stored, Map<String, String> given, int rows, String language, String show) {

    /** The path of the pages that have one picture. */
    static final String PATH = "/embed/";

    /** The parameter that names the picture. */
    static final String PICTURE = "picture";

    /** The parameter that says how many categories it shows. */
    static final String ROWS = "rows";

    /** Added to a picture's height for its title and the line about its source. */
    private static final int FRAME = 130;

    /** The address of the page that has only the picture. It names the picture's year, so that it shows the same figures next year. */
    public String address(Picture picture) {
        Map<String, String> asked = new TreeMap<>(given);
        picture.facets().forEach((variable, value) -> {
            if (stored.takes(variable)) {
                asked.put(variable, value);
            }
        });
        asked.put(QueriesApi.LANGUAGE, language);
        if (show != null) {
            asked.put(Asker.SHOW, show);
        }
        asked.put(ROWS, String.valueOf(rows));
        return site + PATH + stored.name() + "?" + Asked.parameters(asked) + PICTURE + "="
                + Asked.encoded(picture.key());
    }

    /** The HTML that shows the picture in a page. */
    public String snippet(Picture picture) {
        return "<iframe src=\"" + address(picture).replace("&", "&amp;") + "\" title=\""
                + picture.title().replace("&", "&amp;").replace("\"", "&quot;") + "\" width=\"100%\" height=\""
                + (picture.tall() + FRAME) + "\" loading=\"lazy\"></iframe>";
    }
}
