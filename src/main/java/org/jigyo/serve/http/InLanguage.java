package org.jigyo.serve.http;

/** A page in Japanese or English. */
public interface InLanguage {

    /** The page's language, ja or en. */
    String language();

    /** The text in the page's language. */
    default String say(String ja, String en) {
        return language().equals("ja") ? ja : en;
    }

    /** A number of rows. */
    default String rows(long count) {
        return count + say("件", count == 1 ? " row" : " rows");
    }
}
