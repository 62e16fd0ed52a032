package io.amends.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static io.amends.architecture.Code.PRODUCTION;
import static io.amends.architecture.Code.TESTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How code is written, everywhere. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WritingTest {

  @Test
  void nothing_is_injected_into_fields() {
    noFields()
        .should()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
        .orShould()
        .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
        .orShould()
        .beAnnotatedWith("jakarta.inject.Inject")
        .orShould()
        .beAnnotatedWith("jakarta.annotation.Resource")
        .because("a constructor says what a class needs, and a test can call it")
        .check(PRODUCTION);
  }

  @Test
  void events_are_sealed_and_belong_to_the_contracts() {
    classes()
        .that()
        .areInterfaces()
        .and()
        .haveSimpleNameEndingWith("Event")
        .and()
        .resideOutsideOfPackage("io.amends.local..")
        .should()
        .resideInAPackage("io.amends.contracts..")
        .andShould(beSealed())
        .because(
            "an event is language that others read, and a new one must not compile until each"
                + " switch has its row: declare it in contracts, name what is permitted")
        .check(PRODUCTION);
  }

  @Test
  void every_package_says_that_nothing_is_null_unless_it_says_so() {
    Set<String> packages = new TreeSet<>();
    Set<String> marked = new TreeSet<>();
    for (JavaClasses classes : List.of(PRODUCTION, TESTS)) {
      for (JavaClass type : classes) {
        packages.add(type.getPackageName());
        if (type.getSimpleName().equals("package-info") && type.isAnnotatedWith(NullMarked.class)) {
          marked.add(type.getPackageName());
        }
      }
    }

    assertThat(packages)
        .as("a package needs a package-info.java with @NullMarked and a sentence about it")
        .isEqualTo(marked);
  }

  @Test
  void only_commands_speak_to_a_terminal() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.amends.local.command..", "io.amends.local.child..", "io.amends.bench..")
        .should(ACCESS_STANDARD_STREAMS)
        .because("services log; what a person at a terminal reads is a command's business")
        .check(PRODUCTION);
  }

  private static ArchCondition<JavaClass> beSealed() {
    return new ArchCondition<>("be sealed") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type, type.reflect().isSealed(), type.getName() + " is open to anybody"));
      }
    };
  }
}
