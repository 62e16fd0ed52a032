package io.amends.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static io.amends.architecture.Code.PRODUCTION;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who may ask for something is said where it is answered. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTest {

  private static final String RULE = "io.amends.kit.security.AllowedRoles";

  /** On paths that are open: the end-to-end test of all endpoints says why each of them is. */
  private static final Set<String> OPEN =
      Set.of(
          "io.amends.kit.openapi.OpenApi",
          "io.amends.intake.http.UnsubscribeController",
          "io.amends.intake.pages.FormController",
          "io.amends.intake.pages.SurveyController",
          "io.amends.intake.pages.TrackController",
          "io.amends.notification.http.ClearanceController",
          "io.amends.desk.http.StaffLinkController");

  @Test
  void whatever_answers_over_http_says_for_whom() {
    methods()
        .that(answer())
        .and()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackage("io.amends.local..") // the provider of a test stack
        .should(sayForWhom())
        .because(
            "a method without @AllowedRoles, on it or on its class, answers nobody; what is open"
                + " is a PublicPath and stands in EndpointsIT with its reason")
        .check(PRODUCTION);
  }

  private static DescribedPredicate<JavaMethod> answer() {
    return DescribedPredicate.describe(
        "answer over HTTP",
        method ->
            method.getAnnotations().stream()
                .anyMatch(
                    each ->
                        each.getRawType()
                            .getName()
                            .matches(
                                "org\\.springframework\\.web\\.bind\\.annotation\\..*Mapping")));
  }

  private static ArchCondition<JavaMethod> sayForWhom() {
    return new ArchCondition<>("say for whom") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean said =
            method.isMetaAnnotatedWith(RULE)
                || method.getOwner().isMetaAnnotatedWith(RULE)
                || OPEN.contains(method.getOwner().getFullName());
        events.add(
            new SimpleConditionEvent(method, said, method.getFullName() + " says for nobody"));
      }
    };
  }
}
