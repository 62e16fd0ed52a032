package io.amends.intake.http;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.amends.kit.http.Problem;
import io.amends.kit.security.Caller;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AllowedTest {

  private static final Caller BUND =
      new Caller("zhao", Set.of("FRONT_LINE"), Set.of("SHA-BUND"), null);

  @Test
  void rooms_are_asked_for_by_their_own_hotel_and_guests_by_nobody() {
    for (String mine : List.of("room/SHA-BUND/1204", "stay/S-1", "contact/bm9pc2U")) {
      assertThatNoException().as(mine).isThrownBy(() -> Allowed.lookUp(mine, BUND));
    }
    for (String notMine : List.of("room/SIN-MARINA/1204", "room/SHA-BUND", "guest/G-1", "")) {
      assertThatExceptionOfType(Problem.class)
          .as(notMine)
          .isThrownBy(() -> Allowed.lookUp(notMine, BUND));
    }
  }
}
