package io.amends.notification.domain;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.LastGate;
import io.amends.contracts.policy.LastGate.Cap;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How often one guest is written to, over all properties and programmes. What is about the guest's
 * own case is counted apart.
 */
final class Caps {

  private Caps() {}

  /** Until when it would be too often; empty: it is not. */
  static Optional<Instant> until(Message message, Guest guest, Instant now, LastGate.Caps policy) {
    Purpose purpose = message.purpose();
    return switch (purpose) {
      case STAFF_ALERT, REMEDY -> Optional.empty();
      case SERVICE ->
          until(
              policy.perCase(),
              guest,
              now,
              told ->
                  told.purpose() == Purpose.SERVICE
                      && Objects.equals(told.caseId(), message.caseId()));
      case FOLLOW_UP -> until(policy.all(), guest, now, Caps::counts);
      case SURVEY ->
          latest(
              until(policy.all(), guest, now, Caps::counts),
              until(policy.surveys(), guest, now, told -> told.purpose() == Purpose.SURVEY));
      case APOLOGY_OFFER, RETENTION_OFFER, GREETING ->
          latest(
              until(policy.all(), guest, now, Caps::counts),
              until(policy.promotional(), guest, now, told -> told.purpose().promotional()));
      case WIN_BACK ->
          Stream.of(
                  until(policy.all(), guest, now, Caps::counts),
                  until(policy.promotional(), guest, now, told -> told.purpose().promotional()),
                  until(policy.winBack(), guest, now, told -> told.purpose() == Purpose.WIN_BACK))
              .flatMap(Optional::stream)
              .max(Comparator.naturalOrder());
    };
  }

  private static boolean counts(Told told) {
    return told.purpose() != Purpose.SERVICE;
  }

  private static Optional<Instant> until(
      List<Cap> caps, Guest guest, Instant now, Predicate<Told> counted) {
    return caps.stream()
        .flatMap(cap -> until(cap, guest, now, counted).stream())
        .max(Comparator.naturalOrder());
  }

  /** When the first of the last {@code max} falls out of the window. */
  private static Optional<Instant> until(
      Cap cap, Guest guest, Instant now, Predicate<Told> counted) {
    List<Instant> newest =
        guest.told().stream()
            .filter(counted)
            .map(Told::at)
            .sorted(Comparator.reverseOrder())
            .limit(cap.max())
            .toList();
    if (newest.size() < cap.max()) {
      return Optional.empty();
    }
    Instant free = newest.getLast().plus(cap.per());
    return free.isAfter(now) ? Optional.of(free) : Optional.empty();
  }

  private static Optional<Instant> latest(Optional<Instant> one, Optional<Instant> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }
}
