package io.amends.orchestrator.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.GuestId;
import io.amends.contracts.Origin;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.JoinedReport;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RootCause;
import io.amends.contracts.recovery.SameMatter.Likeness;
import io.amends.contracts.recovery.SameMatter.Suggested;
import io.amends.contracts.reference.RosterReference;
import io.amends.orchestrator.domain.RecoveryCommand.AcceptHandOver;
import io.amends.orchestrator.domain.RecoveryCommand.AnswerAuthority;
import io.amends.orchestrator.domain.RecoveryCommand.AnswerPublicly;
import io.amends.orchestrator.domain.RecoveryCommand.ChangeStay;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectSeverity;
import io.amends.orchestrator.domain.RecoveryCommand.GuestLeaves;
import io.amends.orchestrator.domain.RecoveryCommand.HandOver;
import io.amends.orchestrator.domain.RecoveryCommand.JoinReport;
import io.amends.orchestrator.domain.RecoveryCommand.LinkPrevention;
import io.amends.orchestrator.domain.RecoveryCommand.MergeInto;
import io.amends.orchestrator.domain.RecoveryCommand.MoveRoom;
import io.amends.orchestrator.domain.RecoveryCommand.PauseClocks;
import io.amends.orchestrator.domain.RecoveryCommand.ReachGuest;
import io.amends.orchestrator.domain.RecoveryCommand.ResumeClocks;
import io.amends.orchestrator.domain.RecoveryCommand.SuggestDuplicate;
import io.amends.orchestrator.domain.RecoveryCommand.SwitchPolicy;
import io.amends.orchestrator.domain.RecoveryCommand.UpdateGuest;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/** Evenings in which, together, everything happens that can happen to a case. */
final class Stories {

  private Stories() {}

  static List<Evening> all() {
    return List.of(
        foundFirst(),
        unheard(),
        secondTry(),
        longStay(),
        inPublic(),
        authority(),
        nobodyThere(),
        toldTwice(),
        partOfAnother(),
        ClerkStory.tell());
  }

  /** Found before the guest said a word, and made good on the spot. */
  static Evening foundFirst() {
    Evening evening =
        Evening.at(Hotels.SINGAPORE, "G-301")
            .reported(
                "ROOM_CLIMATE",
                "2027-01-12T14:58",
                "2027-01-12T15:05",
                "2027-01-15T11:00",
                Channel.SYSTEM_DETECTED,
                "2027-01-12T15:05");
    evening.acknowledges("2027-01-12T15:09", Role.FRONT_LINE);
    evening.apologises("2027-01-12T15:18", Role.DUTY_MANAGER);
    evening.asks("2027-01-12T15:21", Role.SYSTEM, asked -> new MoveRoom(asked, "1411"));
    evening.fixed("2027-01-12T15:22", Role.FRONT_LINE);
    evening.gives("2027-01-12T15:24", Role.FRONT_LINE, RemedyType.VOUCHER, 3_200);
    evening.asks("2027-01-12T19:10", Role.FRONT_LINE, asked -> new ReachGuest(asked, 1));
    evening.finds("2027-01-12T20:00", Role.DUTY_MANAGER, EQUIPMENT);
    evening.answers("2027-01-12T21:40", new Answered(9, 5, 5, 5));
    evening.until("2027-01-16T10:05");
    evening.closes("2027-01-16T10:20", Role.DUTY_MANAGER);
    return evening;
  }

  /** Bitten, and unheard. */
  static Evening unheard() {
    return Evening.at(Hotels.KATHMANDU, "G-077")
        .reported("PESTS", "2027-05-15T23:50", "2027-05-17T11:00")
        .until("2027-05-16T09:34");
  }

  /** Money came before manners, and neither was enough. */
  static Evening secondTry() {
    Evening evening =
        Evening.at(Hotels.SHANGHAI, "G-118")
            .reported("BOOKING_NOT_FOUND", "2027-01-08T22:20", "2027-01-10T12:00");
    evening.acknowledges("2027-01-08T22:41", Role.DUTY_MANAGER);
    evening.fixed("2027-01-08T23:30", Role.FRONT_LINE);
    evening.gives("2027-01-09T15:00", Role.SUPERVISOR, RemedyType.DISCOUNT, 27_000);
    evening.givesPoints("2027-01-09T15:00", Role.SUPERVISOR, 3_000);
    evening.apologises("2027-01-09T15:30", Role.DUTY_MANAGER);
    evening.answers("2027-01-09T20:05", new Answered(3, 4, 2, 1));
    evening.until("2027-01-10T16:00");
    return evening;
  }

  /** Handed over, paused, moved with the stay. */
  static Evening longStay() {
    Evening evening =
        Evening.at(Hotels.NEW_YORK, "G-733")
            .reported("ROOM_CLIMATE", "2027-01-14T20:00", "2027-01-16T11:00");
    evening.acknowledges("2027-01-14T20:04", Role.FRONT_LINE);
    evening.asks(
        "2027-01-14T20:05", Role.FRONT_LINE, asked -> new HandOver(asked, Department.HOUSEKEEPING));
    evening.asks("2027-01-14T20:09", Role.FRONT_LINE, AcceptHandOver::new);
    evening.asks("2027-01-14T20:55", Role.FRONT_LINE, UpdateGuest::new);
    evening.asks(
        "2027-01-14T21:30", Role.FRONT_LINE, asked -> new PauseClocks(asked, "GUEST_ASLEEP"));
    evening.asks(
        "2027-01-15T07:00", Role.FRONT_LINE, asked -> new ResumeClocks(asked, "GUEST_ASLEEP"));
    evening.asks(
        "2027-01-15T07:30",
        Role.SYSTEM,
        asked -> new ChangeStay(asked, evening.instant("2027-01-17T11:00")));
    evening.asks(
        "2027-01-15T12:00",
        Role.SYSTEM,
        asked -> new GuestLeaves(asked, evening.instant("2027-01-15T12:00")));
    return evening.until("2027-01-15T12:30");
  }

  /** On a review site, and answered there too late. */
  static Evening inPublic() {
    Evening evening =
        Evening.at(Hotels.PARIS, "G-6")
            .reported(
                "NOISE_FROM_HOTEL",
                "2027-03-10T09:34",
                "2027-03-10T09:34",
                "2027-03-12T11:00",
                Channel.REVIEW_SITE,
                "2027-03-10T09:34");
    evening.asks("2027-03-10T12:00", Role.GENERAL_MANAGER, AnswerPublicly::new);
    return evening;
  }

  /** An authority asks, and the guest never answers. */
  static Evening authority() {
    Evening evening =
        Evening.at(Hotels.SHANGHAI, "G-90")
            .reported(
                "WRONG_BILL",
                "2027-02-01T10:00",
                "2027-02-01T10:00",
                "2027-02-03T12:00",
                Channel.THIRD_PARTY_AUTHORITY,
                "2027-02-01T10:00");
    evening.asks("2027-02-01T10:30", Role.GENERAL_MANAGER, AnswerAuthority::new);
    evening.apologises("2027-02-01T10:40", Role.GENERAL_MANAGER);
    evening.fixed("2027-02-01T11:00", Role.FRONT_LINE);
    return evening.until("2027-02-09T12:00");
  }

  /** Nobody of the front line is there until eight. */
  static Evening nobodyThere() {
    RosterReference roster =
        new RosterReference(
            Hotels.PARIS.propertyId(),
            List.of(
                new RosterReference.Person(
                    "ana", "Ana", Role.FRONT_LINE, "ana@opera.example", null, null, null)),
            List.of(new RosterReference.Shift("ana", LocalTime.of(8, 0), LocalTime.of(16, 0))),
            null);
    return Evening.at(Hotels.PARIS, "G-61", roster)
        .reported("NO_HOT_WATER", "2027-03-11T07:52", "2027-03-12T11:00")
        .until("2027-03-11T08:01");
  }

  /** Told once more, corrected, and handled by another policy. */
  static Evening toldTwice() {
    Evening evening =
        Evening.at(Hotels.NEW_YORK, "G-204")
            .reported("ROOM_CLIMATE", "2027-01-14T18:05", "2027-01-16T11:00");
    JoinedReport mail =
        new JoinedReport(
            new CaseRef(new GuestId("G-204"), new CaseId("c-mail")),
            "mail-room",
            Channel.EMAIL,
            Origin.GUEST,
            evening.instant("2027-01-14T18:22"),
            "c-mail",
            false);
    evening.acknowledges("2027-01-14T18:11", Role.FRONT_LINE);
    evening.asks("2027-01-14T18:22", Role.SYSTEM, asked -> new JoinReport(asked, mail, true));
    evening.asks(
        "2027-01-14T18:25",
        Role.FRONT_LINE,
        asked -> new CorrectSeverity(asked, Severity.CRITICAL, "CHILD_IN_ROOM"));
    evening.asks(
        "2027-01-14T18:30",
        Role.GENERAL_MANAGER,
        asked -> new SwitchPolicy(asked, "CHAIN/policy@2"));
    evening.asks(
        "2027-01-14T18:40", Role.DUTY_MANAGER, asked -> new LinkPrevention(asked, "PREV-12"));
    return evening.until("2027-01-14T19:00");
  }

  /** A post that turns out to be about a case that is known. */
  static Evening partOfAnother() {
    Evening evening =
        Evening.at(Hotels.KATHMANDU, "A-9")
            .reported(
                "PESTS",
                "2027-05-16T09:34",
                "2027-05-16T09:34",
                "2027-05-17T11:00",
                Channel.SOCIAL_MEDIA,
                "2027-05-16T09:34");
    CaseRef known = new CaseRef(new GuestId("G-077"), new CaseId("c-G-077"));
    evening.asks(
        "2027-05-16T09:35",
        Role.SYSTEM,
        asked ->
            new SuggestDuplicate(
                asked, new Suggested(known, Set.of(Likeness.ISSUE, Likeness.ROOM))));
    evening.asks("2027-05-16T09:40", Role.DUTY_MANAGER, asked -> new MergeInto(asked, known));
    return evening;
  }

  private static final RootCause EQUIPMENT =
      new RootCause(RootCause.Gap.GAP3, RootCause.Cause.EQUIPMENT, Department.ENGINEERING);

  /** Everything that happens in them, story by story. */
  static List<RecoveryEvent> events() {
    return all().stream().flatMap(evening -> evening.all(RecoveryEvent.class).stream()).toList();
  }
}
