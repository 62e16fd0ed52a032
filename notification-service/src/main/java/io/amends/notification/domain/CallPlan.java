package io.amends.notification.domain;

import io.amends.contracts.Role;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.time.IanaZone;
import java.time.Instant;
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
    IanaZone there = about.now().inHouse() ? property.zone() : guest.zoneAt(property);
    Instant at = policy.followUp().quiet().firstWelcome(surveyAt, there);
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
}
