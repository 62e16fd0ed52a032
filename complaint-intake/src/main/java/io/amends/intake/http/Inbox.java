package io.amends.intake.http;

import io.amends.contracts.EventType;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topics;
import io.amends.intake.domain.EventKey;
import io.amends.intake.domain.Source;
import io.amends.intake.domain.TravelKey;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.publish.Publisher;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import tools.jackson.databind.JsonNode;

/**
 * Our own edges as sources like any other: what comes over HTTP goes to {@code inbound.*.v1.http},
 * what is read in mailboxes to {@code inbound.*.v1.mail}.
 */
public final class Inbox {

  private final String prefix;
  private final Publisher publisher;
  private final InboundSchemas schemas;
  private final HotelClock clock;

  public Inbox(String prefix, Publisher publisher, InboundSchemas schemas, HotelClock clock) {
    this.prefix = prefix;
    this.publisher = publisher;
    this.schemas = schemas;
    this.clock = clock;
  }

  /** What is wrong with a body; empty if nothing is. */
  public List<Flaw> check(InboundKind kind, JsonNode body) {
    return schemas.check(kind, body);
  }

  /**
   * By what the answer to an event will be known.
   *
   * @param caller who sends it: ids of one caller are no ids of another
   */
  static UUID keyOf(String caller, String id) {
    return EventKey.of(source(caller), id);
  }

  /**
   * Writes one event; completes with its key when the broker has it.
   *
   * @param caller who sent it
   */
  public CompletableFuture<UUID> put(
      InboundKind kind, String caller, String id, boolean history, JsonNode body) {
    return write(kind, Source.HTTP, source(caller), id, history, body);
  }

  /** Writes a complaint that was read in a mailbox; completes with its key likewise. */
  public CompletableFuture<UUID> putMail(String id, JsonNode body) {
    return write(InboundKind.COMPLAINTS, Source.MAIL, Source.MAIL, id, false, body);
  }

  private CompletableFuture<UUID> write(
      InboundKind kind, String to, String source, String id, boolean history, JsonNode body) {
    UUID key = EventKey.of(source, id);
    EventHeaders headers =
        new EventHeaders(
            id,
            source,
            EventType.of(kind.body()),
            clock.instant(),
            key.toString(),
            null,
            null,
            history);
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.inbound(kind, to).on(prefix),
            null,
            Keys.bytes(TravelKey.of(kind, key, body.path("guestId").asString(null))),
            Json.bytes(body),
            headers.write());
    return publisher.send(record).thenApply(_ -> key);
  }

  private static String source(String caller) {
    return Source.HTTP + "/" + caller;
  }
}
