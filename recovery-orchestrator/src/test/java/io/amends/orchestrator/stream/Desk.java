package io.amends.orchestrator.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.Channel;
import io.amends.contracts.Department;
import io.amends.contracts.EventType;
import io.amends.contracts.FailureType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Origin;
import io.amends.contracts.Place;
import io.amends.contracts.PropertyId;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandAsked.Details;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.reference.NightAuditRun;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.time.IanaZone;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.StillClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.InputGate;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A front desk in New York over the whole topology: what it asks, and what it hears. */
final class Desk implements AutoCloseable {

  private static final Currency USD = Currency.getInstance("USD");

  private final StillClock clock;
  private final TopologyTestDriver driver;
  private final TestOutputTopic<byte[], byte[]> outcomes;
  private final TestOutputTopic<byte[], byte[]> events;

  Desk(Path folder, Instant at) {
    clock = new StillClock(at);
    Properties config = new Properties();
    config.setProperty(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    config.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    var meters = new SimpleMeterRegistry();
    DeadlineService deadlines =
        new DeadlineService(clock, _ -> () -> new InputGate.ReadUp(clock.real(), false), meters);
    driver =
        new TopologyTestDriver(
            RecoveryTopology.build(
                "", new TopologyConfig(new StreamsConfig(config)), clock, deadlines, meters),
            config,
            at);
    outcomes = out(Topics.COMMAND_OUTCOMES);
    events = out(Topics.CASE_EVENTS);
  }

  private TestOutputTopic<byte[], byte[]> out(Topic<?> topic) {
    return driver.createOutputTopic(
        topic.on(""), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  /** A guest in house complains. */
  void complaint(String guest) {
    complaint(guest, "c-" + guest, "S-1");
  }

  /** The same guest complains in a later stay, long after the first: another case. */
  void complaintAgain(String guest, String caseId) {
    complaint(guest, caseId, "S-2");
  }

  private void complaint(String guest, String caseId, String stay) {
    Place place =
        new Place(
            new PropertyId("NYC-MIDTOWN"),
            "CITY",
            "AMER",
            new IanaZone("America/New_York"),
            LocalTime.of(3, 0),
            "en",
            new Money(30_000, USD),
            null);
    in(
        Topics.COMPLAINTS,
        guest,
        "complaint-" + caseId,
        new ComplaintAccepted(
            new CaseId(caseId),
            new GuestId(guest),
            "pms",
            false,
            place,
            true,
            stay,
            "1204",
            Channel.FRONT_DESK,
            Origin.GUEST,
            "DIRTY_ROOM",
            FailureType.OTHER_CORE_SERVICE_FAILURE,
            Department.HOUSEKEEPING,
            Severity.MAJOR,
            Set.of(),
            clock.instant(),
            clock.instant(),
            clock.instant(),
            clock.instant().plus(Duration.ofDays(2)),
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            null,
            null));
  }

  /** Somebody gives a refund. */
  void gives(String guest, String commandId, String staff, Role role, long minorUnits) {
    givesOn(guest, "c-" + guest, commandId, staff, role, minorUnits);
  }

  /** Above the band, and says why. */
  void givesForAReason(String guest, String commandId, String staff, Role role, long minorUnits) {
    Details plain = Details.of(RemedyType.REFUND, new Money(minorUnits, USD), null, null);
    ObjectNode fields = Json.mapper().valueToTree(plain);
    fields.put("reason", "LOST_A_DAY");
    asks(
        guest,
        "c-" + guest,
        commandId,
        Verb.GRANT_REMEDY,
        staff,
        role,
        Json.mapper().treeToValue(fields, Details.class));
  }

  void takesBack(String guest, String commandId, String staff, Role role, int number) {
    asks(
        guest,
        "c-" + guest,
        commandId,
        Verb.TAKE_BACK_REMEDY,
        staff,
        role,
        Details.of(number, "PAID_TWICE"));
  }

  /** Somebody gives a refund on one of several cases of a guest. */
  void givesOn(
      String guest, String caseId, String commandId, String staff, Role role, long minorUnits) {
    asks(
        guest,
        caseId,
        commandId,
        Verb.GRANT_REMEDY,
        staff,
        role,
        Details.of(RemedyType.REFUND, new Money(minorUnits, USD), null, null));
  }

  /** The hotel, as reference data has it. */
  void hotel() {
    in(
        Topics.PROPERTIES,
        "NYC-MIDTOWN",
        "hotel",
        new PropertyReference(
            new PropertyId("NYC-MIDTOWN"),
            "Midtown",
            "CITY",
            "AMER",
            new IanaZone("America/New_York"),
            LocalTime.of(3, 0),
            "en",
            USD,
            BigDecimal.valueOf(300),
            null,
            null,
            null));
  }

  /** The night audit of the hotel. */
  void audits(String date, Instant at) {
    in(
        Topics.NIGHT_AUDITS,
        "NYC-MIDTOWN",
        "audit-" + date,
        new NightAuditRun(new PropertyId("NYC-MIDTOWN"), LocalDate.parse(date), at));
  }

  /** The directory finds out that two are one; told under both. */
  void links(String from, String to) {
    for (String under : List.of(from, to)) {
      in(
          Topics.GUEST_LINKS,
          under,
          "link-" + under,
          new GuestsLinked(new GuestId(from), new GuestId(to), "pms", clock.instant()));
    }
  }

  /** The guest writes or calls. */
  void contact(String guest) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("guestId", guest);
    fields.put("source", "pms");
    fields.put("history", false);
    fields.put("kind", "CONTACT_MADE");
    fields.put("occurredAt", clock.instant().toString());
    in(
        Topics.INTERACTIONS,
        guest,
        "contact-" + guest,
        Json.read(Json.bytes(fields), InteractionRecorded.class));
  }

  /** Clocks stand still, for a reason. */
  void pauses(String guest, String commandId, String staff, String reason) {
    ObjectNode fields = Json.mapper().createObjectNode().put("reason", reason);
    asks(
        guest,
        "c-" + guest,
        commandId,
        Verb.PAUSE,
        staff,
        Role.FRONT_LINE,
        Json.mapper().treeToValue(fields, Details.class));
  }

  /** What could not be dealt with since the last look. */
  long deadLetters(Topic<?> topic) {
    return out(topic.deadLetters()).readRecordsToList().size();
  }

  void approves(String guest, String commandId, String staff, Role role, int number) {
    asks(
        guest, "c-" + guest, commandId, Verb.APPROVE_REMEDY, staff, role, Details.of(number, null));
  }

  private void asks(
      String guest,
      String caseId,
      String commandId,
      Verb verb,
      String staff,
      Role role,
      @Nullable Details details) {
    in(
        Topics.COMMANDS,
        guest,
        commandId,
        new CommandAsked(
            commandId,
            new GuestId(guest),
            new CaseId(caseId),
            verb,
            Actor.staff(staff),
            role,
            Set.of("NYC-MIDTOWN"),
            details));
  }

  private void in(Topic<?> topic, String key, String id, Object body) {
    EventHeaders headers =
        new EventHeaders(
            id,
            "test",
            EventType.of(body.getClass()),
            clock.instant(),
            "correlation-" + id,
            null,
            null,
            false);
    driver
        .createInputTopic(topic.on(""), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(Keys.bytes(key), Json.bytes(body), headers.write(), clock.real()));
  }

  /** Time passes until then, and all that falls due is told. */
  void until(Instant at) {
    clock.moveTo(at);
    for (int sweep = 0; sweep < 3; sweep++) { // one is held when the clock has jumped
      clock.moveTo(clock.real().plusMillis(300));
      driver.advanceWallClockTime(Duration.ofMillis(300));
    }
  }

  /** Outcomes since the last look. */
  List<CommandOutcome> outcomes() {
    return outcomes.readValuesToList().stream()
        .map(body -> Json.read(body, CommandOutcome.class))
        .toList();
  }

  /** Everything of a kind since the last look, over all guests. */
  <E extends RecoveryEvent> List<E> events(Class<E> kind) {
    return events.readRecordsToList().stream()
        .filter(record -> EventHeaders.read(record.headers()).type().equals(EventType.of(kind)))
        .map(record -> Json.read(record.value(), kind))
        .toList();
  }

  CaseSnapshot caseOf(String guest) {
    KeyValueStore<String, byte[]> store = driver.getKeyValueStore(RecoveryTopology.CASES);
    KeyValueStore<String, byte[]> pinned = driver.getKeyValueStore(RecoveryTopology.PINNED);
    return new CaseFormat(PinnedPolicies.readOnly(pinned::get))
        .snapshot(store.get(guest + "/c-" + guest));
  }

  Budget month(String budget) {
    KeyValueStore<String, byte[]> store = driver.getKeyValueStore(RecoveryTopology.BUDGETS);
    return BudgetFormat.read(store.get(budget));
  }

  @Override
  public void close() {
    driver.close();
  }
}
