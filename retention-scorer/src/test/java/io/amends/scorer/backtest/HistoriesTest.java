package io.amends.scorer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Money;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.domain.fact.GuestFact.BookingMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintMade;
import io.amends.scorer.domain.fact.GuestFact.ComplaintResolved;
import io.amends.scorer.domain.fact.GuestFact.FailureDetected;
import io.amends.scorer.domain.fact.GuestFact.LoyaltyChanged;
import io.amends.scorer.domain.fact.GuestFact.Signalled;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.fact.GuestFact.SurveyAnswered;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.LoyaltyLevel;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HistoriesTest {

  private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
  private static final String AT = "\"occurredAt\":\"2026-11-22T12:00:00+08:00\",";

  @TempDir private Path folder = Path.of(".");

  @Test
  void a_stay_is_read_with_its_money() throws IOException {
    assertThat(
            one(
                """
                "kind":"STAY_COMPLETED","stayId":"S-88213","nights":2,
                "spend":{"minorUnits":58800,"currency":"CNY"}"""))
        .isEqualTo(
            new StayCompleted(
                NOON, Reference.of("S-88213"), 2, new Money(58_800, Currency.getInstance("CNY"))));
  }

  @Test
  void an_unknown_currency_is_an_unknown_amount() throws IOException {
    assertThat(
            one(
                """
                "kind":"STAY_COMPLETED","nights":2,"spend":{"minorUnits":1,"currency":"???"}"""))
        .isEqualTo(new StayCompleted(NOON, null, 2, null));
  }

  @Test
  void every_kind_that_tells_something_is_read() throws IOException {
    assertThat(one("\"kind\":\"BOOKING_MADE\",\"bookingId\":\"B\",\"arrivalDate\":\"2027-01-02\""))
        .isEqualTo(new BookingMade(NOON, Reference.of("B"), LocalDate.parse("2027-01-02"), 1));
    assertThat(one("\"kind\":\"FAILURE_DETECTED\",\"severity\":\"MAJOR\",\"detector\":\"lock\""))
        .isEqualTo(new FailureDetected(NOON, Severity.MAJOR));
    assertThat(one("\"kind\":\"FAILURE_DETECTED\""))
        .isEqualTo(new FailureDetected(NOON, Severity.MINOR));
    assertThat(one("\"kind\":\"COMPLAINT_MADE\",\"complaintId\":\"C\",\"severity\":\"CRITICAL\""))
        .isEqualTo(new ComplaintMade(NOON, Reference.of("C"), Severity.CRITICAL, Voice.GUEST));
    assertThat(
            one("\"kind\":\"COMPLAINT_MADE\",\"complaintId\":\"C\",\"channel\":\"SOCIAL_MEDIA\""))
        .isEqualTo(new ComplaintMade(NOON, Reference.of("C"), Severity.MINOR, Voice.IN_PUBLIC));
    assertThat(one("\"kind\":\"COMPLAINT_RESOLVED\",\"complaintId\":\"C\",\"satisfaction\":4"))
        .isEqualTo(new ComplaintResolved(NOON, Reference.of("C"), 4));
    assertThat(
            one(
                "\"kind\":\"SURVEY_ANSWERED\",\"score\":3,\"outcomeJustice\":4,\"interactionalJustice\":1"))
        .isEqualTo(new SurveyAnswered(NOON, 3, new Justices(4, null, 1)));
    assertThat(one("\"kind\":\"LOYALTY_CHANGED\",\"tier\":\"Platinum Elite\""))
        .isEqualTo(new LoyaltyChanged(NOON, LoyaltyLevel.TOP));
    assertThat(one("\"kind\":\"CONSENT_CHANGED\",\"purpose\":\"MARKETING\",\"state\":\"REVOKED\""))
        .isEqualTo(new Signalled(NOON, Signal.UNSUBSCRIBED));
  }

  @Test
  void a_guest_is_known_by_a_stay_that_was_told_before() throws IOException {
    Histories read =
        read(
            "{\"guestId\":\"G\",\"bookingId\":\"B\",\"kind\":\"BOOKING_MADE\","
                + AT
                + "\"nights\":1}",
            "{\"bookingId\":\"B\",\"kind\":\"BOOKING_CANCELLED\"," + AT + "\"x\":1}");

    assertThat(read.byGuest().get("G")).hasSize(2);
  }

  @Test
  void lines_that_make_no_sense_are_counted_and_the_rest_is_read() throws IOException {
    Histories read =
        read(
            "{\"guestId\":\"G\",\"kind\":\"STAY_COMPLETED\"," + AT + "\"nights\":1}",
            "{\"guestId\":\"G\",\"kind\":\"STAY_COMPLETED\"," + AT + "\"nights\":1}",
            "not json",
            "{\"guestId\":\"G\",\"kind\":\"STAY_COMPLETED\"}",
            "{\"guestId\":\"G\",\"kind\":\"STAY_COMPLETED\",\"occurredAt\":\"yesterday\"}",
            "{\"guestId\":\"G\",\"kind\":\"BOOKING_CANCELLED\"," + AT + "\"nights\":1}",
            "{\"kind\":\"STAY_COMPLETED\"," + AT + "\"nights\":1}",
            "{\"guestId\":\"G\",\"kind\":\"ROOM_MOVED\"," + AT + "\"room\":\"12\"}",
            "");

    assertThat(read.lines()).isEqualTo(8);
    assertThat(read.refused()).isEqualTo(5);
    assertThat(read.byGuest().get("G")).hasSize(1);
  }

  private GuestFact one(String fields) throws IOException {
    return List.copyOf(
            read("{\"guestId\":\"G\"," + AT + fields.replace("\n", "") + "}").byGuest().values())
        .getFirst()
        .getFirst();
  }

  private Histories read(String... lines) throws IOException {
    Path file = folder.resolve("history.ndjson");
    Files.write(file, List.of(lines));
    return Histories.read(file);
  }
}
