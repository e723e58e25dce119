package org.jigyo.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a key of a layout whose value names an entry of one of the layout's own maps. A layout that names another is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface NamedIn {
    /** The map's key: {@code codes} or {@code marks}. */
    String value();
}
