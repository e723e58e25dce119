package org.jigyo.serve.pages;

/** A page in one of the two languages. */
public interface InLanguage {

    /** The page's language, ja or en. */
    String language();

    /** The words of the page's frame. */
    default String say(String ja, String en) {
        return language().equals("ja") ? ja : en;
    }
}
