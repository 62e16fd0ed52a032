package io.amends.bench.cases;

import io.amends.bench.stack.Sender;
import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.FailureType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Details;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Complaints as the door writes them, commands as the API does. */
final class Feed implements AutoCloseable {

  /** In the policy, a supervisor hears of a MAJOR case five minutes after its detection. */
  private static final Duration NEXT_RUNG = Duration.ofMinutes(5);

  private final Sender sender;

  /** All of one type of failure, so that the policy knows each. */
  private static final List<String> ISSUES =
      List.of(
          "ROOM_CLIMATE",
          "NO_HOT_WATER",
          "DEFECT_IN_ROOM",
          "WIFI",
          "NOISE_FROM_HOTEL",
          "DIRTY_ROOM",
          "SMELL_OR_MOULD",
          "FOOD_QUALITY",
          "WRONG_BILL",
          "PROMISE_NOT_KEPT");

  private final QuietHotels hotels;

  Feed(String bootstrap, QuietHotels hotels) {
    this.hotels = hotels;
    sender = new Sender(bootstrap);
  }

  /** A guest wrote after the stay: nothing falls due for hours. */
  void quiet(String guest, Instant at) {
    complaint(guest, at, Severity.MINOR, false, Channel.EMAIL);
  }

  /** A guest in the house to whom nobody has spoken: somebody is alerted after a while. */
  void urgent(String guest, Instant at, Duration untilAlerted) {
    Instant detected = at.minus(NEXT_RUNG).plus(untilAlerted);
    complaint(guest, detected, Severity.MAJOR, true, Channel.FRONT_DESK);
  }

  private void complaint(
      String guest, Instant detected, Severity severity, boolean inHouse, Channel channel) {
    ComplaintAccepted told =
        new ComplaintAccepted(
            new CaseId("c-" + guest),
            new GuestId(guest),
            "pms",
            false,
            hotels.of(guest),
            inHouse,
            "S-" + guest,
            null,
            channel,
            Origin.GUEST,
            ISSUES.get(Math.floorMod(guest.hashCode() / 31, ISSUES.size())),
            FailureType.OTHER_CORE_SERVICE_FAILURE,
            Department.ENGINEERING,
            severity,
            Set.of(),
            detected,
            detected,
            detected,
            inHouse ? detected.plus(Duration.ofDays(2)) : detected.minus(Duration.ofDays(1)),
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            null);
    send(Topics.COMPLAINTS, guest, "told-" + guest, told, detected);
  }

  /** Somebody at the desk asks. */
  void asks(String commandId, String guest, Verb verb, String staff) {
    Place hotel = hotels.of(guest);
    Money night = hotel.referenceNight();
    Details details =
        verb == Verb.GRANT_REMEDY
            ? Details.of(
                RemedyType.REFUND, new Money(night.minorUnits() / 20, night.currency()), null, null)
            : null;
    CommandAsked asked =
        new CommandAsked(
            commandId,
            new GuestId(guest),
            new CaseId("c-" + guest),
            verb,
            Actor.staff(staff),
            Role.FRONT_LINE,
            Set.of(hotel.propertyId().value()),
            details);
    send(Topics.COMMANDS, guest, commandId, asked, Instant.EPOCH);
  }

  private void send(Topic<?> topic, String guest, String id, Object body, Instant time) {
    sender.send(topic, guest, body.getClass(), body, id, time);
  }

  void flush() {
    sender.flush();
  }

  @Override
  public void close() {
    sender.close();
  }
}
