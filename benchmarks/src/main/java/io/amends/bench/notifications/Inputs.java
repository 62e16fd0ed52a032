package io.amends.bench.notifications;

import io.amends.bench.stack.Samples;
import io.amends.bench.stack.Sender;
import io.amends.contracts.GuestId;
import io.amends.contracts.PropertyId;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.recovery.RecoveryEvent.CaseOpened;
import io.amends.contracts.recovery.RecoveryEvent.FollowUpDue;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * Guests who have left and whose case is open, written as the services write them; each is asked
 * once whether all is well now. Ten o'clock at the hotel; some live where it is three at night, so
 * that they are not disturbed for another six hours, in which the others are told.
 */
final class Inputs implements AutoCloseable {

  /** Neither of them has a summer time. */
  private static final IanaZone HOTEL = new IanaZone("Asia/Singapore");

  private static final IanaZone ASLEEP = new IanaZone("Africa/Lagos");
  private static final PropertyId PROPERTY = new PropertyId("BENCH");

  /** Ten at the hotel, three in the other place. */
  private static final LocalTime BEGIN_UTC = LocalTime.of(2, 0);

  /** By the shipped policy nobody is written to before nine. */
  static final Duration UNTIL_NINE = Duration.ofHours(6);

  private final Sender sender;
  private final ObjectNode opened = Samples.of("amends.recovery.case-opened.v1");
  private final ObjectNode due = Samples.of("amends.recovery.follow-up-due.v1");

  Inputs(String bootstrap) {
    sender = new Sender(bootstrap);
  }

  /** When a run begins, after now: ten o'clock at the hotel. */
  static Instant begin(Instant now) {
    return HOTEL.date(now).plusDays(1).atTime(BEGIN_UTC).toInstant(ZoneOffset.UTC);
  }

  void hotel() {
    send(
        Topics.PROPERTIES,
        PROPERTY.value(),
        new PropertyReference(
            PROPERTY,
            "Bench",
            "CITY",
            "APAC",
            HOTEL,
            LocalTime.of(3, 0),
            "en",
            Currency.getInstance("SGD"),
            new BigDecimal("320"),
            PropertyReference.Mode.LIVE,
            List.of(),
            List.of()),
        "hotel");
  }

  /** Somebody whose case was opened a while ago. */
  void guest(String guest, boolean asleep, Instant now) {
    GuestId id = new GuestId(guest);
    IanaZone home = asleep ? ASLEEP : HOTEL;
    send(
        Topics.GUESTS,
        guest,
        new GuestReference(id, null, "en", home, null, null),
        "profile/" + guest);
    send(
        Topics.CONTACTS,
        guest,
        new GuestContact("Ana", guest + "@bench.example", null, null),
        "contact/" + guest);
    ObjectNode body = of(opened, guest, now.minus(Duration.ofHours(3)));
    ObjectNode facts = (ObjectNode) body.get("facts");
    facts.put("inHouse", false).put("departureAt", now.minus(Duration.ofDays(1)).toString());
    facts.put("occurredAt", now.minus(Duration.ofDays(1)).toString());
    facts.put("detectedAt", now.minus(Duration.ofHours(3)).toString());
    ((ObjectNode) facts.get("place")).put("propertyId", PROPERTY.value());
    send(Topics.CASE_EVENTS, guest, CaseOpened.class, body, "c-" + guest + "/1");
  }

  /** It is time to ask how it is now. */
  void due(String guest, Instant at) {
    send(Topics.CASE_EVENTS, guest, FollowUpDue.class, of(due, guest, at), messageId(guest));
  }

  /** Under which id the ledger has the question. */
  static String messageId(String guest) {
    return "c-" + guest + "/12";
  }

  /** Under which id a mail program has it. */
  static String mailId(String guest) {
    return mailOf(messageId(guest));
  }

  /** Under which id a mail program has a message of the ledger. */
  static String mailOf(String messageId) {
    return "<" + messageId.replace('/', '.') + "@amends>";
  }

  void flush() {
    sender.flush();
  }

  private static ObjectNode of(ObjectNode sample, String guest, Instant at) {
    return sample
        .deepCopy()
        .put("guestId", guest)
        .put("caseId", "c-" + guest)
        .put("occurredAt", at.toString());
  }

  private void send(Topic<?> topic, String key, Object body, String id) {
    send(topic, key, body.getClass(), body, id);
  }

  private void send(Topic<?> topic, String key, Class<?> type, Object body, String id) {
    sender.send(topic, key, type, body, id, null);
  }

  @Override
  public void close() {
    sender.close();
  }
}
