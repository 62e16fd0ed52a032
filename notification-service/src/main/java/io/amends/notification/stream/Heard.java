package io.amends.notification.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.Message;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RecoveryEvent.ApologyMade;
import io.amends.contracts.recovery.RecoveryEvent.CaseClosed;
import io.amends.contracts.recovery.RecoveryEvent.CaseMerged;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.RecoveryEvent.ComplaintAcknowledged;
import io.amends.contracts.recovery.RecoveryEvent.DoubleDeviationFound;
import io.amends.contracts.recovery.RecoveryEvent.FixDone;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpAnswered;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.recovery.RecoveryEvent.GuestUpdated;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.recovery.RecoveryEvent.PromiseWarned;
import io.amends.contracts.recovery.RecoveryEvent.RemedyGranted;
import io.amends.contracts.recovery.RecoveryEvent.ReportJoined;
import io.amends.contracts.recovery.RecoveryEvent.SituationChanged;
import io.amends.contracts.recovery.RecoveryEvent.StaffAlerted;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.retention.GuestDefected;
import io.amends.contracts.retention.RetentionAlert;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.retention.StayAlert;
import io.amends.notification.domain.CallPlan;
import io.amends.notification.domain.ClosedCase.Answer;
import io.amends.notification.domain.ClosedCase.Ending;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.HandingOver;
import io.amends.notification.domain.OpenCase;
import io.amends.notification.domain.OpenCase.Done;
import io.amends.notification.domain.Planner;
import io.amends.notification.domain.Receipt;
import io.amends.notification.domain.SurveyPlan;
import io.amends.notification.domain.WarningPlan;
import io.amends.notification.domain.WrittenAgain;
import io.amends.notification.domain.morning.Overnight;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a guest after an event of another service, and what is to be told because of it.
 *
 * @param withheld what would be told and is not
 * @param overnight what is read at the end of the night instead
 */
record Heard(Guest guest, List<Due> due, List<Withheld> withheld, List<Overnight> overnight) {

  private Heard(Guest guest, List<Due> due, List<Withheld> withheld) {
    this(guest, due, withheld, List.of());
  }

  /** A message and when it became due. */
  record Due(Draft draft, Instant since) {}

  /** A message that is not even planned, and why. */
  record Withheld(Draft draft, Reason why) {}

  private static Heard of(Guest guest) {
    return new Heard(guest, List.of(), List.of());
  }

  /** What follows is due then. */
  private static Heard told(Guest guest, List<Draft> drafts, Instant since) {
    return new Heard(guest, due(drafts, since), List.of());
  }

  static Heard of(RecoveryEvent event, Guest guest, Tables tables, boolean gateway) {
    return switch (event) {
      case CaseOpened e -> opened(e, guest.withOpen(e.stamp().caseId(), e.facts()), tables);
      case CaseReopened e ->
          of(
              guest
                  .withOpen(e.stamp().caseId(), e.facts())
                  .withSituation(e.stamp().caseId(), e.now()));
      case SituationChanged e -> of(guest.withSituation(e.stamp().caseId(), e.now()));
      case DoubleDeviationFound e -> of(guest.withSituation(e.stamp().caseId(), e.now()));
      case CaseMerged e when guest.openCases().containsKey(e.stamp().caseId().value()) ->
          of(guest.withClosed(e.stamp().caseId(), e.stamp().occurredAt(), Ending.MERGED));
      case ReportJoined e -> joined(e, guest.withSituation(e.stamp().caseId(), e.now()), tables);
      case CaseClosed e ->
          of(
              guest.withClosed(
                  e.stamp().caseId(),
                  e.stamp().occurredAt(),
                  e.stamp().actor().equals(Actor.CLOCK) ? Ending.BY_CLOCK : Ending.BY_PERSON));
      case ComplaintAcknowledged e ->
          of(spoken(e, guest).withDone(e.stamp().caseId(), Done.ACKNOWLEDGED));
      case ApologyMade e -> of(spoken(e, guest).withDone(e.stamp().caseId(), Done.APOLOGISED));
      case GuestUpdated e -> of(spoken(e, guest));
      case FixDone e -> of(guest.withDone(e.stamp().caseId(), Done.FIXED));
      case MadeGood e -> madeGood(e, guest, tables);
      case FollowUpAnswered e -> of(answered(e, guest, tables));
      case StaffAlerted e -> alert(e, guest, tables, gateway);
      case PromiseWarned e -> warning(e, guest, tables);
      case FollowUpDue e -> followUp(e, guest, tables);
      case RemedyGranted e -> handOver(e, guest, tables);
      case RecoveryEvent.OfCourse _,
          RecoveryEvent.OfCare _,
          RecoveryEvent.OfPromises _,
          RecoveryEvent.OfCost _,
          RecoveryEvent.OfRemedies _,
          RecoveryEvent.AlertWithheld _,
          RecoveryEvent.AlertHeld _ ->
          of(guest);
    };
  }

  private static Heard opened(CaseOpened event, Guest guest, Tables tables) {
    Place place = event.facts().place();
    PropertyReference property = tables.findProperty(place.propertyId());
    return property == null
        ? of(guest)
        : told(
            guest,
            Receipt.of(event, property, guest, tables.policyAt(place)).stream().toList(),
            event.stamp().occurredAt());
  }

  private static Heard joined(ReportJoined event, Guest guest, Tables tables) {
    OpenCase open = guest.openCases().get(event.stamp().caseId().value());
    PropertyReference property =
        open == null ? null : tables.findProperty(open.facts().place().propertyId());
    return open == null || property == null
        ? of(guest)
        : told(
            guest,
            Receipt.of(event, open.facts(), property, guest, tables.policyAt(open.facts().place()))
                .stream()
                .toList(),
            event.stamp().occurredAt());
  }

  private static Guest spoken(RecoveryEvent event, Guest guest) {
    return guest.spokenAt(event.stamp().caseId(), event.stamp().occurredAt());
  }

  private static Guest answered(FollowUpAnswered event, Guest guest, Tables tables) {
    CaseId caseId = event.stamp().caseId();
    OpenCase open = guest.openCases().get(caseId.value());
    HotelPolicy policy = open == null ? tables.policy() : tables.policyAt(open.facts().place());
    return event.answered() == null
        ? guest.withDone(caseId, Done.ANSWERED)
        : guest.withAnswer(caseId, Answer.of(event.answered(), policy.surveys().reopenIf()));
  }

  private static Heard madeGood(MadeGood made, Guest guest, Tables tables) {
    OpenCase open = guest.openCases().get(made.stamp().caseId().value());
    if (open == null) {
      return of(guest);
    }
    PropertyReference property = tables.property(open.facts().place().propertyId());
    HotelPolicy policy = tables.policyAt(open.facts().place());
    return switch (SurveyPlan.afterRecovery(made, open, property, guest, policy)) {
      case SurveyPlan.Plan.Ask(Draft draft, Instant at) -> told(guest, List.of(draft), at);
      case SurveyPlan.Plan.DoNot(Draft draft, Reason why) ->
          new Heard(guest, List.of(), List.of(new Withheld(draft, why)));
      case SurveyPlan.Plan.Call(Draft draft, Instant at) ->
          calls(made, open, draft, at, property, guest, tables);
    };
  }

  private static Heard calls(
      MadeGood made,
      OpenCase open,
      Draft form,
      Instant at,
      PropertyReference property,
      Guest guest,
      Tables tables) {
    HotelPolicy policy = tables.policyAt(open.facts().place());
    RosterReference roster = tables.roster(property.propertyId());
    CallPlan.Calls calls = CallPlan.of(made, open, at, property, roster, guest, policy);
    Withheld byForm = new Withheld(form, Reason.ASKED_BY_CALL);
    return calls.drafts().isEmpty()
        ? new Heard(
            guest,
            List.of(),
            List.of(byForm, new Withheld(calls.toNobody(), Reason.NOBODY_CONFIGURED)))
        : new Heard(guest, due(calls.drafts(), calls.at()), List.of(byForm));
  }

  private static Heard alert(StaffAlerted alert, Guest guest, Tables tables, boolean gateway) {
    OpenCase open = guest.openCases().get(alert.stamp().caseId().value());
    if (open == null) {
      return of(guest);
    }
    CaseFacts facts = open.facts();
    PropertyReference property = tables.property(facts.place().propertyId());
    HotelPolicy policy = tables.policyAt(facts.place());
    List<Draft> drafts =
        Planner.alert(alert, open, property, tables.roster(property.propertyId()), policy, gateway);
    return drafts.isEmpty()
        ? new Heard(
            guest,
            List.of(),
            List.of(
                new Withheld(
                    Planner.toNobody(alert, facts, property, policy), Reason.NOBODY_CONFIGURED)))
        : told(guest, drafts, alert.stamp().occurredAt());
  }

  private static Heard warning(PromiseWarned warned, Guest guest, Tables tables) {
    OpenCase open = guest.openCases().get(warned.stamp().caseId().value());
    if (open == null) {
      return of(guest);
    }
    PropertyReference property = tables.property(open.facts().place().propertyId());
    List<Draft> drafts =
        WarningPlan.of(warned, open, property, tables.roster(property.propertyId()));
    if (!WarningPlan.speaks(warned, open)) {
      return new Heard(guest, List.of(), withheld(drafts, Reason.ANOTHER_CAUSE_SPEAKS));
    }
    Instant at = warned.stamp().occurredAt();
    Instant since =
        WarningPlan.due(
            warned,
            open.now().severity(),
            property.zone(),
            tables.policyAt(open.facts().place()).escalation().night());
    if (since.equals(at)) {
      return told(guest, drafts, at);
    }
    List<Draft> mails =
        drafts.stream().filter(draft -> draft.message().via() == Message.Via.EMAIL).toList();
    List<Draft> others = drafts.stream().filter(draft -> !mails.contains(draft)).toList();
    return new Heard(
        guest,
        due(others, since),
        withheld(mails, Reason.IN_THE_DIGEST),
        mails.stream().map(mail -> WarningPlan.overnight(warned, mail, since)).toList());
  }

  private static List<Withheld> withheld(List<Draft> drafts, Reason why) {
    return drafts.stream().map(draft -> new Withheld(draft, why)).toList();
  }

  private static Heard handOver(RemedyGranted granted, Guest guest, Tables tables) {
    OpenCase open = guest.openCases().get(granted.stamp().caseId().value());
    if (open == null) {
      return of(guest);
    }
    PropertyReference property = tables.property(open.facts().place().propertyId());
    List<Draft> drafts = HandingOver.of(granted, open.now().linkedTo(), property).stream().toList();
    return told(guest, drafts, granted.stamp().occurredAt());
  }

  private static Heard followUp(FollowUpDue due, Guest guest, Tables tables) {
    OpenCase open = guest.openCases().get(due.stamp().caseId().value());
    if (open == null) {
      return of(guest);
    }
    PropertyReference property = tables.property(open.facts().place().propertyId());
    Draft draft = Planner.followUp(due, open.facts(), property, guest, tables.policy());
    return told(guest, List.of(draft), due.stamp().occurredAt());
  }

  /** A report about a hotel is due. */
  static Heard of(Draft report, Instant since) {
    return told(Guest.UNKNOWN, List.of(report), since);
  }

  /**
   * A guest's risk has changed.
   *
   * @param person the guest with what is known under other ids: offers go by that
   */
  static Heard of(RetentionAlert alert, Guest guest, Guest person, Tables tables) {
    return switch (alert) {
      case RiskAlert crossed -> offer(crossed, guest, person, tables);
      case StayAlert _, GuestDefected _ -> of(guest); // for those who act and who analyse
    };
  }

  private static Heard offer(RiskAlert alert, Guest guest, Guest person, Tables tables) {
    PropertyId at = alert.propertyId() == null ? person.lastProperty() : alert.propertyId();
    PropertyReference property = at == null ? null : tables.findProperty(at);
    return property == null
        ? of(guest)
        : told(
            guest,
            Planner.offer(alert, property, person, tables.policyAt(property.place())).stream()
                .toList(),
            alert.asOf());
  }

  static Heard of(InteractionRecorded interaction, Guest guest, Tables tables) {
    return switch (interaction.kind()) {
      case CONSENT_CHANGED -> consent(interaction, guest);
      case CHECKED_IN -> stay(interaction, arrived(interaction, guest), tables, SurveyPlan::inStay);
      case STAY_COMPLETED ->
          stay(interaction, arrived(interaction, guest), tables, SurveyPlan::postStay);
      case CONTACT_MADE -> contact(interaction, guest.spokenAt(interaction.occurredAt()), tables);
      case BOOKING_MADE -> of(booked(interaction, guest));
      case BOOKING_CANCELLED, NO_SHOW -> of(notComing(interaction, guest));
      default -> of(guest);
    };
  }

  private static Heard contact(InteractionRecorded told, Guest guest, Tables tables) {
    OpenCase open = WrittenAgain.is(told) ? guest.openCases().get(told.caseId()) : null;
    PropertyReference property =
        open == null ? null : tables.findProperty(open.facts().place().propertyId());
    if (open == null || property == null) {
      return of(guest);
    }
    Instant at = told.occurredAt();
    return told(
        guest,
        WrittenAgain.of(
            told,
            open,
            at,
            property,
            tables.roster(property.propertyId()),
            tables.policyAt(open.facts().place())),
        at);
  }

  /** When a stay is asked about. */
  private interface StayPlan {
    Optional<SurveyPlan.Plan.Ask> of(
        InteractionRecorded told, PropertyReference property, Guest guest, HotelPolicy policy);
  }

  private static Heard stay(InteractionRecorded told, Guest guest, Tables tables, StayPlan survey) {
    PropertyReference property =
        told.propertyId() == null ? null : tables.findProperty(told.propertyId());
    return property == null
        ? of(guest)
        : new Heard(
            guest,
            survey.of(told, property, guest, tables.policyAt(property.place())).stream()
                .map(ask -> new Due(ask.draft(), ask.at()))
                .toList(),
            List.of());
  }

  private static Guest arrived(InteractionRecorded interaction, Guest guest) {
    Guest here = interaction.propertyId() == null ? guest : guest.seenAt(interaction.propertyId());
    return notComing(interaction, here);
  }

  private static Guest booked(InteractionRecorded interaction, Guest guest) {
    String id = interaction.bookingId();
    PropertyId at = interaction.propertyId();
    LocalDate arrival = interaction.arrivalDate();
    return id == null || at == null || arrival == null || interaction.history()
        ? guest
        : guest.withBooking(id, new Guest.Booking(at, arrival));
  }

  private static Guest notComing(InteractionRecorded interaction, Guest guest) {
    String id = interaction.bookingId();
    return id == null || !guest.bookings().containsKey(id) ? guest : guest.withoutBooking(id);
  }

  private static Heard consent(InteractionRecorded interaction, Guest guest) {
    var purpose = interaction.purpose();
    var by = interaction.channel();
    var state = interaction.state();
    return purpose == null || by == null || state == null
        ? of(guest)
        : of(guest.with(purpose, by, state, interaction.occurredAt()));
  }

  static Heard of(GuestReference profile, Guest guest) {
    String zone = profile.zone() == null ? null : profile.zone().id();
    return of(guest.withProfile(profile.locale(), zone, profile.tier()));
  }

  private static List<Due> due(List<Draft> drafts, Instant since) {
    return drafts.stream().map(draft -> new Due(draft, since)).toList();
  }
}
