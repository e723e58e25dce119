package org.jigyo.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a layout key whose value is the name of an entry in one of the layout's own maps. The entry must exist. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
public @interface NamedIn {
    /** The key of the map: {@code codes} or {@code marks}. */
    String value();
}
