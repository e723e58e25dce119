package org.jigyo.query;

import java.util.List;

/** Thrown if a stored query is given an unknown parameter, or a value of the wrong type. */
public final class WrongParameter extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final transient List<String> allowed;

    WrongParameter(String parameter, String message, List<String> allowed) {
        super(message, null, false, false);
        this.parameter = parameter;
        this.allowed = allowed;
    }

    /** The parameter's name, as given. */
    public String parameter() {
        return parameter;
    }

    /** The allowed values, or the names of all parameters if the name is unknown; empty if the type alone decides. */
    public List<String> allowed() {
        return allowed;
    }
}
