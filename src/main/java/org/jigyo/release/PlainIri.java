package org.jigyo.release;

/**
 * IRIs that resolving and checking leave as they are: HTTP, ASCII, neither dot segments nor escapes, nothing empty.
 * Nearly all IRIs of a release are, and this look at them is much quicker.
 */
final class PlainIri {

    private PlainIri() {}

    /** True if the IRI is a plain one; false says nothing. */
    static boolean is(String iri) {
        int start = iri.startsWith("https://") ? 8 : iri.startsWith("http://") ? 7 : -1;
        if (start < 0) {
            return false;
        }
        boolean host = true;
        boolean fragment = false;
        char before = '.';
        for (int i = start; i < iri.length(); i++) {
            char c = iri.charAt(i);
            boolean joint = host ? before == '.' || before == '-' : before == '/';
            if (fragment) {
                if (!word(c) && c != '.' && c != '/') {
                    return false;
                }
            } else if (c == '#') {
                if (host && joint) {
                    return false;
                }
                fragment = true;
            } else if (host ? !small(c) : !word(c)) {
                // A dot, a slash, and in a host name a hyphen must follow something.
                if (joint || (c != '.' && c != '/' && !(host && c == '-'))) {
                    return false;
                }
            }
            host &= c != '/';
            before = c;
        }
        return !host || (before != '.' && before != '-');
    }

    private static boolean word(char c) {
        return small(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '~';
    }

    private static boolean small(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
