package io.amends.orchestrator.http;

import io.amends.contracts.EventType;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.topics.Topics;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.publish.Publisher;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Appends commands to the log; a command is asked when it is there. */
public final class CommandLog {

  private static final String SOURCE = "amends/recovery-orchestrator";

  private final Publisher publisher;
  private final String topic;

  public CommandLog(Publisher publisher, String prefix) {
    this.publisher = publisher;
    this.topic = Topics.COMMANDS.on(prefix);
  }

  CompletableFuture<RecordMetadata> append(CommandAsked command) {
    EventHeaders headers =
        new EventHeaders(
            command.commandId(),
            SOURCE,
            EventType.of(CommandAsked.class),
            null,
            command.commandId(),
            null,
            null,
            false);
    return publisher.send(
        new ProducerRecord<>(
            topic,
            null,
            Keys.bytes(command.guestId().value()),
            Json.bytes(command),
            headers.write()));
  }
}
