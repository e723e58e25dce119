package org.jigyo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.AfterAll;

/** Rules for all tests. */
@AnalyzeClasses(packages = "org.jigyo", importOptions = ImportOption.OnlyIncludeTests.class)
class TestRulesTest {

    @ArchTest
    static final ArchRule resourcesAreClosedByJUnit = noMethods()
            .should()
            .beAnnotatedWith(AfterAll.class)
            .because(
                    "a clean-up also runs when the set-up was skipped: put @AutoClose on the field, which tolerates null");
}
