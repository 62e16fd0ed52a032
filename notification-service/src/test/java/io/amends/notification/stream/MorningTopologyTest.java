package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.HOTEL;
import static io.amends.notification.domain.Evening.person;
import static io.amends.notification.domain.Evening.roster;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.PolicyLevels;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.reference.PolicyReference;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Evening;
import io.amends.notification.domain.morning.CaseLine;
import io.amends.notification.domain.morning.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a case that stands open in the evening to the mail at eight. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MorningTopologyTest {

  private static final Instant EIGHT = Instant.parse("2027-01-13T00:00:00Z");

  private final Driven house;

  MorningTopologyTest(@TempDir Path folder) {
    house = new Driven(folder);
    house.table(
        Topics.ROSTERS.on(""),
        HOTEL.value(),
        roster(person("gm", Role.GENERAL_MANAGER), person("ana", Role.FRONT_LINE)));
  }

  @AfterEach
  void close() {
    house.close();
  }

  /** The contract's own example, at the hotel of the tests. */
  private static CaseSnapshot snapshot(int version, CaseSnapshot.Standing standing) {
    try (var sample =
        MorningTopologyTest.class.getResourceAsStream("/samples/amends.recovery.case.v1.json")) {
      ObjectNode body =
          (ObjectNode) Json.mapper().readTree(Objects.requireNonNull(sample).readAllBytes());
      body.put("caseVersion", version);
      body.put("standing", standing.name());
      body.putNull("madeGoodAt");
      if (standing == CaseSnapshot.Standing.OPEN) {
        body.putNull("closedAt");
      } else {
        body.put("closedAt", AFTERNOON.toString());
      }
      ((ObjectNode) body.at("/facts/place")).put("propertyId", HOTEL.value());
      return Json.mapper().treeToValue(body, CaseSnapshot.class);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void hear(CaseSnapshot snapshot) {
    house.in(Topics.CASES.on(""), snapshot.guestId(), snapshot, "case/" + snapshot.caseVersion());
  }

  private static Report report(Out.Order order) {
    return Objects.requireNonNull(order.draft().report());
  }

  @Test
  void what_is_open_stands_in_one_mail_to_the_general_manager_at_eight() {
    CaseSnapshot open = snapshot(7, CaseSnapshot.Standing.OPEN);
    hear(open);
    assertThat(house.at(EIGHT.minusSeconds(5))).isEmpty();
    List<Out.Order> mails = house.at(EIGHT);
    assertThat(mails).hasSize(1);
    Draft mail = mails.getFirst().draft();
    assertThat(mail.message().staffId()).isEqualTo("gm");
    assertThat(mail.message().messageId()).isEqualTo("morning/SIN-MARINA/2027-01-13/gm");
    assertThat(report(mails.getFirst()).open()).containsExactly(CaseLine.of(open));
    assertThat(house.at(EIGHT.plus(Duration.ofHours(20)))).as("once a day").isEmpty();
    assertThat(house.at(EIGHT.plus(Duration.ofDays(1)))).as("and every day").hasSize(1);
  }

  private static final Instant SEVEN = Instant.parse("2027-01-12T23:00:00Z");

  private void minorAtNight() {
    house.clock.moveTo(Evening.NIGHT);
    house.table(
        Topics.ROSTERS.on(""),
        HOTEL.value(),
        roster(person("mia", Role.SUPERVISOR), person("ana", Role.FRONT_LINE)));
    hear(
        new RecoveryEvent.CaseOpened(
            Evening.stamp(1, AFTERNOON),
            Evening.facts(io.amends.contracts.Channel.FRONT_DESK),
            Evening.casePolicy(),
            List.of(),
            List.of(),
            List.of()));
    hear(
        new RecoveryEvent.SituationChanged(
            Evening.stamp(2, AFTERNOON),
            RecoveryEvent.Change.ROOM_MOVED,
            Situation.of(Evening.facts(io.amends.contracts.Channel.FRONT_DESK))
                .with(io.amends.contracts.Severity.MINOR),
            List.of(),
            List.of(),
            List.of(),
            null));
    hear(new RecoveryEvent.ComplaintAcknowledged(Evening.stamp(3, AFTERNOON), null));
  }

  private void hear(RecoveryEvent event) {
    house.in(Topics.CASE_EVENTS.on(""), Evening.GUEST, event, event.stamp().eventId());
  }

  private static RecoveryEvent warned(int version, Clock clock, Instant dueAt) {
    return new RecoveryEvent.PromiseWarned(
        Evening.stamp(version, Evening.NIGHT), clock, 1, "50%", dueAt, Role.SUPERVISOR);
  }

  private static CaseSnapshot ofTheCase(CaseSnapshot.Standing standing) {
    ObjectNode body = Json.mapper().valueToTree(snapshot(7, standing));
    body.put("caseId", Evening.CASE.value());
    for (JsonNode promise : body.get("promises")) {
      ((ObjectNode) promise).put("result", "RUNNING").putNull("at");
    }
    return Json.mapper().treeToValue(body, CaseSnapshot.class);
  }

  @Test
  void minor_warnings_of_a_night_stand_in_one_mail_when_it_is_over() {
    minorAtNight();
    hear(ofTheCase(CaseSnapshot.Standing.OPEN));
    hear(warned(4, Clock.FIX, EIGHT));
    hear(warned(5, Clock.NEXT_UPDATE, EIGHT));
    assertThat(house.at(SEVEN.minusSeconds(5))).as("nobody is woken").isEmpty();
    List<Out.Order> mails = house.at(SEVEN);
    assertThat(mails)
        .extracting(order -> order.draft().message().messageId())
        .containsExactly("night/SIN-MARINA/2027-01-13/mia");
    assertThat(report(mails.getFirst()).open())
        .extracting(line -> line.caseId())
        .containsExactly(Evening.CASE);
    assertThat(house.at(SEVEN.plus(Duration.ofDays(1))).stream())
        .as("once")
        .noneMatch(order -> order.draft().template().equals("night"));
  }

  @Test
  void the_hotels_own_night_counts_and_not_the_chains() {
    house.table(
        Topics.POLICIES.on(""),
        PolicyLevels.currentOf("PROPERTY:" + HOTEL.value()),
        new PolicyReference(
            "PROPERTY:" + HOTEL.value(),
            "policy",
            1,
            Map.of("escalation", Map.of("night", Map.of("from", "23:30")))));
    minorAtNight();
    hear(warned(4, Clock.FIX, EIGHT));
    assertThat(house.tick())
        .as("eleven at night, and the night begins half an hour later")
        .extracting(order -> order.draft().message().staffId())
        .containsExactly("mia");
  }

  @Test
  void what_was_done_or_broken_in_the_night_stands_in_no_digest() {
    minorAtNight();
    hear(ofTheCase(CaseSnapshot.Standing.OPEN));
    hear(warned(4, Clock.FIX, SEVEN.minusSeconds(1)));
    assertThat(house.at(SEVEN)).isEmpty();
  }

  @Test
  void a_hotel_where_all_is_done_is_not_written_to_again() {
    hear(snapshot(7, CaseSnapshot.Standing.OPEN));
    hear(snapshot(8, CaseSnapshot.Standing.CLOSED));
    List<Out.Order> mails = house.at(EIGHT);
    assertThat(report(mails.getFirst()).ended()).hasSize(1);
    assertThat(report(mails.getFirst()).open()).isEmpty();
    assertThat(house.at(EIGHT.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  void if_nobody_is_there_to_read_it_the_ledger_has_it_all_the_same() {
    house.table(Topics.ROSTERS.on(""), HOTEL.value(), roster(person("ana", Role.FRONT_LINE)));
    hear(snapshot(7, CaseSnapshot.Standing.OPEN));
    assertThat(house.at(EIGHT))
        .extracting(order -> order.draft().message().staffId())
        .containsExactly("nobody");
  }

  @Test
  void who_was_let_down_and_comes_today_is_named_to_the_hotel_that_expects_them() {
    GuestId guest = Evening.GUEST;
    house.in(
        Topics.CASE_EVENTS.on(""),
        guest,
        new RecoveryEvent.CaseOpened(
            Evening.stamp(1, AFTERNOON),
            Evening.facts(io.amends.contracts.Channel.FRONT_DESK),
            Evening.casePolicy(),
            List.of(),
            List.of(),
            List.of()),
        "opened");
    Situation twice =
        Situation.of(Evening.facts(io.amends.contracts.Channel.FRONT_DESK))
            .with(io.amends.contracts.recovery.DoubleDeviation.REOPENED);
    house.in(
        Topics.CASE_EVENTS.on(""),
        guest,
        new RecoveryEvent.SituationChanged(
            Evening.stamp(2, AFTERNOON),
            RecoveryEvent.Change.ROOM_MOVED,
            twice,
            List.of(),
            List.of(),
            List.of(),
            null),
        "twice");
    house.in(
        Topics.CASE_EVENTS.on(""),
        guest,
        new RecoveryEvent.CaseClosed(Evening.stamp(3, AFTERNOON)),
        "closed");
    InteractionRecorded booking =
        Json.read(
            Keys.bytes(
                """
                {"guestId":"%s","source":"pms","history":false,"kind":"BOOKING_MADE",
                 "occurredAt":"2027-01-12T07:30:00Z","propertyId":"%s","bookingId":"B-1",
                 "arrivalDate":"2027-01-13"}
                """
                    .formatted(guest.value(), HOTEL.value())),
            InteractionRecorded.class);
    house.in(Topics.INTERACTIONS.on(""), guest, booking, "booking");
    List<Out.Order> mails = house.at(EIGHT);
    assertThat(mails).hasSize(1);
    assertThat(report(mails.getFirst()).arriving())
        .extracting(arrival -> arrival.guestId(), arrival -> arrival.issue())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(guest, "ROOM_CLIMATE"));
  }
}
