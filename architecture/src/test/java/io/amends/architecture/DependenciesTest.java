package io.amends.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.amends.architecture.Code.PRODUCTION;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which module may know which. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DependenciesTest {

  @Test
  void the_contracts_know_jspecify_and_jackson_annotations_only() {
    classes()
        .that()
        .resideInAPackage("io.amends.contracts..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.amends.contracts..",
            "java..",
            "org.jspecify..",
            "com.fasterxml.jackson.annotation..")
        .because(
            "whoever reads our topics can use them; what needs more belongs to the service kit")
        .check(PRODUCTION);
  }

  @Test
  void the_kit_knows_no_hotel() {
    noClasses()
        .that()
        .resideInAPackage("io.amends.kit..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.amends..").and(not(resideInAPackage("io.amends.kit.."))))
        .because("it is plumbing: let the service hand in what the kit must know")
        .check(PRODUCTION);
  }

  @ParameterizedTest
  @MethodSource("services")
  void a_service_knows_the_contracts_and_the_kit_and_no_other_module(String service) {
    noClasses()
        .that()
        .resideInAPackage(service)
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.amends..")
                .and(not(resideInAnyPackage(service, "io.amends.contracts..", "io.amends.kit.."))))
        .because("services speak by topics: put an event into contracts, or ask over HTTP")
        .allowEmptyShould(true) // a service may still be empty
        .check(PRODUCTION);
  }

  static Stream<String> services() {
    return Code.SERVICES.stream();
  }

  @Test
  void nobody_uses_reactor_kafka() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("reactor.kafka..")
        .because("it is discontinued: send with the kit's Publisher, read with a plain consumer")
        .check(PRODUCTION);
  }
}
