package io.amends.orchestrator.domain;

import io.amends.contracts.CaseRef;
import io.amends.contracts.recovery.CaseSnapshot.CommandMemory;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Stamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One recovery case, folded from its events part by part.
 *
 * @param of null before the case is open
 * @param version the {@code caseVersion} of the last event, 0 before the first
 * @param lastCommands the newest last; a repeat of one gets the same answer
 */
public record RecoveryCase(
    @Nullable CaseRef of,
    int version,
    Course course,
    Care care,
    Promises promises,
    Cost cost,
    Ladder ladder,
    Remedies remedies,
    List<CommandMemory> lastCommands) {

  /** Ours: a clerk taps again within seconds, not after 32 other commands. */
  static final int COMMANDS_KEPT = 32;

  public static final RecoveryCase NONE =
      new RecoveryCase(
          null,
          0,
          new Course.NotOpened(),
          Care.NONE,
          Promises.NONE,
          Cost.NONE,
          Ladder.NONE,
          Remedies.NONE,
          List.of());

  /** A complaint that was recognised at once: it never had a case of its own. */
  public static RecoveryCase partOf(CaseRef told, CaseRef into, Instant at) {
    return new RecoveryCase(
        told,
        1,
        new Course.Merged(null, into, at),
        Care.NONE,
        Promises.NONE,
        Cost.NONE,
        Ladder.NONE,
        Remedies.NONE,
        List.of());
  }

  public RecoveryCase {
    lastCommands = List.copyOf(lastCommands);
  }

  /** The stamp of the next event, if {@code asked} leads to one. */
  Stamp stampFor(Asked asked) {
    return stampFor(asked, 0);
  }

  /** The stamp of an event that follows {@code eventsBefore} others of the same decision. */
  Stamp stampFor(Asked asked, int eventsBefore) {
    return new Stamp(
        asked.of().guestId(),
        asked.of().caseId(),
        version + 1 + eventsBefore,
        asked.by(),
        asked.at());
  }

  /** As far as remedies go, how it stands after events that the same decision goes on from. */
  RecoveryCase given(List<RecoveryEvent> events) {
    Remedies after = remedies;
    for (RecoveryEvent event : events) {
      after = RemedyHistory.evolve(after, event);
    }
    return new RecoveryCase(
        of, version + events.size(), course, care, promises, cost, ladder, after, lastCommands);
  }

  /** What will happen to the case if nobody does anything. The index holds these and no others. */
  public Set<Deadline> deadlines() {
    return Deadlines.of(this);
  }

  /** The fact that became so first, among those that did at or before {@code at}. */
  Optional<Deadline> settledBy(Instant at) {
    return Deadlines.facts(this).stream()
        .filter(deadline -> !deadline.dueAt().isAfter(at))
        .min(
            Comparator.comparing(Deadline::dueAt)
                .thenComparing(Deadline::kind)
                .thenComparing(Deadline::detail));
  }

  RecoveryCase remembering(CommandMemory command) {
    List<CommandMemory> kept =
        lastCommands.size() < COMMANDS_KEPT ? lastCommands : lastCommands.subList(1, COMMANDS_KEPT);
    return new RecoveryCase(
        of,
        version,
        course,
        care,
        promises,
        cost,
        ladder,
        remedies,
        java.util.stream.Stream.concat(kept.stream(), java.util.stream.Stream.of(command))
            .toList());
  }
}
