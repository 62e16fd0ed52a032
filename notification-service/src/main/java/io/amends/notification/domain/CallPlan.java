package io.amends.notification.domain;

import io.amends.contracts.Role;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Who is to call a guest that is asked in person how a recovery was; pointless once the guest has
 * answered.
 */
public final class CallPlan {

  private CallPlan() {}

  /**
   * Whom that task is sent to, and when.
   *
   * @param toNobody the same, if nobody is named who could be told
   */
  public record Calls(List<Draft> drafts, Instant at, Draft toNobody) {}

  /** Plans it. */
  public static Calls of(
      MadeGood made,
      OpenCase about,
      Instant surveyAt,
      PropertyReference property,
      RosterReference roster,
      Guest guest,
      HotelPolicy policy) {
    Instant at = inCallHours(surveyAt, zone(about, property, guest), policy);
    StaffTask task =
        new StaffTask(
            "call",
            "%s/call/%d".formatted(made.stamp().caseId().value(), about.now().cycle()),
            made.stamp().guestId(),
            made.stamp().caseId(),
            made.stamp().eventId(),
            about,
            property,
            List.of(OpenCase.Done.ANSWERED));
    return new Calls(task.drafts(caller(about, policy), at, roster), at, task.toNobody(at));
  }

  /** What is for few eyes, and what failed twice, is for the general manager. */
  static Role caller(OpenCase about, HotelPolicy policy) {
    boolean higher =
        about.now().cycle() > 1
            || about.now().failedTwice()
            || Ways.forFewEyes(about.facts(), policy.sensitive());
    return higher ? Role.GENERAL_MANAGER : Role.DUTY_MANAGER;
  }

  private static ZoneId zone(OpenCase about, PropertyReference property, Guest guest) {
    String home = guest.zone();
    return ZoneId.of(about.now().inHouse() || home == null ? property.zone().id() : home);
  }

  static Instant inCallHours(Instant at, ZoneId zone, HotelPolicy policy) {
    ZonedDateTime there = at.atZone(zone);
    LocalTime opens = policy.followUp().callHours().getFirst();
    LocalTime closes = policy.followUp().callHours().getLast();
    if (there.toLocalTime().isBefore(opens)) {
      return there.toLocalDate().atTime(opens).atZone(zone).toInstant();
    }
    return there.toLocalTime().isBefore(closes)
        ? at
        : there.toLocalDate().plusDays(1).atTime(opens).atZone(zone).toInstant();
  }
}
