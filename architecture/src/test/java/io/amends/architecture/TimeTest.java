package io.amends.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.amends.architecture.Code.PRODUCTION;
import static io.amends.architecture.Code.TESTS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Calendar;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Nothing depends on when a machine happened to look at its clock. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeTest {

  private static final String REAL_CLOCK = "io.amends.kit.clock.RealClock";

  /** The local identity provider stamps mails and tokens with real time; it knows no hotel. */
  private static final String CLOCK_OF_THE_PROVIDER =
      "io.amends.local.identity.mail.MailConfiguration";

  private static final ArchRule NO_HIDDEN_CLOCK =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(REAL_CLOCK)
          .and()
          .doNotHaveFullyQualifiedName(CLOCK_OF_THE_PROVIDER)
          .should()
          .accessTargetWhere(target(readsTheMachinesClockOrSleeps()))
          .because(
              "hotel time comes from the HotelClock that is handed in, and tests move it; waits"
                  + " have a deadline in System.nanoTime() or a condition");

  @Test
  void no_code_looks_at_the_machines_clock() {
    NO_HIDDEN_CLOCK.check(PRODUCTION);
  }

  @Test
  void no_test_looks_at_the_machines_clock_or_sleeps() {
    NO_HIDDEN_CLOCK.check(TESTS);
  }

  private static DescribedPredicate<AccessTarget> readsTheMachinesClockOrSleeps() {
    return DescribedPredicate.describe(
        "reads the machine's clock, or sleeps",
        target -> target instanceof CodeUnitAccessTarget code && hidden(code));
  }

  private static boolean hidden(CodeUnitAccessTarget code) {
    var owner = code.getOwner();
    return switch (code.getName()) {
      case "now" ->
          owner.getPackageName().startsWith("java.time")
              && code.getRawParameterTypes().stream()
                  .noneMatch(type -> type.isEquivalentTo(Clock.class));
      case "system", "systemUTC", "systemDefaultZone", "tickSeconds", "tickMinutes", "tickMillis" ->
          owner.isEquivalentTo(Clock.class) || owner.isEquivalentTo(InstantSource.class);
      case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
      case "sleep" -> owner.isEquivalentTo(Thread.class) || owner.isEquivalentTo(TimeUnit.class);
      case "getInstance" -> owner.isAssignableTo(Calendar.class);
      case "<init>" -> owner.isEquivalentTo(Date.class) && code.getRawParameterTypes().isEmpty();
      default -> false;
    };
  }
}
