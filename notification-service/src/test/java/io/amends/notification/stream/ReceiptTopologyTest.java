package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.GUEST;
import static io.amends.notification.domain.Evening.MORNING;
import static io.amends.notification.domain.Evening.NIGHT;
import static io.amends.notification.domain.Evening.facts;
import static io.amends.notification.domain.Evening.stamp;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Channel;
import io.amends.contracts.Origin;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.JoinedReport;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.topics.Topics;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Evening;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who wrote is answered in writing, once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiptTopologyTest {

  private final Driven house;

  ReceiptTopologyTest(@TempDir Path folder) {
    house = new Driven(folder);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void hear(RecoveryEvent event) {
    house.in(Topics.CASE_EVENTS.on(""), GUEST, event, event.stamp().eventId());
  }

  private void opens(Channel channel, Instant at) {
    hear(
        new RecoveryEvent.CaseOpened(
            stamp(1, at),
            known(facts(channel), at),
            Evening.casePolicy(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static CaseFacts known(CaseFacts facts, Instant at) {
    return new CaseFacts(
        facts.place(),
        facts.inHouse(),
        facts.stayId(),
        facts.room(),
        facts.channel(),
        facts.origin(),
        facts.source(),
        facts.issue(),
        facts.failureType(),
        facts.department(),
        facts.severity(),
        facts.flags(),
        at,
        at,
        facts.departureAt(),
        facts.guestTier(),
        facts.textId(),
        facts.language(),
        facts.open(),
        facts.externalRef(),
        facts.statutoryDueAt());
  }

  private void joins(int version, Channel channel, Instant at) {
    joins(version, channel, Origin.GUEST, at);
  }

  private void joins(int version, Channel channel, Origin origin, Instant at) {
    hear(
        new RecoveryEvent.ReportJoined(
            stamp(version, at),
            new JoinedReport(
                new CaseRef(GUEST, new CaseId("case-" + version)),
                "mail",
                channel,
                origin,
                at,
                null,
                false),
            Situation.of(facts(Channel.PHONE)),
            List.of(),
            List.of(),
            List.of()));
  }

  private List<String> mailsAt(Instant then) {
    return house.at(then).stream().map(Out.Order::draft).map(Draft::template).toList();
  }

  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"EMAIL", "WEB_FORM", "IN_ROOM_QR", "GM_MAILBOX", "CHATBOT"})
  void what_came_in_writing_is_answered_once(Channel channel) {
    opens(channel, AFTERNOON);
    opens(channel, AFTERNOON);
    joins(2, channel, AFTERNOON.plusSeconds(60));
    assertThat(mailsAt(AFTERNOON.plusSeconds(61))).containsExactly("received");
  }

  @ParameterizedTest
  @EnumSource(
      value = Channel.class,
      names = {"FRONT_DESK", "PHONE", "SYSTEM_DETECTED", "THIRD_PARTY_AUTHORITY", "REVIEW_SITE"})
  void what_was_told_or_seen_is_answered_by_people(Channel channel) {
    opens(channel, AFTERNOON);
    assertThat(mailsAt(AFTERNOON.plusSeconds(1))).isEmpty();
  }

  @Test
  void what_staff_write_down_is_no_message_of_the_guests() {
    joinsAs(Origin.STAFF);
    assertThat(mailsAt(AFTERNOON.plusSeconds(61))).isEmpty();
    joinsAs(Origin.GUEST);
    assertThat(mailsAt(AFTERNOON.plusSeconds(62))).containsExactly("joined");
  }

  private void joinsAs(Origin origin) {
    opens(Channel.PHONE, AFTERNOON);
    joins(origin == Origin.STAFF ? 2 : 3, Channel.EMAIL, origin, AFTERNOON.plusSeconds(60));
  }

  @Test
  void who_phones_and_then_writes_twice_is_answered_once() {
    opens(Channel.PHONE, AFTERNOON);
    joins(2, Channel.EMAIL, AFTERNOON.plusSeconds(60));
    joins(3, Channel.EMAIL, AFTERNOON.plusSeconds(120));
    joins(4, Channel.PHONE, AFTERNOON.plusSeconds(180));
    assertThat(mailsAt(AFTERNOON.plusSeconds(181))).containsExactly("joined");
  }

  @Test
  void who_has_just_written_is_awake() {
    house.clock.moveTo(NIGHT);
    opens(Channel.EMAIL, NIGHT);
    assertThat(mailsAt(NIGHT.plusSeconds(1))).containsExactly("received");
  }

  @Test
  void what_was_written_two_hours_ago_is_answered_in_the_morning() {
    Instant later = NIGHT.plus(Duration.ofHours(2));
    house.clock.moveTo(later);
    opens(Channel.EMAIL, NIGHT);
    assertThat(mailsAt(later.plusSeconds(1))).isEmpty();
    assertThat(mailsAt(MORNING)).containsExactly("received");
  }

  @Test
  void a_case_that_is_closed_before_the_answer_goes_needs_none() {
    Instant later = NIGHT.plus(Duration.ofHours(2));
    house.clock.moveTo(later);
    opens(Channel.EMAIL, NIGHT);
    assertThat(mailsAt(later.plusSeconds(1))).isEmpty();
    hear(new RecoveryEvent.CaseClosed(stamp(2, later.plusSeconds(60))));
    assertThat(mailsAt(MORNING)).isEmpty();
  }
}
