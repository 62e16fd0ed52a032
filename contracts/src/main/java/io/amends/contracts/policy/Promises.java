package io.amends.contracts.policy;

import io.amends.contracts.policy.HotelPolicy.BySeverity;
import java.time.Duration;
import java.time.LocalTime;

/** What a guest is promised. */
public record Promises(InHouse inHouse, Departed departed, OfficeHours officeHours) {

  /** While the guest is here; around the clock, from detection. */
  public record InHouse(
      BySeverity acknowledge,
      BySeverity apologise,
      BySeverity fix,
      BySeverity checkBack,
      BeforeDeparture beforeDeparture) {}

  /**
   * What must be done before the guest leaves.
   *
   * @param latest how long before; if that is past or under half an hour away, the departure itself
   */
  public record BeforeDeparture(Duration latest) {}

  /**
   * After the stay, or before it: acknowledging and apologising in office hours, the fix elapsed.
   */
  public record Departed(BySeverity acknowledge, BySeverity apologise, BySeverity fix) {}

  /** Of the property, every day. */
  public record OfficeHours(LocalTime from, LocalTime to) {}
}
