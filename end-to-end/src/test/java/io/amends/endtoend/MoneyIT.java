package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.endtoend.Chain.Answer;
import io.amends.local.program.Ports;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What two evenings cost by the rule, what was really given, and what that says of silence. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoneyIT {

  private static final ZoneId CHINA_TIME = ZoneId.of("Asia/Shanghai");

  /** The chain's clock goes on from test to test: this is told on the next day. */
  private LocalDate day = LocalDate.EPOCH;

  private Instant time(String local, int daysLater) {
    return day.plusDays(daysLater).atTime(LocalTime.parse(local)).atZone(CHINA_TIME).toInstant();
  }

  private void begin(Chain chain, String office, Map<String, Object> hotel, String local) {
    day = chain.now().atZone(CHINA_TIME).toLocalDate().plusDays(1);
    chain.at(time(local, 0));
    assertThat(
            chain
                .put(Ports.INTAKE, "/reference", office, Map.of("properties", List.of(hotel)))
                .status())
        .isEqualTo(200);
  }

  @Test
  void found_before_the_guest_said_a_word_it_costs_one_and_the_clerk_asks_nobody(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    begin(chain, office, hotel("SIN-PALM", "Asia/Singapore", "03:00", "SGD", 320), "15:05");
    String clerk = chain.token("FRONT_LINE", "eva-sin", "SIN-PALM");
    Map<String, Object> told = new HashMap<>(complaint("SIN-PALM", "G-301-M", "ROOM_CLIMATE"));
    told.put("occurredAt", time("14:58", 0).toString());
    told.put("detectedAt", time("15:05", 0).toString());
    told.put("channel", "SYSTEM_DETECTED");
    told.put("reportedBy", "SYSTEM");
    told.put("departureAt", time("11:00", 3).toString());
    Case found = opened(chain, office, told, "money-1");

    chain.at(time("15:09", 0));
    found.ask(clerk, "acknowledge", Map.of());
    chain.at(time("15:18", 0));
    found.ask(office, "apologise", Map.of());
    chain.at(time("15:22", 0));
    found.ask(clerk, "fix-done", Map.of());
    chain.at(time("15:24", 0));
    Answer given =
        found.ask(
            clerk,
            "grant-remedy",
            Map.of("remedy", "VOUCHER", "worth", Map.of("minorUnits", 3_200, "currency", "SGD")));
    assertThat(result(given)).as("at once, no approval").isEqualTo("DONE");

    JsonNode cost = found.cost(office);
    assertThat(cost.path("estimate").asBoolean()).isTrue();
    assertThat(cost.path("tier").asString()).isEqualTo("ON_THE_SPOT");
    assertThat(cost.path("exposureMoney").path("minorUnits").asLong()).isEqualTo(12_800);
    assertThat(tier(cost, "NEXT_DAY").path("money").path("minorUnits").asLong())
        .as("before the cap")
        .isEqualTo(128_000);
    assertThat(cost.path("silence").path("knewFirst").asString()).isEqualTo("HOTEL");
    assertThat(cost.path("silence").path("minutes").asLong()).isEqualTo(7);
    assertThat(cost.path("real").path("given").decimalValue()).isEqualByComparingTo("0.1");
    JsonNode snapshot = found.snapshot(office);
    assertThat(snapshot.path("madeGoodAt").isString()).isTrue();
    assertThat(snapshot.path("ledger")).hasSize(3);

    assertThat(
            result(found.ask(clerk, "link-prevention", Map.of("prevention", "SIN-PALM:1204:AC"))))
        .isEqualTo("DONE");
    assertThat(found.snapshot(office).path("prevention").asString()).isEqualTo("SIN-PALM:1204:AC");
  }

  @Test
  void discount_and_points_the_next_day_cost_ten_and_are_within_the_supervisors_limit(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    begin(chain, office, hotel("SHA-PARK", "Asia/Shanghai", "04:00", "CNY", 900), "22:20");
    String supervisor = chain.token("SUPERVISOR", "sue-sha", "SHA-PARK");
    String manager = chain.token("DUTY_MANAGER", "dan-sha", "SHA-PARK");
    Map<String, Object> told = new HashMap<>(complaint("SHA-PARK", "G-118-M", "BOOKING_NOT_FOUND"));
    told.put("occurredAt", time("22:20", 0).toString());
    told.put("departureAt", time("12:00", 2).toString());
    Case lost = opened(chain, office, told, "money-2");
    chain.at(time("22:41", 0));
    lost.ask(manager, "acknowledge", Map.of());
    chain.at(time("23:30", 0));
    lost.ask(manager, "fix-done", Map.of());

    chain.at(time("15:00", 1));
    Map<String, Object> discount =
        Map.of("remedy", "DISCOUNT", "worth", Map.of("minorUnits", 27_000, "currency", "CNY"));
    assertThat(result(lost.ask(supervisor, "grant-remedy", discount))).isEqualTo("DONE");
    assertThat(
            result(
                lost.ask(supervisor, "grant-remedy", Map.of("remedy", "POINTS", "points", 3_000))))
        .isEqualTo("DONE");
    chain.at(time("15:10", 1));
    assertThat(lost.ask(manager, "close", Map.of()).text()).contains("CARE_MISSING");
    chain.at(time("15:30", 1));
    lost.ask(manager, "apologise", Map.of());

    JsonNode cost = lost.cost(office);
    assertThat(cost.path("tier").asString()).isEqualTo("NEXT_DAY");
    assertThat(cost.path("exposure").decimalValue()).isEqualByComparingTo("5");
    assertThat(cost.path("exposureMoney").path("minorUnits").asLong()).isEqualTo(450_000);
    assertThat(cost.path("saved").path("minorUnits").asLong())
        .as("had it been made good on the spot")
        .isPositive();
    assertThat(cost.path("real").path("given").decimalValue()).isEqualByComparingTo("0.6");
    assertThat(cost.path("real").path("cost").decimalValue())
        .as("points cost the hotel half of what they are worth")
        .isEqualByComparingTo("0.45");
    long balance = 0;
    for (JsonNode line : lost.snapshot(office).path("ledger")) {
      balance += line.path("money").path("minorUnits").asLong();
    }
    assertThat(balance).as("given, and nothing set aside").isEqualTo(54_000);
  }

  @Test
  void a_case_for_few_eyes_is_not_there_for_others(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    begin(chain, office, hotel("SIN-PALM", "Asia/Singapore", "03:00", "SGD", 320), "18:00");
    Map<String, Object> told = new HashMap<>(complaint("SIN-PALM", "G-9-M", "DRUNK_GUEST"));
    told.put("occurredAt", time("18:00", 0).toString());
    Case trouble = opened(chain, office, told, "money-3");
    String clerk = chain.token("FRONT_LINE", "eva-sin", "SIN-PALM");
    String security = chain.token("SECURITY", "sam-sin", "SIN-PALM");
    assertThat(trouble.read(clerk).status()).isEqualTo(404);
    assertThat(trouble.read(security).status()).isEqualTo(200);
    assertThat(trouble.ask(clerk, "fix-done", Map.of()).status()).isEqualTo(403);
    assertThat(result(trouble.ask(security, "acknowledge", Map.of()))).isEqualTo("DONE");
  }

  private static JsonNode tier(JsonNode cost, String tier) {
    for (JsonNode each : cost.path("byTier")) {
      if (each.path("tier").asString().equals(tier)) {
        return each;
      }
    }
    throw new AssertionError("no tier " + tier + " in " + cost);
  }

  private static String result(Answer answer) {
    return answer.json().path("answer").path("result").asString();
  }

  /** One case, as an outsider has it. */
  private record Case(Chain chain, String path) {

    Answer ask(String token, String verb, Object details) {
      return chain.command(path + "/commands/" + verb, token, details);
    }

    Answer read(String token) {
      return chain.get(Ports.ORCHESTRATOR, path, token);
    }

    JsonNode snapshot(String token) {
      return read(token).json().path("snapshot");
    }

    JsonNode cost(String token) {
      return chain.get(Ports.ORCHESTRATOR, path + "/cost", token).json().path("cost");
    }
  }

  private static Case opened(
      Chain chain, String token, Map<String, Object> complaint, String idempotencyKey) {
    String caseId = chain.complain(token, idempotencyKey, complaint);
    Case opened = new Case(chain, "/guests/" + complaint.get("guestId") + "/cases/" + caseId);
    Chain.until("the case is open", () -> opened.read(token).status() == 200);
    return opened;
  }

  private static Map<String, Object> complaint(String property, String guest, String issue) {
    return Map.of(
        "propertyId", property,
        "guestId", guest,
        "room", "1204",
        "channel", "FRONT_DESK",
        "issue", issue);
  }

  private static Map<String, Object> hotel(
      String id, String zone, String roll, String currency, int night) {
    return Map.of(
        "propertyId",
        id,
        "name",
        "Amends " + id,
        "brand",
        "CITY",
        "region",
        "APAC",
        "zone",
        zone,
        "dateRoll",
        roll,
        "locale",
        "en",
        "currency",
        currency,
        "referenceNight",
        night,
        "mode",
        "LIVE");
  }
}
