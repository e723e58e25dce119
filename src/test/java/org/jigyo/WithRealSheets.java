package org.jigyo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Marks a test class whose set-up needs the cities' own sheets. Without them it is skipped before the set-up. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "org.jigyo.RealSheets#given", disabledReason = RealSheets.NOT_GIVEN)
public @interface WithRealSheets {}
