package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.topics.Topics;
import io.amends.endtoend.Chain.Answer;
import io.amends.endtoend.Chain.Mail;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** A guest who stands badly after a failure that another system dealt with is asked back, once. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfferIT {

  private static final String GUEST = "OFFER-7";
  private static final String ADDRESS = "noor@guests.example";
  private static final Pattern CODE = Pattern.compile("(?:[0-9A-Z]{5}-){3}[0-9A-Z]{5}");
  private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");

  @Test
  void whoever_crosses_a_band_gets_one_offer_at_a_welcome_hour(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    Map<String, Object> reference = new HashMap<>(Hotels.river());
    reference.put(
        "guests",
        List.of(Map.of("guestId", GUEST, "name", "Noor Rahman", "email", ADDRESS, "locale", "en")));
    assertThat(chain.put(Ports.INTAKE, "/reference", office, reference).status()).isEqualTo(200);
    chain.at(night(chain.now()));
    for (int month = 14; month >= 1; month--) {
      tell(chain, "STAY_COMPLETED", -30 * month, Map.of("nights", 2));
    }
    tell(
        chain,
        "CONSENT_CHANGED",
        -30,
        Map.of("purpose", "MARKETING", "channel", "EMAIL", "state", "GRANTED"));
    Map<String, Object> failure =
        Map.of("complaintId", "elsewhere-7", "severity", "CRITICAL", "propertyId", Hotels.RIVER);
    tell(chain, "COMPLAINT_MADE", 0, failure);

    Chain.until("the band is crossed", () -> !alerts(chain).isEmpty());
    assertThat(alerts(chain)).hasSize(1);
    assertThat(alerts(chain).getFirst().path("to").asString()).isIn("ELEVATED", "HIGH");
    assertThat(chain.mailsTo(ADDRESS)).as("nobody is written to at night").isEmpty();

    chain.at(morning(chain.now()));
    Chain.until("the offer is there", () -> !chain.mailsTo(ADDRESS).isEmpty());
    List<Mail> offers = chain.mailsTo(ADDRESS);
    assertThat(offers)
        .extracting(Mail::subject)
        .containsExactly("We would like to welcome you again: Amends River Singapore");
    assertThat(offers.getFirst().text())
        .contains("Dear Noor Rahman,")
        .contains("No more of these: http");
    redeemedOnce(chain, offers.getFirst());
  }

  /** Fifty hold the same code at the same time: one has it, the others hear that they have not. */
  private static void redeemedOnce(Chain chain, Mail offer) {
    Matcher code = CODE.matcher(offer.text());
    assertThat(code.find()).as(offer.text()).isTrue();
    Map<String, Object> body = Map.of("code", code.group());
    assertThat(redeem(chain, chain.token("INTEGRATOR", "pms"), body)).isEqualTo(403);
    assertThat(redeem(chain, chain.token("PARTNER", "spa", "NYC-MIDTOWN"), body))
        .as("a partner of another hotel")
        .isEqualTo(403);
    assertThat(redeem(chain, chain.token("PARTNER", "spa"), Map.of("code", "7QK3M-7QK3M")))
        .isEqualTo(404);
    String clerk = chain.token("FRONT_LINE", "ana", Hotels.RIVER);
    String spa = chain.token("PARTNER", "spa", Hotels.RIVER);
    List<Integer> answers;
    try (ExecutorService desks = Executors.newFixedThreadPool(50)) {
      answers =
          IntStream.range(0, 50)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> redeem(chain, i % 2 == 0 ? clerk : spa, body), desks))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .sorted()
              .toList();
    }
    assertThat(answers.getFirst()).isEqualTo(200);
    assertThat(answers.subList(1, 50)).hasSize(49).containsOnly(409);

    Chain.until(
        "it is told",
        () ->
            chain
                    .events(Topics.NOTIFICATIONS, GUEST, "amends.notification.offer-redeemed.v1")
                    .size()
                == 1);
    JsonNode issued =
        chain.events(Topics.NOTIFICATIONS, GUEST, "amends.notification.offer-issued.v1").getFirst();
    Answer month =
        chain.get(
            Ports.NOTIFICATION,
            "/offers/budgets/" + issued.path("budget").asString(),
            chain.token("GENERAL_MANAGER", "gm", Hotels.RIVER));
    assertThat(month.json().path("liability").decimalValue()).isZero();
    assertThat(month.json().path("redeemed").decimalValue())
        .isEqualByComparingTo(issued.path("cost").decimalValue());
  }

  private static int redeem(Chain chain, String token, Map<String, Object> body) {
    return chain.post(Ports.NOTIFICATION, "/offers/redemptions", token, body, Map.of()).status();
  }

  private static List<JsonNode> alerts(Chain chain) {
    return chain.events(Topics.RISK_ALERTS, GUEST, "amends.retention.risk-band-crossed.v1");
  }

  /** The next 23:00 of Singapore. */
  private static Instant night(Instant now) {
    return next(now, LocalTime.of(23, 0));
  }

  private static Instant morning(Instant now) {
    return next(now, LocalTime.of(10, 30));
  }

  private static Instant next(Instant now, LocalTime time) {
    ZonedDateTime today = now.atZone(SINGAPORE).with(time);
    return (today.toInstant().isAfter(now) ? today : today.plusDays(1)).toInstant();
  }

  private static void tell(Chain chain, String kind, int days, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("kind", kind);
    body.put("guestId", GUEST);
    body.put("propertyId", Hotels.RIVER);
    body.put("occurredAt", chain.now().plus(Duration.ofDays(days)).toString());
    Answer taken =
        chain.post(
            Ports.INTAKE,
            "/interactions",
            chain.token("HEAD_OFFICE", "hq"),
            body,
            Map.of("Idempotency-Key", GUEST + kind + days + chain.now()));
    assertThat(taken.status()).as(taken.text()).isEqualTo(202);
  }
}
