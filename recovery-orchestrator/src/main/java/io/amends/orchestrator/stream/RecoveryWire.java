package io.amends.orchestrator.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseRef;
import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Role;
import io.amends.contracts.intake.CaseUpdate;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.orchestrator.domain.Answers;
import io.amends.orchestrator.domain.Asked;
import io.amends.orchestrator.domain.CasePlanner;
import io.amends.orchestrator.domain.Decision;
import io.amends.orchestrator.domain.RecoveryCase;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.domain.RecoveryCommand.OpenCase;
import io.amends.orchestrator.domain.RecoveryRules.Answer;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Between the log and the rules: the one place that knows {@code ce_type} and JSON. */
final class RecoveryWire {

  private static final String SOURCE = "amends/recovery-orchestrator";
  private static final String COMPLAINT = EventType.of(ComplaintAccepted.class);
  private static final String INTERACTION = EventType.of(InteractionRecorded.class);
  private static final String UPDATE = EventType.of(CaseUpdate.class);
  private static final String COMMAND = EventType.of(CommandAsked.class);

  /**
   * What is known beside the record.
   *
   * @param policy in force
   * @param cases of a guest, as they stand
   * @param tier of a guest in the loyalty programme; null: none that we know
   */
  record Known(
      Supplier<HotelPolicy> policy,
      Function<GuestId, List<CaseSnapshot>> cases,
      Function<GuestId, @Nullable String> tier) {}

  /**
   * Commands, or a fact of another service that asks for some; none if it asks for nothing.
   *
   * @param at append time of the record, as hotel time
   * @throws IllegalArgumentException if the record is none of these
   */
  List<RecoveryCommand> commands(
      Record<byte[], byte[]> record, EventHeaders headers, Instant at, Known known) {
    if (headers.type().equals(COMPLAINT)) {
      return open(Json.read(record.value(), ComplaintAccepted.class), at, known).stream().toList();
    }
    if (headers.type().equals(COMMAND)) {
      return List.of(WireCommands.of(Json.read(record.value(), CommandAsked.class), at));
    }
    if (headers.type().equals(INTERACTION)) {
      InteractionRecorded moment = Json.read(record.value(), InteractionRecorded.class);
      Actor source = Actor.system(moment.source());
      return WhatOthersKnow.ask(
          moment,
          at,
          ref -> WhatOthersKnow.by(ref, source, at),
          moment.history() ? List.of() : known.cases().apply(moment.guestId()));
    }
    if (headers.type().equals(UPDATE)) {
      CaseUpdate update = Json.read(record.value(), CaseUpdate.class);
      Actor source = Actor.system(update.source());
      return List.of(WhatOthersKnow.ask(update, ref -> WhatOthersKnow.by(ref, source, at)));
    }
    if (headers.type().equals(BudgetWire.ANSWERED)) {
      return List.of(BudgetWire.command(record, at));
    }
    throw new IllegalArgumentException(
        "ce_type: %s (expected: %s, %s, %s, %s or %s)"
            .formatted(
                headers.type(), COMPLAINT, COMMAND, INTERACTION, UPDATE, BudgetWire.ANSWERED));
  }

  /** What is past starts no clock. */
  private static Optional<RecoveryCommand> open(
      ComplaintAccepted complaint, Instant at, Known known) {
    if (complaint.history()) {
      return Optional.empty();
    }
    Asked asked =
        new Asked(
            new CaseRef(complaint.guestId(), complaint.complaintId()),
            null,
            Actor.system(complaint.source()),
            Role.SYSTEM,
            Set.of("*"),
            at);
    CaseFacts facts = facts(complaint, known.tier().apply(complaint.guestId()));
    return Optional.of(
        new OpenCase(asked, facts, CasePlanner.policyFor(facts, known.policy().get())));
  }

  private static CaseFacts facts(ComplaintAccepted c, @Nullable String guestTier) {
    return new CaseFacts(
        c.place(),
        c.inHouse(),
        c.stayId(),
        c.room(),
        c.channel(),
        c.origin(),
        c.source(),
        c.issue(),
        c.failureType(),
        c.department(),
        c.severity(),
        c.flags(),
        c.occurredAt(),
        c.detectedAt(),
        c.departureAt(),
        guestTier,
        c.textId(),
        c.language(),
        c.open(),
        c.externalRef(),
        c.statutoryDueAt());
  }

  List<Record<byte[], byte[]>> events(Answer answer, Origin origin) {
    return answer.events().stream().map(event -> event(event, origin)).toList();
  }

  private static Record<byte[], byte[]> event(RecoveryEvent event, Origin origin) {
    return record(
        event.stamp().guestId(),
        event,
        EventHeaders.following(
            origin,
            event.stamp().eventId(),
            SOURCE,
            EventType.of(event.getClass()),
            event.stamp().occurredAt()));
  }

  Record<byte[], byte[]> snapshot(CaseSnapshot snapshot, Origin origin, Instant at) {
    CaseRef ref = new CaseRef(snapshot.guestId(), snapshot.caseId());
    EventHeaders headers =
        EventHeaders.following(
            origin,
            snapshot.caseId().value() + "/" + snapshot.caseVersion() + "/snapshot",
            SOURCE,
            EventType.of(CaseSnapshot.class),
            at);
    return new Record<>(Keys.bytes(CaseKeys.of(ref)), Json.bytes(snapshot), 0, headers.write());
  }

  /** The case is not kept any longer. */
  Record<byte[], byte[]> forgotten(CaseRef ref, Origin origin, Instant at) {
    EventHeaders headers =
        EventHeaders.following(
            origin,
            ref.caseId().value() + "/forgotten",
            SOURCE,
            EventType.of(CaseSnapshot.class),
            at);
    return new Record<>(Keys.bytes(CaseKeys.of(ref)), null, 0, headers.write());
  }

  /**
   * The answers to those who wait for one: to the command, and to earlier ones that are settled
   * now. Nobody waits for an answer to a complaint or to the clock.
   */
  List<Record<byte[], byte[]>> outcomes(
      RecoveryCommand command, RecoveryCase before, Answer answer, Origin origin, Instant at) {
    Map<String, CommandOutcome.Answer> answers = new LinkedHashMap<>();
    answer.after().lastCommands().stream()
        .filter(known -> !before.lastCommands().contains(known))
        .forEach(known -> answers.put(known.commandId(), known.answer()));
    String id = command.asked().commandId();
    if (id != null && !(answer.decision() instanceof Decision.Waits)) {
      answers.put(id, Answers.of(answer.decision()));
    }
    CaseRef of = command.asked().of();
    return answers.entrySet().stream()
        .map(
            entry ->
                outcome(
                    new CommandOutcome(
                        entry.getKey(),
                        of.guestId(),
                        of.caseId(),
                        answer.after().version(),
                        entry.getValue()),
                    origin,
                    at))
        .toList();
  }

  private static Record<byte[], byte[]> outcome(CommandOutcome outcome, Origin origin, Instant at) {
    return record(
        outcome.guestId(),
        outcome,
        EventHeaders.following(
            origin,
            outcome.commandId() + "/outcome",
            SOURCE,
            EventType.of(CommandOutcome.class),
            at));
  }

  /** The broker sets the time of the append; ours does not count. */
  private static Record<byte[], byte[]> record(GuestId guest, Object body, EventHeaders headers) {
    return new Record<>(Keys.bytes(guest.value()), Json.bytes(body), 0, headers.write());
  }
}
