package io.amends.notification.domain;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.Flag;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.Due;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Stamp;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.reference.Webhook;
import io.amends.contracts.time.IanaZone;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import io.amends.notification.domain.offer.Offer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An evening in Singapore, told to all tests: a guest, a case, a hotel and its people. */
public final class Evening {

  public static final GuestId GUEST = new GuestId("G-301");
  public static final CaseId CASE = new CaseId("case-1");
  public static final PropertyId HOTEL = new PropertyId("SIN-MARINA");
  public static final IanaZone SINGAPORE = new IanaZone("Asia/Singapore");

  /** Three in the afternoon there. */
  public static final Instant AFTERNOON = Instant.parse("2027-01-12T07:00:00Z");

  /** Eleven at night there. */
  public static final Instant NIGHT = Instant.parse("2027-01-12T15:00:00Z");

  /** When the night's quiet ends. */
  public static final Instant MORNING = Instant.parse("2027-01-13T01:00:00Z");

  public static final HotelPolicy POLICY =
      Json.mapper().convertValue(Yaml.resource("policy/default-policy.yaml"), HotelPolicy.class);

  private Evening() {}

  public static PropertyReference hotel(Mode mode) {
    return hotel(mode, List.of());
  }

  /** The same, and these systems of its are told. */
  public static PropertyReference hotel(Mode mode, List<Webhook> webhooks) {
    return new PropertyReference(
        HOTEL,
        "Amends Marina Singapore",
        "CITY",
        "APAC",
        SINGAPORE,
        LocalTime.of(3, 0),
        "en-SG",
        Currency.getInstance("SGD"),
        new BigDecimal("320"),
        mode,
        null,
        webhooks);
  }

  public static RosterReference.Person person(String id, Role role) {
    return new RosterReference.Person(
        id, id.toUpperCase(java.util.Locale.ROOT), role, id + "@marina.example", null, null, null);
  }

  public static RosterReference roster(RosterReference.Person... people) {
    return new RosterReference(HOTEL, List.of(people), List.of(), null);
  }

  public static CaseFacts facts(Channel channel, Flag... flags) {
    return facts(channel, true, null, flags);
  }

  public static CaseFacts facts(
      Channel channel, boolean inHouse, @Nullable Instant departureAt, Flag... flags) {
    Place place = hotel(Mode.LIVE).place();
    return new CaseFacts(
        place,
        inHouse,
        "S-1",
        "1204",
        channel,
        Origin.GUEST,
        "front-desk",
        "ROOM_CLIMATE",
        FailureType.OTHER_CORE_SERVICE_FAILURE,
        Department.ENGINEERING,
        Severity.MAJOR,
        Set.of(flags),
        AFTERNOON,
        AFTERNOON,
        departureAt,
        null,
        null,
        null,
        false,
        null,
        null);
  }

  public static Money sgd(long minorUnits) {
    return new Money(minorUnits, Currency.getInstance("SGD"));
  }

  public static Stamp stamp(int version, Instant at) {
    return new Stamp(GUEST, CASE, version, Actor.CLOCK, at);
  }

  /** A message that would be worth sending for ten more days. */
  public static Draft draft(Purpose purpose, @Nullable CaseId about, OpenCase.Done... mootBy) {
    return draft(purpose + "/1", purpose, about, mootBy);
  }

  public static Draft draft(
      String id, Purpose purpose, @Nullable CaseId about, OpenCase.Done... mootBy) {
    Message message =
        new Message(
            id,
            GUEST,
            about,
            HOTEL,
            purpose,
            purpose.name(),
            Via.EMAIL,
            purpose.toStaff() ? "ana" : null,
            "cause-1",
            Instant.parse("2027-01-22T07:00:00Z"));
    return new Draft(message, "follow-up", Map.of(), "en", SINGAPORE.id(), List.of(mootBy));
  }

  /** As the contract's own example has it; no message depends on what stands in it. */
  public static CasePolicy casePolicy() {
    try (var sample =
        Evening.class.getResourceAsStream("/samples/amends.recovery.case-opened.v1.json")) {
      return Json.read(
              Objects.requireNonNull(sample).readAllBytes(), RecoveryEvent.CaseOpened.class)
          .policy();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Nobody has said "I have it": somebody on duty is told. */
  public static RecoveryEvent alert(int version, Role role, Instant at) {
    return new RecoveryEvent.StaffAlerted(
        stamp(version, at),
        role,
        List.of(AlertStep.of(AlertStep.Cause.NOBODY_HAS_ACKNOWLEDGED, null, role, at, at)),
        false,
        new Due(Clock.ACKNOWLEDGE, at.plusSeconds(600)),
        List.of(),
        null);
  }

  /** Fixed, apologised for and given: 24 minutes after it was known. */
  public static RecoveryEvent.MadeGood madeGood(Instant at) {
    return new RecoveryEvent.MadeGood(
        stamp(6, at),
        CostTier.ON_THE_SPOT,
        Nights.of("0.40"),
        sgd(12_800),
        24,
        Nights.of("4.00"),
        sgd(128_000),
        Nights.of("0.10"));
  }

  /** Something to come back for that costs so many nights. */
  public static Offer offer(String type, String cost) {
    return new Offer(
        type,
        "RETENTION_OFFER",
        new CasePolicy.Worth(Nights.of(cost), Nights.of(cost)),
        "RETENTION_OFFER/SIN-MARINA/2027-01",
        Nights.of("21"),
        new BigDecimal("0.80"),
        Nights.of("0.40"),
        Duration.ofDays(365),
        AFTERNOON.plus(Duration.ofDays(365)),
        Offer.Step.PROPOSED,
        null);
  }

  /** Who has said yes to everything. */
  public static Guest willing() {
    return Guest.UNKNOWN
        .with(Consent.Purpose.SERVICE, Consent.By.EMAIL, Consent.State.GRANTED, Instant.EPOCH)
        .with(Consent.Purpose.MARKETING, Consent.By.EMAIL, Consent.State.GRANTED, Instant.EPOCH);
  }
}
