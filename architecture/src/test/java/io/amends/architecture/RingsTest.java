package io.amends.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.amends.architecture.Code.PRODUCTION;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;

/** In a module arrows point inward: config to the edges, the edges to the domain. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RingsTest {

  @Test
  void the_domain_knows_only_itself_and_the_contracts() {
    classes()
        .that()
        .resideInAPackage("..domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "..domain..", "io.amends.contracts..", "java..", "org.jspecify..", "org.hipparchus..")
        .because(
            "rules that know Kafka or Spring can be neither read nor tested on their own (numerical"
                + " mathematics is no framework): translate in stream, messaging, http or email")
        .check(PRODUCTION);
  }

  @Test
  void an_edge_does_not_know_how_it_is_put_together() {
    noClasses()
        .that(resideInAnyPackage(Code.services()).and(not(resideInAnyPackage("..config.."))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.amends..config..")
        .because("settings are handed to constructors by the configuration: take the value itself")
        .check(PRODUCTION);
  }

  @Test
  void nothing_is_put_together_outside_config() {
    classes()
        .that()
        .areAnnotatedWith(Configuration.class)
        .and()
        .resideInAnyPackage(Code.services())
        .should()
        .resideInAPackage("..config..")
        .because("there is one place to look for how a service is wired")
        .check(PRODUCTION);
  }

  @Test
  void no_two_packages_need_each_other() {
    slices()
        .matching("io.amends.(**)")
        .should()
        .beFreeOfCycles()
        .because("two packages that need each other are one: move the type that both want")
        .check(PRODUCTION);
  }
}
