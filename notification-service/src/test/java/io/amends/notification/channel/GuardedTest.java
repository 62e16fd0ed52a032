package io.amends.notification.channel;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.notification.Message.Purpose;
import io.amends.kit.clock.StillClock;
import io.amends.notification.channel.Carrier.Address;
import io.amends.notification.channel.Carrier.Carried;
import io.amends.notification.channel.Carrier.Parcel;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who does not answer is left alone, and everybody else is not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GuardedTest {

  private final StillClock clock = new StillClock(AFTERNOON);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Set<String> down = new HashSet<>();
  private final List<String> called = new ArrayList<>();
  private final Guarded guarded =
      new Guarded(this::carry, "webhook", parcel -> parcel.to().to(), clock, meters);

  private List<Carried> carry(List<Parcel> parcels) {
    return parcels.stream()
        .map(parcel -> parcel.to().to())
        .peek(called::add)
        .<Carried>map(to -> down.contains(to) ? new Carried.Later("GONE") : new Carried.Taken("1"))
        .toList();
  }

  private static Parcel to(String where) {
    return new Parcel(draft(Purpose.STAFF_ALERT, CASE), new Address(where, ""));
  }

  private List<Carried> tell(String... where) {
    return guarded.carry(List.of(where).stream().map(GuardedTest::to).toList());
  }

  @Test
  void after_five_calls_in_vain_it_is_left_alone_and_the_other_is_told_all_the_same() {
    down.add("a");
    tell(Collections.nCopies(5, "a").toArray(String[]::new));
    called.clear();
    assertThat(tell("a", "b", "a"))
        .containsExactly(
            new Carried.Later("DESTINATION_DOWN"),
            new Carried.Taken("1"),
            new Carried.Later("DESTINATION_DOWN"));
    assertThat(called).containsExactly("b");
    assertThat(meters.get("notification.destinations.down").gauge().value()).isEqualTo(1);
  }

  @Test
  void after_a_while_two_calls_find_out_whether_it_is_back() {
    down.add("a");
    tell(Collections.nCopies(5, "a").toArray(String[]::new));
    down.clear();
    called.clear();
    clock.moveTo(AFTERNOON.plus(Guarded.ALONE).minusMillis(1));
    tell("a");
    assertThat(called).as("still alone").isEmpty();
    clock.moveTo(AFTERNOON.plus(Guarded.ALONE).plusMillis(1));
    tell("a", "a", "a");
    assertThat(called).as("two of three try").hasSize(2);
    tell("a");
    assertThat(called).as("it is back").hasSize(3);
    assertThat(meters.get("notification.destinations.down").gauge().value()).isZero();
  }

  @Test
  void a_server_that_is_busy_for_one_alone_is_not_down_for_all() {
    assertIsAlwaysCalled(new Carried.Later("MAIL_SERVER_BUSY_450", true));
  }

  @Test
  void who_was_called_in_vain_long_ago_is_not_known_to_be_down() {
    down.add("a");
    tell(Collections.nCopies(5, "a").toArray(String[]::new));
    clock.moveTo(AFTERNOON.plus(Guarded.LATELY).minusSeconds(1));
    tell("b");
    assertThat(meters.get("notification.destinations.down").gauge().value()).isEqualTo(1);
    clock.moveTo(AFTERNOON.plus(Guarded.LATELY));
    assertThat(meters.get("notification.destinations.down").gauge().value()).isZero();
    tell("a");
    assertThat(meters.get("notification.destinations.down").gauge().value()).isEqualTo(1);
  }

  @Test
  void who_refuses_answers_and_is_not_down() {
    assertIsAlwaysCalled(new Carried.Never("REFUSED"));
  }

  /** However often it gives that answer. */
  private void assertIsAlwaysCalled(Carried answer) {
    Guarded answering =
        new Guarded(
            parcels ->
                parcels.stream()
                    .map(
                        parcel -> {
                          called.add(parcel.to().to());
                          return answer;
                        })
                    .toList(),
            "email",
            _ -> "one",
            clock,
            meters);
    for (int i = 0; i < 30; i++) {
      answering.carry(List.of(to("a")));
    }
    assertThat(called).hasSize(30);
  }
}
