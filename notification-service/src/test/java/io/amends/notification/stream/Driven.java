package io.amends.notification.stream;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.HOTEL;
import static io.amends.notification.domain.Evening.hotel;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.notification.RemedyHandedOver;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.StillClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.InputGate;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.security.DerivedCodes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The whole topology on one driver, with a hotel that is live, on an afternoon. */
final class Driven implements AutoCloseable {

  static final DerivedCodes CODES = new DerivedCodes("k1:" + "A".repeat(43));

  final StillClock clock = new StillClock(AFTERNOON);
  final TopologyTestDriver driver;
  private final TestOutputTopic<byte[], byte[]> orders;
  private final TestOutputTopic<byte[], byte[]> deliveries;
  private final TestOutputTopic<byte[], byte[]> shortMessages;
  private final TestOutputTopic<byte[], byte[]> reached;
  private final TestOutputTopic<byte[], byte[]> events;

  /** Whether the inputs are read up to the present moment, or not at all. */
  boolean readUp = true;

  Driven(Path folder) {
    Properties config = new Properties();
    config.setProperty(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    config.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    DeadlineService deadlines =
        new DeadlineService(clock, _ -> this::upTo, new SimpleMeterRegistry());
    driver =
        new TopologyTestDriver(
            GateTopology.build(
                "", new TopologyConfig(new StreamsConfig(config)), clock, deadlines, CODES, true),
            config,
            AFTERNOON);
    orders = output(Topics.DISPATCH_EMAIL.on(""));
    deliveries = output(Topics.DISPATCH_WEBHOOK.on(""));
    shortMessages = output(Topics.DISPATCH_SMS.on(""));
    reached = output(Topics.HANDED_OVER.on(""));
    events = output(Topics.NOTIFICATIONS.on(""));
    table(Topics.PROPERTIES.on(""), HOTEL.value(), hotel(Mode.LIVE));
  }

  private InputGate.ReadUp upTo() {
    return new InputGate.ReadUp(readUp ? clock.real() : Instant.EPOCH, false);
  }

  TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  void table(String topic, String key, Object row) {
    driver
        .createInputTopic(topic, Serdes.String().serializer(), Serdes.ByteArray().serializer())
        .pipeInput(key, Json.bytes(row));
  }

  void in(String topic, GuestId guest, Object event, String id) {
    EventHeaders headers =
        new EventHeaders(
            id,
            "test",
            EventType.of(event.getClass()),
            clock.instant(),
            "correlation-1",
            null,
            null,
            false);
    in(topic, guest.value(), event, headers.write());
  }

  void in(String topic, String key, Object body, Headers headers) {
    driver
        .createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(new TestRecord<>(Keys.bytes(key), Json.bytes(body), headers, clock.real()));
  }

  /** Nothing of a guest is to be kept any more. */
  void erase(GuestId guest) {
    EventHeaders headers =
        new EventHeaders(
            "erased/" + guest,
            "test",
            EventType.of(GuestReference.class),
            clock.instant(),
            "correlation-1",
            null,
            null,
            false);
    driver
        .createInputTopic(
            Topics.GUESTS.on(""), new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(
            new TestRecord<>(
                Keys.bytes(guest.value()), (byte[]) null, headers.write(), clock.real()));
  }

  /** Real time passes until every deadline of the present moment has been told. */
  List<Out.Order> tick() {
    return tick(6); // what is answered is looked at once more
  }

  /** A sweep is short: many guests need many. */
  List<Out.Order> tick(int sweeps) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      clock.moveTo(clock.real().plusMillis(300));
      driver.advanceWallClockTime(Duration.ofMillis(300));
    }
    List<Out.Order> all = new ArrayList<>();
    orders.readValuesToList().forEach(body -> all.add(Json.read(body, Out.Order.class)));
    return all;
  }

  /** What other systems are to be told since the last time; after a tick. */
  List<Out.Order> deliveries() {
    return deliveries.readValuesToList().stream()
        .map(body -> Json.read(body, Out.Order.class))
        .toList();
  }

  /** What is to be sent to telephones since the last time; after a tick. */
  List<Out.Order> shortMessages() {
    return shortMessages.readValuesToList().stream()
        .map(body -> Json.read(body, Out.Order.class))
        .toList();
  }

  /** What the case was told to have reached the guest since the last time. */
  List<RemedyHandedOver> reached() {
    return reached.readValuesToList().stream()
        .map(body -> Json.read(body, RemedyHandedOver.class))
        .toList();
  }

  List<Out.Order> at(Instant then) {
    clock.moveTo(then);
    return tick();
  }

  /** The provider took it. */
  void sent(Message message) {
    in(
        Topics.NOTIFICATIONS.on(""),
        message.guestId(),
        new Sent(message, clock.instant(), 1, "<id>"),
        message.messageId() + "/sent");
  }

  /** All that was told since the last time, of one type. */
  <E extends NotificationEvent> List<E> told(Class<E> type) {
    return events.readRecordsToList().stream()
        .filter(record -> EventHeaders.read(record.headers()).type().equals(EventType.of(type)))
        .map(record -> Json.read(record.value(), type))
        .toList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
