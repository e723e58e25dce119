package org.apache.jena.sparql.expr;

import java.util.regex.Pattern;

/**
 * TopBraid SHACL 1.4.4 asks Jena for this class, which Jena 5.6 has moved; only the second engine of the tests needs it. Written
 * from the two calls that TopBraid makes.
 */
public final class RegexJava extends RegexEngine {

    private final Pattern pattern;

    /**
     * A regular expression.
     *
     * @param flags of SPARQL's REGEX, or null
     */
    public RegexJava(String pattern, String flags) {
        this.pattern = Pattern.compile(pattern, makeMask(flags));
    }

    @Override
    public boolean match(String text) {
        return pattern.matcher(text).find();
    }
}
