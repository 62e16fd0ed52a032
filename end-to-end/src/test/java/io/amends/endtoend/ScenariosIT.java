package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.recovery.RecoveryEvent.TierEntered;
import io.amends.endtoend.Chain.Answer;
import io.amends.local.program.Ports;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * The evenings that prove the product, on one running chain, in the order of their dates. Where an
 * evening's own date lies before those of other tests, it plays a little later.
 */
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenariosIT {

  @Test
  @Order(2)
  void discount_and_points_and_still_unhappy(Chain chain) {
    Scene shanghai = new Scene(chain, "SHA-BUND", "Asia/Shanghai", "G-118");
    shanghai.at("2027-01-22T22:20");
    shanghai.opens(Scene.hotel("SHA-BUND", "Asia/Shanghai", "04:00", "CNY", 900, "LIVE"));
    shanghai.complains(
        "k01",
        "2027-01-22T22:20",
        "FRONT_DESK",
        "BOOKING_NOT_FOUND",
        "stayId",
        "S-118",
        "departureAt",
        "2027-01-24T12:00:00+08:00");
    shanghai.until(StaffAlerted.class, 1);
    shanghai.at("2027-01-22T22:25");
    shanghai.until(StaffAlerted.class, 2);
    shanghai.at("2027-01-22T22:30");
    shanghai.until(StaffAlerted.class, 3);
    shanghai.at("2027-01-22T22:41");
    shanghai.does("DUTY_MANAGER", "acknowledge", Map.of());
    shanghai.at("2027-01-22T22:50");
    shanghai.until("same day", s -> s.path("tier").asString().equals("SAME_DAY"));
    assertThat(shanghai.alerts())
        .startsWith("22:20 FRONT_LINE", "22:25 SUPERVISOR", "22:30 DUTY_MANAGER")
        .noneMatch(alert -> alert.contains("GENERAL_MANAGER"));
    shanghai.at("2027-01-22T23:30");
    shanghai.does("FRONT_LINE", "fix-done", Map.of());
    shanghai.at("2027-01-23T04:00");
    shanghai.until("next day", s -> s.path("owner").asString().equals("GENERAL_MANAGER"));

    shanghai.at("2027-01-23T15:00");
    shanghai.does(
        "SUPERVISOR",
        "grant-remedy",
        Map.of("remedy", "DISCOUNT", "worth", Map.of("minorUnits", 27_000, "currency", "CNY")));
    shanghai.does("SUPERVISOR", "grant-remedy", Map.of("remedy", "POINTS", "points", 3_000));
    shanghai.at("2027-01-23T15:10");
    Answer closing = shanghai.asks("DUTY_MANAGER", "close", Map.of());
    assertThat(closing.status()).isEqualTo(409);
    assertThat(closing.text())
        .contains("CARE_MISSING", "ROOT_CAUSE_MISSING", "FOLLOW_UP_ANSWERED_OR_EXPIRED_MISSING");
    shanghai.at("2027-01-23T15:30");
    shanghai.does("DUTY_MANAGER", "apologise", Map.of());
    shanghai.until(MadeGood.class, 1);
    JsonNode made = shanghai.events(MadeGood.class).getFirst();
    assertThat(made.path("tier").asString()).isEqualTo("NEXT_DAY");
    assertThat(made.path("exposureMoney").path("minorUnits").asLong()).isEqualTo(450_000);

    shanghai.at("2027-01-23T20:05");
    chain.post(
        Ports.INTAKE,
        "/interactions",
        chain.token("INTEGRATOR", "survey"),
        Map.of(
            "kind",
            "SURVEY_ANSWERED",
            "guestId",
            "G-118",
            "caseId",
            shanghai.caseId(),
            "occurredAt",
            shanghai.instant("2027-01-23T20:05").toString(),
            "score",
            3,
            "outcomeJustice",
            4,
            "proceduralJustice",
            2,
            "interactionalJustice",
            1),
        Map.of("Idempotency-Key", "k01-survey"));
    shanghai.until(CaseReopened.class, 1);
    JsonNode again = shanghai.events(CaseReopened.class).getFirst();
    assertThat(again.path("now").path("cycle").asInt()).isEqualTo(2);
    assertThat(again.path("apologyBy").asString()).isEqualTo("GENERAL_MANAGER");
    assertThat(again.path("moreMoney").asBoolean(true)).isFalse();
    assertThat(shanghai.get("/guidance").text())
        .contains("no more money", "general manager", "Explain what happened");
  }

  @Test
  @Order(3)
  void found_before_the_guest_said_a_word(Chain chain) {
    Scene marina = new Scene(chain, "SIN-PIER", "Asia/Singapore", "G-1301");
    marina.at("2027-01-26T15:05");
    marina.opens(Scene.hotel("SIN-PIER", "Asia/Singapore", "03:00", "SGD", 320, "LIVE"));
    marina.complains(
        "k03",
        "2027-01-26T15:05",
        "SYSTEM_DETECTED",
        "ROOM_CLIMATE",
        "occurredAt",
        marina.instant("2027-01-26T14:58").toString(),
        "room",
        "1204",
        "departureAt",
        "2027-01-29T11:00:00+08:00");
    assertThat(marina.due("ACKNOWLEDGE")).isEqualTo("2027-01-26T15:15");
    assertThat(marina.due("APOLOGISE")).isEqualTo("2027-01-26T15:35");
    assertThat(marina.due("FIX")).isEqualTo("2027-01-26T17:05");
    assertThat(marina.snapshot().path("style").asString()).isEqualTo("PASSIVE");
    marina.until(StaffAlerted.class, 1);
    marina.at("2027-01-26T15:09");
    marina.does("FRONT_LINE", "acknowledge", Map.of());
    marina.at("2027-01-26T15:18");
    marina.does("DUTY_MANAGER", "apologise", Map.of());
    marina.at("2027-01-26T15:22");
    marina.does("FRONT_LINE", "fix-done", Map.of());
    marina.at("2027-01-26T15:24");
    marina.does(
        "FRONT_LINE",
        "grant-remedy",
        Map.of("remedy", "VOUCHER", "worth", Map.of("minorUnits", 3_200, "currency", "SGD")));
    JsonNode made = marina.events(MadeGood.class).getFirst();
    assertThat(made.path("tier").asString()).isEqualTo("ON_THE_SPOT");
    assertThat(made.path("exposureMoney").path("minorUnits").asLong()).isEqualTo(12_800);
    assertThat(made.path("nextDayExposureMoney").path("minorUnits").asLong()).isEqualTo(128_000);
    assertThat(marina.due("REMEDY_REACHES_GUEST")).isEqualTo("2027-01-27T15:24");
    marina.at("2027-01-26T15:52");
    marina.until(FollowUpDue.class, 1);
    assertThat(marina.alerts()).containsExactly("15:05 FRONT_LINE");
    assertThat(marina.broken()).isEmpty();
    marina.does("DUTY_MANAGER", "link-prevention", Map.of("prevention", "PREV-1204"));
    assertThat(marina.snapshot().path("prevention").asString()).isEqualTo("PREV-1204");
  }

  @Test
  @Order(5)
  void the_night_the_clock_goes_forward(Chain chain) {
    Scene paris = new Scene(chain, "CDG-OPERA", "Europe/Paris", "G-6");
    paris.at("2027-03-28T01:40+01:00");
    paris.opens(Scene.hotel("CDG-OPERA", "Europe/Paris", "03:00", "EUR", 180, "LIVE"));
    paris.complains(
        "paris",
        "2027-03-28T01:40+01:00",
        "FRONT_DESK",
        "NO_HOT_WATER",
        "departureAt",
        "2027-03-30T11:00:00+02:00");
    paris.at("2027-03-28T01:48+01:00");
    paris.does("FRONT_LINE", "acknowledge", Map.of());
    assertThat(paris.due("APOLOGISE")).isEqualTo("2027-03-28T03:10");
    assertThat(paris.due("FIX")).isEqualTo("2027-03-28T04:40");
    paris.at("2027-03-28T01:10:00Z");
    paris.until(TierEntered.class, 1);
    assertThat(paris.events(TierEntered.class))
        .singleElement()
        .satisfies(
            entered -> {
              assertThat(entered.path("tier").path("tier").asString()).isEqualTo("NEXT_DAY");
              assertThat(entered.path("occurredAt").asString()).isEqualTo("2027-03-28T01:10:00Z");
            });
    assertThat(paris.get("/clocks").text()).contains("At 02:00 the clock was put forward to 03:00");
  }

  @Test
  @Order(8)
  void the_gate_a_complaint_of_yesterday_alerts_one_level_once(Chain chain) {
    Scene bund = new Scene(chain, "SHA-GATE", "Asia/Shanghai", "G-9");
    bund.at("2028-01-04T09:10");
    bund.opens(Scene.hotel("SHA-GATE", "Asia/Shanghai", "04:00", "CNY", 900, "STAFF_ONLY"));
    bund.complains(
        "gate",
        "2028-01-03T21:14",
        "FRONT_DESK",
        "REQUEST_FORGOTTEN",
        "departureAt",
        "2028-01-06T12:00:00+08:00");
    bund.until(StaffAlerted.class, 1);
    JsonNode alert = bund.events(StaffAlerted.class).getFirst();
    assertThat(bund.events(StaffAlerted.class)).hasSize(1);
    assertThat(alert.path("late").asBoolean()).isTrue();
    assertThat(bund.local(java.time.Instant.parse(alert.path("lateSince").asString())))
        .isEqualTo("2028-01-03T21:24");
    Chain.until(
        "one mail says since when it is late",
        () -> chain.mailsTo(Scene.mail(alert.path("role").asString(), "SHA-GATE")).size() == 1);
    assertThat(
            chain.mailsTo(Scene.mail(alert.path("role").asString(), "SHA-GATE")).getFirst().text())
        .contains("Late since", "21:24");
    bund.opens(
        Map.of(
            "rosters",
            List.of(Map.of("propertyId", "SHA-GATE", "people", List.of(), "shifts", List.of()))));
    Chain.until(
        "the readiness page names what is missing",
        () ->
            chain
                .get(
                    Ports.ORCHESTRATOR,
                    "/properties/SHA-GATE/readiness",
                    chain.token("HEAD_OFFICE", "hq"))
                .text()
                .contains("There is no general manager."));
  }
}
