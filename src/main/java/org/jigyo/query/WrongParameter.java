package org.jigyo.query;

import java.util.List;

/** A person gave a stored query a parameter that it does not know, or a value that is none of its type. */
public final class WrongParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final transient List<String> allowed;

    WrongParameter(String parameter, String message, List<String> allowed) {
        super(message, null, false, false);
        this.parameter = parameter;
        this.allowed = allowed;
    }

    /** Its name, as given. */
    public String parameter() {
        return parameter;
    }

    /** What would be allowed: values, or names of parameters when the name is unknown; empty when the type alone decides. */
    public List<String> allowed() {
        return allowed;
    }
}
