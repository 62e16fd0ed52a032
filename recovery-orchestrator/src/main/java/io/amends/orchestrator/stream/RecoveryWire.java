package io.amends.orchestrator.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseRef;
import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.CaseUpdate;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.RemedyHandedOver;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.JoinedReport;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.Sighting;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.orchestrator.domain.Answers;
import io.amends.orchestrator.domain.Asked;
import io.amends.orchestrator.domain.Decision;
import io.amends.orchestrator.domain.RecoveryCase;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.domain.RecoveryCommand.JoinReport;
import io.amends.orchestrator.domain.RecoveryCommand.MergeInto;
import io.amends.orchestrator.domain.RecoveryCommand.OpenCase;
import io.amends.orchestrator.domain.RecoveryCommand.ReachGuest;
import io.amends.orchestrator.domain.RecoveryRules.Answer;
import io.amends.orchestrator.domain.SameAgain;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Between the log and the rules: the one place that knows {@code ce_type} and JSON. */
final class RecoveryWire {

  private static final String SOURCE = "amends/recovery-orchestrator";
  private static final String COMPLAINT = EventType.of(ComplaintAccepted.class);
  private static final String INTERACTION = EventType.of(InteractionRecorded.class);
  private static final String LINKED = EventType.of(GuestsLinked.class);
  private static final String UPDATE = EventType.of(CaseUpdate.class);
  private static final String HANDED_OVER = EventType.of(RemedyHandedOver.class);
  private static final String COMMAND = EventType.of(CommandAsked.class);

  /**
   * What is known beside the record.
   *
   * @param policies in force
   * @param cases of a guest, as they stand
   * @param tier of a guest in the loyalty programme; null: none that we know
   */
  record Known(
      PoliciesInForce policies,
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
      return told(Json.read(record.value(), ComplaintAccepted.class), at, known);
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
    if (headers.type().equals(LINKED)) {
      GuestsLinked linked = Json.read(record.value(), GuestsLinked.class);
      Actor source = Actor.system(linked.source());
      return WhatOthersKnow.ask(
          linked,
          ref -> WhatOthersKnow.by(ref, source, at),
          known.cases().apply(new GuestId(Keys.text(record.key()))));
    }
    if (headers.type().equals(UPDATE)) {
      CaseUpdate update = Json.read(record.value(), CaseUpdate.class);
      Actor source = Actor.system(update.source());
      return List.of(WhatOthersKnow.ask(update, ref -> WhatOthersKnow.by(ref, source, at)));
    }
    if (headers.type().equals(HANDED_OVER)) {
      RemedyHandedOver reached = Json.read(record.value(), RemedyHandedOver.class);
      CaseRef ref = new CaseRef(reached.guestId(), reached.caseId());
      Actor system = Actor.system(reached.by());
      return List.of(new ReachGuest(WhatOthersKnow.by(ref, system, at), reached.number()));
    }
    if (headers.type().equals(BudgetWire.ANSWERED)) {
      return List.of(BudgetWire.command(record, at));
    }
    throw new IllegalArgumentException(
        "ce_type: %s (expected: %s, %s, %s, %s, %s, %s or %s)"
            .formatted(
                headers.type(),
                COMPLAINT,
                COMMAND,
                INTERACTION,
                LINKED,
                UPDATE,
                HANDED_OVER,
                BudgetWire.ANSWERED));
  }

  /** A case of its own, or part of one that is there. What is past starts no clock. */
  private static List<RecoveryCommand> told(ComplaintAccepted complaint, Instant at, Known known) {
    if (complaint.history()) {
      return List.of();
    }
    CaseRef ref = new CaseRef(complaint.guestId(), complaint.complaintId());
    List<CaseSnapshot> cases = known.cases().apply(complaint.guestId());
    CaseFacts facts = facts(complaint, known.tier().apply(complaint.guestId()));
    HotelPolicy policy = known.policies().policyAt(complaint.place());
    boolean repeat = cases.stream().anyMatch(c -> c.caseId().equals(ref.caseId()));
    Optional<CaseSnapshot> same = repeat ? Optional.empty() : sameAgain(policy).of(facts, cases);
    return same.<List<RecoveryCommand>>map(c -> joins(c, complaint, ref, at))
        .orElseGet(
            () -> List.of(new OpenCase(by(ref, complaint, at), facts, known.policies().of(facts))));
  }

  private static SameAgain sameAgain(HotelPolicy policy) {
    return new SameAgain(
        policy.duplicates().merge().within(), policy.duplicates().suggest().within());
  }

  private static List<RecoveryCommand> joins(
      CaseSnapshot same, ComplaintAccepted told, CaseRef ref, Instant at) {
    CaseRef into = new CaseRef(same.guestId(), same.caseId());
    JoinedReport report =
        new JoinedReport(
            ref,
            told.source(),
            told.channel(),
            told.origin(),
            told.detectedAt(),
            told.textId(),
            told.open());
    return List.of(
        new JoinReport(by(into, told, at), report, true), new MergeInto(by(ref, told, at), into));
  }

  private static Asked by(CaseRef ref, ComplaintAccepted complaint, Instant at) {
    return WhatOthersKnow.by(ref, Actor.system(complaint.source()), at);
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

  /** What a case that becomes part of another takes along: it is told there. */
  List<Record<byte[], byte[]>> joins(RecoveryCase before, Answer answer, Origin origin) {
    return answer.events().stream()
        .filter(CaseMerged.class::isInstance)
        .map(CaseMerged.class::cast)
        .flatMap(merged -> Takeover.of(before, merged).stream())
        .map(
            command ->
                record(
                    command.guestId(),
                    command,
                    EventHeaders.following(
                        origin,
                        command.commandId(),
                        SOURCE,
                        COMMAND,
                        answer.events().getLast().stamp().occurredAt())))
        .toList();
  }

  /** A case was opened or reopened, for whoever looks for others like it. */
  List<Record<byte[], byte[]>> sightings(Answer answer, Origin origin) {
    List<Record<byte[], byte[]>> seen = new ArrayList<>();
    for (RecoveryEvent event : answer.events()) {
      switch (event) {
        case CaseOpened e -> seen.add(sighting(e, e.facts(), e.facts().detectedAt(), null, origin));
        case CaseReopened e -> seen.add(sighting(e, e.facts(), e.now().since(), true, origin));
        default -> {} // it is where it was
      }
    }
    return seen;
  }

  private static Record<byte[], byte[]> sighting(
      RecoveryEvent event, CaseFacts facts, Instant since, @Nullable Boolean again, Origin origin) {
    Sighting seen =
        new Sighting(
            facts.place().propertyId(),
            event.stamp().of(),
            facts.issue(),
            facts.stayId(),
            facts.room(),
            since,
            again);
    EventHeaders headers =
        EventHeaders.following(
            origin,
            again == null
                ? event.stamp().caseId().value() + "/seen"
                : event.stamp().eventId() + "/seen",
            SOURCE,
            EventType.of(Sighting.class),
            event.stamp().occurredAt());
    return new Record<>(
        Keys.bytes(facts.place().propertyId().value()), Json.bytes(seen), 0, headers.write());
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

  Record<byte[], byte[]> snapshot(CaseSnapshot snapshot, byte[] json, Origin origin, Instant at) {
    CaseRef ref = new CaseRef(snapshot.guestId(), snapshot.caseId());
    EventHeaders headers =
        EventHeaders.following(
            origin,
            snapshot.caseId().value() + "/" + snapshot.caseVersion() + "/snapshot",
            SOURCE,
            EventType.of(CaseSnapshot.class),
            at);
    return new Record<>(Keys.bytes(CaseKeys.of(ref)), json, 0, headers.write());
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
