package org.jigyo.serve.http;

/** A page in Japanese or English. */
public interface InLanguage {

    /** The page's language, ja or en. */
    String language();

    /** The text in the page's language. */
    default String say(String ja, String en) {
        return language().equals("ja") ? ja : en;
    }
}
