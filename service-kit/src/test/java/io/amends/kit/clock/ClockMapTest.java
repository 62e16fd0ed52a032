package io.amends.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.kit.clock.ClockMap.Piece;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClockMapTest {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final Instant THEN = Instant.parse("2027-01-12T07:05:00Z");

  @TempDir Path folder;

  @Test
  void without_a_piece_hotel_time_is_real_time() {
    assertThat(ClockMap.IDENTITY.at(NOW)).isEqualTo(NOW);
  }

  @Test
  void a_minute_of_the_hotel_can_be_a_second_here() {
    ClockMap map = ClockMap.IDENTITY.then(new Piece(NOW, THEN, 60));
    assertThat(map.at(NOW.minusMillis(1))).isEqualTo(NOW.minusMillis(1));
    assertThat(map.at(NOW)).isEqualTo(THEN);
    assertThat(map.at(NOW.plusSeconds(19))).isEqualTo(THEN.plusSeconds(19 * 60));
  }

  @Test
  void a_jump_ahead_holds_from_its_instant_on_and_not_before() {
    ClockMap map =
        ClockMap.IDENTITY
            .then(new Piece(NOW, THEN, 60))
            .then(new Piece(NOW.plusSeconds(10), THEN.plusSeconds(86_400), 1));
    assertThat(map.at(NOW.plusSeconds(10).minusMillis(1))).isEqualTo(THEN.plusMillis(599_940));
    assertThat(map.at(NOW.plusSeconds(10))).isEqualTo(THEN.plusSeconds(86_400));
    assertThat(map.at(NOW.plusSeconds(11))).isEqualTo(THEN.plusSeconds(86_401));
  }

  @Test
  void it_never_runs_backwards() {
    ClockMap map = ClockMap.IDENTITY.then(new Piece(NOW, THEN, 60));
    assertThatThrownBy(() -> map.then(new Piece(NOW.plusSeconds(10), THEN.plusSeconds(599), 1)))
        .hasMessage("hotel: 2027-01-12T07:14:59Z (expected: not before 2027-01-12T07:15:00Z)");
    assertThatThrownBy(() -> map.then(new Piece(NOW.minusSeconds(1), THEN, 1)))
        .hasMessageStartingWith("real: 2026-03-01T11:59:59Z (expected: not before");
    assertThatThrownBy(() -> new Piece(NOW, THEN, -1))
        .hasMessage("rate: -1.0 (expected: 0 or more)");
  }

  @Test
  void what_is_written_to_the_file_is_read_by_everybody_and_half_a_line_by_nobody()
      throws IOException {
    Path file = folder.resolve("clock");
    ClockFile.append(file, new Piece(NOW, THEN, 60));
    Files.writeString(file, "1772366410000 17", StandardOpenOption.APPEND);
    assertThat(ClockFile.read(file)).isEqualTo(new ClockMap(List.of(new Piece(NOW, THEN, 60))));
  }

  @Test
  void a_movable_clock_announces_a_move_before_it_holds() {
    StillClock real = new StillClock(NOW);
    MovableClock clock = new MovableClock(folder.resolve("clock"), real);
    clock.set(THEN, 60);
    Instant holds = NOW.plus(MovableClock.ANNOUNCED);

    MovableClock other = new MovableClock(folder.resolve("clock"), real);
    assertThat(other.instant()).isEqualTo(NOW);
    real.moveTo(holds);
    assertThat(other.instant()).isEqualTo(THEN);
    assertThat(other.ofAppend(holds.plusSeconds(1).toEpochMilli())).isEqualTo(THEN.plusSeconds(60));
  }
}
