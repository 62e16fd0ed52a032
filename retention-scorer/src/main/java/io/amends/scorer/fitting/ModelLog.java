package io.amends.scorer.fitting;

import io.amends.contracts.Actor;
import io.amends.contracts.EventType;
import io.amends.contracts.retention.FitAsked;
import io.amends.contracts.retention.FitEnded;
import io.amends.contracts.retention.ModelEvent;
import io.amends.contracts.retention.ModelPublished;
import io.amends.contracts.topics.Topics;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.publish.Publisher;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes into the topic of models. */
public final class ModelLog {

  private static final String SOURCE = "amends/retention-scorer";

  private final Publisher publisher;
  private final String topic;

  public ModelLog(Publisher publisher, String prefix) {
    this.publisher = publisher;
    this.topic = Topics.MODELS.on(prefix);
  }

  /** A version that never changes. */
  CompletableFuture<Void> version(ModelPublished model) {
    return write(model.version(), model, model.since());
  }

  /** Scores are made with it from now on. */
  public CompletableFuture<Void> takeIntoUse(ModelPublished model, Instant now) {
    ModelPublished current =
        new ModelPublished(
            model.version(),
            now,
            model.prior(),
            model.window(),
            model.parameters(),
            model.figures());
    return write(ModelPublished.CURRENT, current, now);
  }

  CompletableFuture<Void> ended(FitEnded ended) {
    return write(FitEnded.NEWEST, ended, ended.at());
  }

  /** Asks the instance that fits for a fit. */
  public CompletableFuture<Void> ask(Instant now, Actor by) {
    return write(FitAsked.NEWEST, new FitAsked(now, by), now);
  }

  private CompletableFuture<Void> write(String key, ModelEvent event, Instant at) {
    String id = "%s/%d".formatted(key, at.toEpochMilli());
    EventHeaders headers =
        EventHeaders.following(
            new Origin(id, id, null), id, SOURCE, EventType.of(event.getClass()), at);
    return publisher
        .send(
            new ProducerRecord<>(topic, null, Keys.bytes(key), Json.bytes(event), headers.write()))
        .thenAccept(_ -> {});
  }
}
