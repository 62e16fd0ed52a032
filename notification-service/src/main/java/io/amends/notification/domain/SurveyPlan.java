package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Flag;
import io.amends.contracts.GuestId;
import io.amends.contracts.Severity;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.HotelPolicy.Surveys;
import io.amends.contracts.policy.HotelPolicy.Surveys.AfterRecovery.InHouse;
import io.amends.contracts.policy.HotelPolicy.Surveys.Medium;
import io.amends.contracts.policy.HotelPolicy.Surveys.Never;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.RecoveryEvent.MadeGood;
import io.amends.contracts.reference.PropertyReference;
import io.amends.notification.domain.Gate.Reason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is asked how it was, and when: once for each cycle of a case, once for each stay. */
public final class SurveyPlan {

  /** The parameter that says which questions the page asks: one of {@link Kind}. */
  public static final String KIND = "survey";

  /** The parameter that names the stay which is asked about. */
  public static final String STAY = "stayId";

  /** The parameter that names the cycle of the case which is asked about. */
  static final String CYCLE = "cycle";

  /** The parameter that says until when the page takes an answer. */
  public static final String ANSWER_BY = "answerBy";

  private SurveyPlan() {}

  /** Which questions are asked; the words are named after it. */
  public enum Kind {
    RECOVERY("survey"),
    IN_STAY("survey-in-stay"),
    POST_STAY("survey-post-stay");

    private final String template;

    Kind(String template) {
      this.template = template;
    }
  }

  /** Whether somebody is asked. */
  public sealed interface Plan {

    /** Then. */
    record Ask(Draft draft, Instant at) implements Plan {}

    /** Not in writing: somebody asks in person, about then. */
    record Call(Draft draft, Instant at) implements Plan {}

    /** Never, and why. */
    record DoNot(Draft draft, Reason why) implements Plan {}
  }

  /** After a recovery: once it is made good, of a guest in house after a while, else next day. */
  public static Plan afterRecovery(
      MadeGood made, OpenCase about, PropertyReference property, Guest guest, HotelPolicy policy) {
    CaseId caseId = made.stamp().caseId();
    int cycle = about.now().cycle();
    Instant at = dueAfter(made.stamp().occurredAt(), about, property, guest, policy.surveys());
    Draft draft =
        draft(
            Kind.RECOVERY,
            new Subject(made.stamp().guestId(), caseId, made.stamp().eventId()),
            caseId.value() + "/survey/" + cycle,
            Occasion.validUntil(Purpose.SURVEY, at, policy.lastGate()),
            at.plus(policy.surveys().afterRecovery().expires()),
            Map.of("issue", about.facts().issue(), CYCLE, Integer.toString(cycle)),
            property,
            guest);
    Severity severity = about.now().severity();
    var rule = policy.surveys().afterRecovery();
    if (never(about.facts()).anyMatch(policy.surveys().never()::contains)) {
      return new Plan.DoNot(draft, Reason.SENSITIVE);
    }
    if (cycle > 1
        || about.now().failedTwice()
        || Ways.forFewEyes(about.facts(), policy.sensitive())
        || rule.medium().get(severity) == Medium.CALL) {
      return new Plan.Call(draft, at);
    }
    return Share.takes(caseId.value(), rule.sample().getOrDefault(severity, BigDecimal.ONE))
        ? new Plan.Ask(draft, at)
        : new Plan.DoNot(draft, Reason.NOT_SAMPLED);
  }

  private static Stream<Never> never(CaseFacts facts) {
    Stream<Never> byFlag =
        facts.flags().stream()
            .flatMap(
                flag ->
                    flag == Flag.LEGAL
                        ? Stream.of(Never.LEGAL)
                        : flag == Flag.PROBLEM_CUSTOMER
                            ? Stream.of(Never.PROBLEM_CUSTOMER)
                            : Stream.of());
    return facts.channel() == Channel.THIRD_PARTY_AUTHORITY
        ? Stream.concat(byFlag, Stream.of(Never.THIRD_PARTY_AUTHORITY))
        : byFlag;
  }

  private static Instant dueAfter(
      Instant made, OpenCase about, PropertyReference property, Guest guest, Surveys policy) {
    if (about.now().inHouse()) {
      InHouse rule = policy.afterRecovery().inHouse();
      return rule.quiet().firstWelcome(made.plus(rule.after()), property.zone());
    }
    ZoneId there = ZoneId.of(guest.zoneAt(property).id());
    LocalDate next = made.atZone(there).toLocalDate().plusDays(1);
    return next.atTime(policy.afterRecovery().departed().at()).atZone(there).toInstant();
  }

  /**
   * During a stay of some nights; empty: it is too short, it is the past, or nobody told when it
   * ends.
   */
  public static Optional<Plan.Ask> inStay(
      InteractionRecorded arrived, PropertyReference property, Guest guest, HotelPolicy policy) {
    String stayId = arrived.stayId();
    ZoneId there = ZoneId.of(property.zone().id());
    LocalDate first = arrived.occurredAt().atZone(there).toLocalDate();
    Instant leaves = leaves(arrived, first, there);
    if (stayId == null || leaves == null || arrived.history()) {
      return Optional.empty();
    }
    Surveys.InStay rule = policy.surveys().inStay();
    long nights = ChronoUnit.DAYS.between(first, leaves.atZone(there).toLocalDate());
    Instant at = first.plusDays(rule.onNight() - 1L).atTime(rule.at()).atZone(there).toInstant();
    if (nights < rule.stayNightsAtLeast() || at.isBefore(arrived.occurredAt())) {
      return Optional.empty();
    }
    Instant worth = Occasion.validUntil(Purpose.SURVEY, at, policy.lastGate());
    Draft draft =
        draft(
            Kind.IN_STAY,
            Subject.of(arrived),
            "in-stay/" + stayId,
            worth.isBefore(leaves) ? worth : leaves,
            leaves,
            Map.of(STAY, stayId),
            property,
            guest);
    return Optional.of(new Plan.Ask(draft, at));
  }

  private static @Nullable Instant leaves(
      InteractionRecorded arrived, LocalDate first, ZoneId there) {
    Integer nights = arrived.nights();
    return arrived.departureAt() != null || nights == null
        ? arrived.departureAt()
        : first.plusDays(nights).atTime(LocalTime.NOON).atZone(there).toInstant();
  }

  /** After a stay, with thanks; empty: it is the past, or no stay is named. */
  public static Optional<Plan.Ask> postStay(
      InteractionRecorded left, PropertyReference property, Guest guest, HotelPolicy policy) {
    String stayId = left.stayId();
    if (stayId == null || left.history()) {
      return Optional.empty();
    }
    Surveys.PostStay rule = policy.surveys().postStay();
    ZoneId there = ZoneId.of(guest.zoneAt(property).id());
    LocalDate day = left.occurredAt().plus(rule.after()).atZone(there).toLocalDate();
    Instant at = day.atTime(rule.at()).atZone(there).toInstant();
    Draft draft =
        draft(
            Kind.POST_STAY,
            Subject.of(left),
            "post-stay/" + stayId,
            Occasion.validUntil(Purpose.SURVEY, at, policy.lastGate()),
            at.plus(policy.surveys().afterRecovery().expires()),
            Map.of(STAY, stayId),
            property,
            guest);
    return Optional.of(new Plan.Ask(draft, at));
  }

  /**
   * Whom and what it is about.
   *
   * @param causedBy id of what made it due
   */
  private record Subject(GuestId guest, @Nullable CaseId caseId, String causedBy) {

    static Subject of(InteractionRecorded moment) {
      return new Subject(
          moment.guestId(), null, moment.kind() + "/" + Objects.requireNonNull(moment.stayId()));
    }
  }

  private static Draft draft(
      Kind kind,
      Subject subject,
      String messageId,
      Instant validUntil,
      Instant answerBy,
      Map<String, String> about,
      PropertyReference property,
      Guest guest) {
    Message message =
        new Message(
            messageId,
            subject.guest(),
            subject.caseId(),
            property.propertyId(),
            Purpose.SURVEY,
            "SURVEY:" + kind,
            Via.EMAIL,
            null,
            subject.causedBy(),
            validUntil);
    Map<String, String> parameters = Draft.parametersAt(property);
    parameters.putAll(about);
    parameters.put(KIND, kind.name());
    parameters.put(ANSWER_BY, answerBy.toString());
    return new Draft(
        message,
        kind.template,
        parameters,
        guest.localeAt(property),
        property.zone().id(),
        List.of());
  }
}
