package io.amends.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static io.amends.architecture.Code.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import io.amends.contracts.published.Approved;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the policy's records bind, a service reads: binding a number makes it look as if it counted.
 * A method of a policy record that a service calls reads on its behalf.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PolicyIsReadTest {

  private static final String POLICY = "io.amends.contracts.policy";

  @Tag("approved")
  @Test
  void every_value_that_is_bound_is_read_by_a_service_or_listed_as_not_read_yet() {
    Set<String> read = read();
    List<JavaField> components = components();

    assertThat(components).isNotEmpty();
    Approved.hold(
        "architecture -am",
        Path.of("src/test/resources/policy-values-bound-but-not-read-yet.txt"),
        components.stream()
            .map(JavaField::getFullName)
            .filter(component -> !read.contains(component))
            .map(component -> component.substring(POLICY.length() + 1) + "\n")
            .sorted()
            .collect(Collectors.joining()));
  }

  private static List<JavaField> components() {
    return policy()
        .filter(type -> type.isRecord())
        .flatMap(type -> type.getFields().stream())
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .toList();
  }

  private static Stream<JavaClass> policy() {
    return PRODUCTION.stream().filter(type -> type.getPackageName().equals(POLICY));
  }

  /** Fields that are read by what services call, directly or through methods of the policy. */
  private static Set<String> read() {
    Deque<JavaCodeUnit> toDo = new ArrayDeque<>();
    Set<JavaCodeUnit> called = new HashSet<>();
    Set<String> fields = new HashSet<>();
    PRODUCTION.stream()
        .filter(resideInAnyPackage(Code.services()))
        .map(JavaClass::getCodeUnits)
        .flatMap(Collection::stream)
        .forEach(toDo::add);
    while (!toDo.isEmpty()) {
      for (JavaAccess<?> access : toDo.remove().getAccessesFromSelf()) {
        if (access.getTargetOwner().getPackageName().equals(POLICY)) {
          fields.add(access.getTarget().getFullName());
          access
              .getTarget()
              .resolveMember()
              .filter(JavaCodeUnit.class::isInstance)
              .map(JavaCodeUnit.class::cast)
              .filter(unit -> !unit.isConstructor())
              .filter(called::add)
              .ifPresent(toDo::add);
        }
      }
    }
    return fields;
  }
}
