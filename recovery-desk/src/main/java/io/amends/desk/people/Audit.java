package io.amends.desk.people;

import io.amends.contracts.Actor;
import io.amends.contracts.CaseId;
import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.desk.PersonalDataSeen;
import io.amends.contracts.desk.PersonalDataSeen.Occasion;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.publish.Publisher;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down who sees what is personal, before it is shown. */
public final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

  /** As long as a page may wait for the log. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Publisher log;
  private final String topic;
  private final HotelClock clock;

  public Audit(Publisher log, String prefix, HotelClock clock) {
    this.log = log;
    this.topic = Topics.PERSONAL_VIEWS.on(prefix);
    this.clock = clock;
  }

  /**
   * Writes it down; false if that was not possible, and then nothing personal may be shown.
   *
   * @param reason what the reader gave as one, if one was asked
   */
  public boolean sees(
      Reader reader,
      String guestId,
      @Nullable String caseId,
      Occasion occasion,
      @Nullable String reason) {
    Instant now = clock.instant();
    PersonalDataSeen seen =
        new PersonalDataSeen(
            new GuestId(guestId),
            caseId == null ? null : new CaseId(caseId),
            Actor.staff(reader.id()),
            reader.roles(),
            occasion,
            reason,
            now);
    EventHeaders headers =
        new EventHeaders(
            UUID.randomUUID().toString(),
            "amends/recovery-desk",
            EventType.of(PersonalDataSeen.class),
            now,
            caseId == null ? guestId : caseId,
            null,
            null,
            false);
    try {
      log.send(
              new ProducerRecord<>(
                  topic, null, Keys.bytes(guestId), Json.bytes(seen), headers.write()))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException failure) {
      LOG.warn("Expected to write down a view of personal data, but: {}", failure.toString());
      return false;
    }
  }
}
