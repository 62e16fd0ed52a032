package io.amends.scorer.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.contracts.EventType;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.NotificationEvent.OfferLapsed;
import io.amends.contracts.notification.NotificationEvent.OfferRedeemed;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.DoubleDeviationFound;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.contracts.reference.GuestReference;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.LoyaltyLevel;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.watch.Heard;
import io.amends.scorer.domain.watch.LastFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordReaderTest {

  private static final Instant AT = Instant.parse("2026-11-20T13:18:00Z");

  private static final String COMPLAINT =
      """
      {"complaintId":"C1","guestId":"G1","source":"PMS","history":HISTORY,
       "place":{"propertyId":"SHA-BUND","zone":"Asia/Shanghai","dateRoll":"06:00","currency":"CNY",
                "referenceNight":{"minorUnits":90000,"currency":"CNY"}},
       "inHouse":true,"channel":"FRONT_DESK","origin":"ORIGIN","issue":"DIRTY_ROOM",
       "failureType":"OTHER_CORE_SERVICE_FAILURE","department":"HOUSEKEEPING","severity":"MAJOR",
       "flags":[],"occurredAt":"2026-11-20T13:14:00Z","detectedAt":"2026-11-20T13:18:00Z",
       "arrivedAt":"2026-11-20T13:20:00Z","public":PUBLIC}
      """;

  private static final String SEEN =
      """
      {"guestId":"G1","source":"LOCKS","history":HISTORY,"kind":"FAILURE_DETECTED",
       "occurredAt":"2026-11-20T13:18:00Z",PROPERTY"severity":"MINOR"}
      """;

  private final RecordReader reader = new RecordReader();

  @Test
  void a_complaint_is_heard_from_when_it_was_known() {
    Heard heard = complaint("GUEST", false, false);

    assertThat(heard.fact())
        .isEqualTo(
            new GuestFact.ComplaintMade(AT, Reference.of("C1"), Severity.MAJOR, Voice.GUEST));
    assertThat(heard.failure()).extracting("propertyId.value").isEqualTo("SHA-BUND");
  }

  @Test
  void who_spoke_up_matters() {
    assertThat(voice(complaint("GUEST", false, true))).isEqualTo(Voice.IN_PUBLIC);
    assertThat(voice(complaint("STAFF", false, false))).isEqualTo(Voice.HOTEL);
    assertThat(voice(complaint("SYSTEM_DETECTED", false, false))).isEqualTo(Voice.HOTEL);
    assertThat(voice(complaint("THIRD_PARTY", false, false))).isEqualTo(Voice.GUEST);
  }

  @Test
  void a_failure_that_a_system_saw_is_heard_once_while_fresh_by_the_complaint() {
    assertThat(complaint("SYSTEM_DETECTED", false, false).fact())
        .isInstanceOf(GuestFact.ComplaintMade.class);
    assertThat(interaction(seen(false, "\"propertyId\":\"SHA-BUND\",\"complaintId\":\"C1\",")))
        .isEqualTo(Heard.NOTHING);
  }

  @Test
  void of_which_a_chain_lets_the_door_make_no_complaint_the_interaction_is_heard() {
    assertThat(interaction(seen(false, "\"propertyId\":\"SHA-BUND\",")).fact())
        .isEqualTo(new GuestFact.FailureDetected(AT, Severity.MINOR));
  }

  @Test
  void and_once_of_the_past_by_the_interaction() {
    assertThat(complaint("SYSTEM_DETECTED", true, false).fact()).isNull();
    assertThat(interaction(seen(true, "\"propertyId\":\"SHA-BUND\",")).fact())
        .isEqualTo(new GuestFact.FailureDetected(AT, Severity.MINOR));
  }

  @Test
  void without_a_hotel_the_door_makes_no_complaint_of_it_so_the_interaction_is_heard() {
    assertThat(interaction(seen(false, "")).fact())
        .isEqualTo(new GuestFact.FailureDetected(AT, Severity.MINOR));
  }

  @Test
  void a_service_of_which_the_door_has_made_a_complaint_is_heard_by_that() {
    String waited =
        "{\"guestId\":\"G1\",\"source\":\"PMS\",\"history\":false,\"kind\":\"SERVICE_USED\","
            + "\"occurredAt\":\"2026-11-20T13:18:00Z\",\"polarity\":\"NEGATIVE\"MORE}";

    assertThat(interaction(waited.replace("MORE", ",\"complaintId\":\"C1\"")))
        .isEqualTo(Heard.NOTHING);
    assertThat(interaction(waited.replace("MORE", "")).fact()).isNotNull();
  }

  @Test
  void an_offer_that_was_taken_or_left_is_a_sign() {
    String offer =
        "{\"messageId\":\"M1\",\"guestId\":\"G1\",\"purpose\":\"WIN_BACK\",\"step\":\"WIN_BACK\","
            + "\"via\":\"EMAIL\",\"causedBy\":\"E1\",\"validUntil\":\"2026-12-20T13:18:00Z\","
            + "\"at\":\"2026-11-20T13:18:00Z\",\"offerType\":\"UPGRADE\",\"programme\":\"p\","
            + "\"budget\":\"p/SHA-BUND/2026-11\",\"cost\":0.4,\"by\":\"SYSTEM:pms\"}";

    assertThat(read(OfferRedeemed.class, offer).fact())
        .isEqualTo(new GuestFact.Signalled(AT, Signal.OFFER_TAKEN));
    assertThat(read(OfferLapsed.class, offer).fact())
        .isEqualTo(new GuestFact.Signalled(AT, Signal.OFFER_LEFT));
  }

  @Test
  void a_master_record_tells_the_level_and_alerts_nobody() {
    Heard heard = read(GuestReference.class, "{\"guestId\":\"G1\",\"tier\":\"Gold\"}");

    assertThat(heard.history()).isTrue();
    assertThat(heard.fact()).isEqualTo(new GuestFact.LoyaltyChanged(AT, LoyaltyLevel.GOLD));
    assertThat(read(GuestReference.class, "{\"guestId\":\"G1\"}")).isEqualTo(Heard.NOTHING);
  }

  @Test
  void a_case_tells_when_it_gets_dearer_and_when_it_was_made_good() {
    String stamp =
        "\"guestId\":\"G1\",\"caseId\":\"C1\",\"caseVersion\":4,\"actor\":\"CLOCK\","
            + "\"occurredAt\":\"2026-11-20T13:18:00Z\"";

    assertThat(
            read(
                    TierEntered.class,
                    "{%s,\"tier\":{\"tier\":\"NEXT_DAY\",\"from\":\"2026-11-20T13:18:00Z\"}}"
                        .formatted(stamp))
                .fact())
        .isEqualTo(new GuestFact.TierEntered(AT, Reference.of("C1"), CostTier.NEXT_DAY));
    assertThat(
            read(MadeGood.class, "{%s,\"tier\":\"SAME_DAY\",\"minutes\":19}".formatted(stamp))
                .fact())
        .isEqualTo(new GuestFact.ComplaintResolved(AT, Reference.of("C1"), null));
    assertThat(read(ComplaintAcknowledged.class, "{%s}".formatted(stamp))).isEqualTo(Heard.NOTHING);
  }

  @Test
  void a_recovery_that_failed_is_heard_whichever_way_it_failed() {
    GuestFact failed = new GuestFact.RecoveryFailed(AT, Reference.of("C1"));

    assertThat(sample(CaseReopened.class).fact()).isEqualTo(failed);
    assertThat(sample(DoubleDeviationFound.class).fact()).isEqualTo(failed);
  }

  @Test
  void what_was_told_twice_is_heard_once() {
    assertThat(sample(CaseMerged.class).fact())
        .isEqualTo(new GuestFact.ComplaintMerged(AT, Reference.of("C1")));
  }

  /** The approved sample of a type, told of one case and hour. */
  private Heard sample(Class<?> type) {
    String name = "/samples/" + EventType.of(type) + ".json";
    try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(name), name)) {
      ObjectNode event = (ObjectNode) Json.mapper().readTree(file);
      event.put("caseId", "C1").put("occurredAt", AT.toString());
      return read(type, event.toString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void the_time_of_departure_is_known_from_the_complaint_of_a_guest_in_house() {
    LastFailure failure =
        Objects.requireNonNull(
            read(
                    ComplaintAccepted.class,
                    COMPLAINT
                        .replace("ORIGIN", "GUEST")
                        .replace("HISTORY", "false")
                        .replace("PUBLIC", "false")
                        .replace(
                            "\"arrivedAt\"",
                            "\"departureAt\":\"2026-11-22T04:00:00Z\",\"arrivedAt\""))
                .failure());

    assertThat(failure.at()).isEqualTo(AT);
    assertThat(failure.leavesAt()).isEqualTo(Instant.parse("2026-11-22T04:00:00Z"));
  }

  @Test
  void a_currency_that_does_not_exist_makes_the_amount_unknown_and_is_said() {
    Heard heard =
        interaction(
            """
            {"guestId":"G1","source":"PMS","history":false,"kind":"STAY_COMPLETED","nights":2,
             "occurredAt":"2026-11-20T13:18:00Z","spend":{"minorUnits":58800,"currency":"XQX"}}
            """);

    assertThat(heard.fact()).isEqualTo(new GuestFact.StayCompleted(AT, null, 2, null));
    assertThat(heard.oddities()).containsExactly(Oddity.UNKNOWN_CURRENCY);
  }

  @Test
  void what_makes_no_sense_is_said_by_field() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                interaction("{\"kind\":\"BOOKING_MADE\",\"occurredAt\":\"2026-11-20T13:18:00Z\"}"))
        .withMessage("bookingId: none (expected: one)");
  }

  private Heard complaint(String origin, boolean history, boolean open) {
    return read(
        ComplaintAccepted.class,
        COMPLAINT
            .replace("ORIGIN", origin)
            .replace("HISTORY", Boolean.toString(history))
            .replace("PUBLIC", Boolean.toString(open)));
  }

  private static String seen(boolean history, String property) {
    return SEEN.replace("HISTORY", Boolean.toString(history)).replace("PROPERTY", property);
  }

  private Heard interaction(String body) {
    return read(InteractionRecorded.class, body);
  }

  private Heard read(Class<?> type, String body) {
    EventHeaders headers =
        new EventHeaders("E1", "test", EventType.of(type), AT, "E1", null, null, false);
    return reader.read(Keys.bytes(body), headers);
  }

  private static @Nullable Voice voice(Heard heard) {
    return heard.fact() instanceof GuestFact.ComplaintMade made ? made.voice() : null;
  }
}
