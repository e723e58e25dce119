package org.jigyo;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** A test class whose set-up needs the cities' own sheets: without them it is skipped before anything is set up. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "org.jigyo.RealSheets#given", disabledReason = RealSheets.NOT_GIVEN)
public @interface WithRealSheets {}
