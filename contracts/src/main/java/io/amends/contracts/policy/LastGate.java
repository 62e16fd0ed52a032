package io.amends.contracts.policy;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The last gate before a guest is disturbed.
 *
 * @param whenQuiet what becomes of a message in quiet hours, by what it is
 */
public record LastGate(
    QuietHours quietHours, Map<String, WhenQuiet> whenQuiet, PromotionalNever promotionalNever) {

  /** When guests are left alone. */
  public record QuietHours(Window messages) {}

  /** In the guest's zone. */
  public record Window(LocalTime from, LocalTime to) {}

  /**
   * What becomes of it.
   *
   * @param expires how long it is worth sending; absent: it is dropped
   */
  public record WhenQuiet(@Nullable Duration expires) {}

  /** When nothing promotional is sent. */
  public record PromotionalNever(boolean whileCaseOpen, AfterClosing afterClosing) {}

  /** For how long after a case. */
  public record AfterClosing(Duration noAnswer) {}
}
