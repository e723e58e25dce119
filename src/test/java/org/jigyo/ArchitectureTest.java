package org.jigyo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The package dependencies drawn in src/README.md: from left to right only, and one library for each package. */
@AnalyzeClasses(packages = "org.jigyo", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final int MOST_TYPES = 40;

    @ArchTest
    static final ArchRule flow = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("source")
            .definedBy("org.jigyo.source..")
            .layer("page")
            .definedBy("org.jigyo.page..")
            .layer("nation")
            .definedBy("org.jigyo.nation..")
            .layer("layout")
            .definedBy("org.jigyo.layout..")
            .layer("sheet")
            .definedBy("org.jigyo.sheet..")
            .layer("compare")
            .definedBy("org.jigyo.compare..")
            .layer("extract")
            .definedBy("org.jigyo.extract..")
            .layer("coverage")
            .definedBy("org.jigyo.coverage..")
            .layer("draft")
            .definedBy("org.jigyo.draft..")
            .layer("drawing")
            .definedBy("org.jigyo.drawing..")
            .layer("registry")
            .definedBy("org.jigyo.registry..")
            .layer("graph")
            .definedBy("org.jigyo.graph..")
            .layer("check")
            .definedBy("org.jigyo.check..")
            .layer("release")
            .definedBy("org.jigyo.release..")
            .layer("workaround")
            .definedBy("org.jigyo.workaround..")
            .layer("query")
            .definedBy("org.jigyo.query..")
            .layer("publish")
            .definedBy("org.jigyo.publish..")
            .layer("serve")
            .definedBy("org.jigyo.serve..")
            .layer("collect")
            .definedBy("org.jigyo.collect..")
            .layer("cli")
            .definedBy("org.jigyo.cli..")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("page", "extract", "draft", "publish", "collect", "cli")
            .whereLayer("page")
            .mayOnlyBeAccessedByLayers("extract", "draft", "publish", "cli")
            .whereLayer("nation")
            .mayOnlyBeAccessedByLayers("sheet", "layout", "draft", "graph", "query", "publish", "serve", "cli")
            .whereLayer("layout")
            .mayOnlyBeAccessedByLayers("extract", "coverage", "draft", "publish", "cli")
            .whereLayer("sheet")
            .mayOnlyBeAccessedByLayers(
                    "layout", "compare", "extract", "coverage", "draft", "registry", "graph", "publish", "cli")
            .whereLayer("compare")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("extract")
            .mayOnlyBeAccessedByLayers("coverage", "draft", "publish", "cli")
            .whereLayer("coverage")
            .mayOnlyBeAccessedByLayers("draft", "cli")
            .whereLayer("draft")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("drawing")
            .mayOnlyBeAccessedByLayers("extract", "serve", "cli")
            .whereLayer("registry")
            .mayOnlyBeAccessedByLayers("graph", "publish", "cli")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("publish", "cli")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("release", "publish", "cli")
            .whereLayer("release")
            .mayOnlyBeAccessedByLayers("serve", "publish", "cli")
            .whereLayer("workaround")
            .mayOnlyBeAccessedByLayers("release", "query", "serve")
            .whereLayer("query")
            .mayOnlyBeAccessedByLayers("release", "serve", "cli")
            .whereLayer("publish")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("serve")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("collect")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule onlyPageKnowsPdfBox = noClasses()
            .that()
            .resideOutsideOfPackage("org.jigyo.page..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.pdfbox..");

    @ArchTest
    static final ArchRule onlyGraphKnowsRdf4j = noClasses()
            .that()
            .resideOutsideOfPackage("org.jigyo.graph..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.rdf4j..");

    @ArchTest
    static final ArchRule jenaStaysRight = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.jigyo.check..",
                    "org.jigyo.release..",
                    "org.jigyo.query..",
                    "org.jigyo.publish..",
                    "org.jigyo.workaround..",
                    "org.jigyo.serve..",
                    "org.jigyo.cli..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.apache.jena.."));

    @ArchTest
    static final ArchRule noCyclesOfPackages =
            slices().assignedFrom(packages()).should().beFreeOfCycles();

    /** Each package is one slice. */
    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }

    @ArchTest
    static void eachNameHasOneMeaning(JavaClasses types) {
        Map<String, List<String>> packages = types(types)
                .collect(groupingBy(JavaClass::getSimpleName, mapping(JavaClass::getPackageName, toList())));
        packages.values().removeIf(in -> in.size() == 1);
        assertThat(packages).isEmpty();
    }

    @ArchTest
    static void noPackageIsCrowded(JavaClasses types) {
        Map<String, Long> count = types(types).collect(groupingBy(JavaClass::getPackageName, counting()));
        assertThat(count).allSatisfy((name, n) -> assertThat(n).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }

    private static Stream<JavaClass> types(JavaClasses types) {
        return types.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(t -> !t.getSimpleName().equals("package-info"));
    }
}
