package io.amends.orchestrator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.CommandOutcome.Result;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a guest was given in one case is known in the next, at whatever hotel that is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GivenBeforeTest {

  private static final Instant MORNING = Instant.parse("2027-01-14T14:00:00Z");

  @TempDir private Path folder;

  private static List<String> codes(CommandOutcome outcome) {
    return outcome.answer().codes().stream().map(CommandOutcome.Code::code).toList();
  }

  @Test
  void beyond_three_nights_in_twelve_months_a_clerk_asks_for_what_is_else_a_clerks() {
    try (Desk desk = new Desk(folder, MORNING)) {
      desk.complaint("G-1");
      desk.givesForAReason("G-1", "one", "hq", Role.HEAD_OFFICE, 29_000);
      desk.givesForAReason("G-1", "two", "hq", Role.HEAD_OFFICE, 62_000);
      desk.outcomes();
      desk.complaintAgain("G-1", "c-next");
      desk.givesOn("G-1", "c-next", "three", "ana", Role.FRONT_LINE, 3_000);

      assertThat(desk.outcomes())
          .singleElement()
          .satisfies(
              outcome -> {
                assertThat(outcome.answer().result()).isEqualTo(Result.ASKED);
                assertThat(codes(outcome)).containsExactly("GIVEN_BEFORE", "ASKED");
              });
    }
  }

  @Test
  void what_was_taken_back_was_not_given() {
    try (Desk desk = new Desk(folder, MORNING)) {
      desk.complaint("G-1");
      desk.givesForAReason("G-1", "one", "hq", Role.HEAD_OFFICE, 91_000);
      desk.takesBack("G-1", "two", "hq", Role.HEAD_OFFICE, 1);
      desk.complaintAgain("G-1", "c-next");
      desk.outcomes();
      desk.givesOn("G-1", "c-next", "three", "ana", Role.FRONT_LINE, 3_000);

      assertThat(desk.outcomes())
          .singleElement()
          .satisfies(outcome -> assertThat(outcome.answer().result()).isEqualTo(Result.DONE));
    }
  }
}
