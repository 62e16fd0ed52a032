package io.amends.orchestrator.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Role;
import io.amends.contracts.intake.CaseUpdate;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.orchestrator.domain.Asked;
import io.amends.orchestrator.domain.RecoveryCommand;
import io.amends.orchestrator.domain.RecoveryCommand.AcceptHandOver;
import io.amends.orchestrator.domain.RecoveryCommand.AcknowledgeComplaint;
import io.amends.orchestrator.domain.RecoveryCommand.ChangeStay;
import io.amends.orchestrator.domain.RecoveryCommand.GuestLeaves;
import io.amends.orchestrator.domain.RecoveryCommand.LinkGuest;
import io.amends.orchestrator.domain.RecoveryCommand.MoveRoom;
import io.amends.orchestrator.domain.RecoveryCommand.RecordFollowUp;
import io.amends.orchestrator.domain.RecoveryCommand.ReportFixDone;
import io.amends.orchestrator.domain.RecoveryCommand.ResumeClocks;
import io.amends.orchestrator.domain.RecoveryCommand.UpdateGuest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What happened to a guest or in another tool, as what is asked of the guest's cases. */
final class WhatOthersKnow {

  private static final String WAITING_FOR_GUEST = "WAITING_FOR_GUEST";

  private WhatOthersKnow() {}

  /**
   * A guest moves, leaves, stays longer, or says how it was. What is past asks for nothing.
   *
   * @param cases of this guest
   * @param at append time of the record, as hotel time
   */
  static List<RecoveryCommand> ask(
      InteractionRecorded moment,
      Instant at,
      Function<CaseRef, Asked> asked,
      List<CaseSnapshot> cases) {
    if (moment.history()) {
      return List.of();
    }
    return switch (moment.kind()) {
      case ROOM_MOVED ->
          ofThisStay(moment, cases, moment.room(), (a, room) -> new MoveRoom(a, room), asked);
      case STAY_CHANGED -> ofThisStay(moment, cases, moment.departureAt(), ChangeStay::new, asked);
      case STAY_COMPLETED -> ofThisStay(moment, cases, left(moment, at), GuestLeaves::new, asked);
      case SURVEY_ANSWERED -> answered(moment, asked);
      case CONTACT_MADE -> heardOf(moment, cases, asked);
      case BOOKING_MADE,
          BOOKING_CANCELLED,
          NO_SHOW,
          CHECKED_IN,
          REVIEW_PUBLISHED,
          SERVICE_USED,
          MESSAGE_OPENED,
          REFERRAL_MADE,
          LOYALTY_CHANGED,
          CONSENT_CHANGED,
          FAILURE_DETECTED,
          COMPLAINT_MADE,
          COMPLAINT_RESOLVED ->
          List.of();
    };
  }

  private static Instant left(InteractionRecorded moment, Instant at) {
    return moment.occurredAt().isAfter(at) ? at : moment.occurredAt();
  }

  private static <T> List<RecoveryCommand> ofThisStay(
      InteractionRecorded moment,
      List<CaseSnapshot> cases,
      @Nullable T what,
      BiFunction<Asked, T, RecoveryCommand> command,
      Function<CaseRef, Asked> asked) {
    return what == null
        ? List.of()
        : cases.stream()
            .filter(c -> c.standing() == CaseSnapshot.Standing.OPEN)
            .filter(c -> c.now().inHouse() && isOfThisStay(moment, c))
            .map(c -> command.apply(asked.apply(new CaseRef(c.guestId(), c.caseId())), what))
            .toList();
  }

  /**
   * A guest who was waited for and then writes or calls, by whatever way, is not waited for any
   * more.
   */
  private static List<RecoveryCommand> heardOf(
      InteractionRecorded moment, List<CaseSnapshot> cases, Function<CaseRef, Asked> asked) {
    return cases.stream()
        .filter(c -> c.standing() == CaseSnapshot.Standing.OPEN)
        .filter(c -> same(moment.caseId(), c.caseId().value()))
        .filter(
            c ->
                c.pauses().stream()
                    .filter(pause -> pause.reason().equals(WAITING_FOR_GUEST))
                    .anyMatch(pause -> !pause.from().isAfter(moment.occurredAt())))
        .map(c -> new CaseRef(c.guestId(), c.caseId()))
        .<RecoveryCommand>map(ref -> new ResumeClocks(asked.apply(ref), WAITING_FOR_GUEST))
        .toList();
  }

  /** What neither of them says tells nobody apart. */
  private static boolean isOfThisStay(InteractionRecorded moment, CaseSnapshot c) {
    return Stream.of(
            same(moment.stayId(), c.facts().stayId()),
            same(moment.propertyId(), c.facts().place().propertyId()))
        .allMatch(Boolean::booleanValue);
  }

  private static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == null || other == null || Objects.equals(one, other);
  }

  private static List<RecoveryCommand> answered(
      InteractionRecorded moment, Function<CaseRef, Asked> asked) {
    String caseId = moment.caseId();
    return caseId == null
        ? List.of()
        : List.of(
            new RecordFollowUp(
                asked.apply(new CaseRef(moment.guestId(), new CaseId(caseId))),
                new Answered(
                    moment.score(),
                    moment.outcomeJustice(),
                    moment.proceduralJustice(),
                    moment.interactionalJustice())));
  }

  /**
   * Two ids are one person: open cases under the old one stay, and say whose they are.
   *
   * @param cases under the id that was
   */
  static List<RecoveryCommand> ask(
      GuestsLinked linked, Function<CaseRef, Asked> asked, List<CaseSnapshot> cases) {
    return cases.stream()
        .filter(c -> c.guestId().equals(linked.from()))
        .filter(c -> c.standing() == CaseSnapshot.Standing.OPEN)
        .map(c -> new CaseRef(c.guestId(), c.caseId()))
        .<RecoveryCommand>map(ref -> new LinkGuest(asked.apply(ref), linked.to()))
        .toList();
  }

  /**
   * "Job done" in another tool.
   *
   * @throws IllegalArgumentException if a tool may not ask for that
   */
  static RecoveryCommand ask(CaseUpdate update, Function<CaseRef, Asked> asked) {
    Asked by = asked.apply(new CaseRef(update.guestId(), update.caseId()));
    return switch (update.verb()) {
      case "ACKNOWLEDGE" -> new AcknowledgeComplaint(by);
      case "FIX_DONE" -> new ReportFixDone(by);
      case "UPDATE_GUEST" -> new UpdateGuest(by);
      case "ACCEPT_HAND_OVER" -> new AcceptHandOver(by);
      default ->
          throw new IllegalArgumentException(
              "verb: %s (expected: ACKNOWLEDGE, FIX_DONE, UPDATE_GUEST or ACCEPT_HAND_OVER)"
                  .formatted(update.verb()));
    };
  }

  /** Another system asks, for all properties: it was let in at the door. */
  static Asked by(CaseRef ref, Actor actor, Instant at) {
    return new Asked(ref, null, actor, Role.SYSTEM, Set.of("*"), at);
  }
}
