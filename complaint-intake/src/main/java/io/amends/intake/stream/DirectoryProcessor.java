package io.amends.intake.stream;

import io.amends.intake.domain.Directory;
import io.amends.intake.domain.Whereabouts;
import io.amends.intake.domain.WhoIsIt;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.ExpiringKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** The directory of who is where: learns facts, answers questions, sends on what is answered. */
final class DirectoryProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  /** Ours: as long as anybody complains about a stay, and as long as case events are kept. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.IDENTIFICATION);
  private final HotelClock clock;
  private ExpiringKeys directory;

  DirectoryProcessor(HotelClock clock) {
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    directory =
        new ExpiringKeys(
            context, IntakeTopology.DIRECTORY, KEPT, () -> clock.instant().toEpochMilli());
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    Lookup lookup = Json.read(record.value(), Lookup.class);
    EventHeaders event = EventHeaders.read(record.headers());
    String key = Keys.text(record.key());
    Directory known = DirectoryFormat.read(directory.get(record.key()));
    Whereabouts fact = lookup.fact();
    return fact != null
        ? learn(key, known, fact, event)
        : sendOn(answer(key, known, lookup, event));
  }

  /** A stay's fact may end or change where the guest was; the room is told under its own key. */
  private Runnable learn(String key, Directory known, Whereabouts fact, EventHeaders event) {
    boolean stay = WhoIsIt.isStay(key);
    byte[] row = DirectoryFormat.write(known.with(stay ? known.completed(fact) : fact));
    List<Outgoing> ofRooms =
        stay
            ? known.ofRooms(fact).entrySet().stream()
                .map(room -> ofRoom(room.getKey(), room.getValue(), event))
                .toList()
            : List.of();
    return () -> {
      directory.put(Keys.bytes(key), clock.instant().toEpochMilli(), row);
      sendOn(ofRooms).run();
    };
  }

  private static Outgoing ofRoom(String key, Whereabouts fact, EventHeaders event) {
    return Outgoing.event(
        Sink.LOOKUPS,
        key,
        Lookup.fact(fact),
        event.asOrigin(),
        event.id() + "/" + key,
        fact.from());
  }

  /** Under the next key if nobody is found under this one; out if no key is left. */
  private static List<Outgoing> answer(
      String key, Directory known, Lookup question, EventHeaders event) {
    Instant at = Objects.requireNonNullElse(question.at(), Instant.EPOCH);
    Optional<Whereabouts> found =
        (WhoIsIt.isStay(key) ? known.nearest(at) : known.at(at)).filter(question::isAbout);
    // the question carries the key of its arrival as its id, and the arrival's own cause
    Origin origin = event.asOrigin();
    return found.isEmpty() && !question.next().isEmpty()
        ? List.of(Outgoing.question(question, event.id(), origin))
        : Publication.of(found.map(question::answered).orElse(question), event.id(), origin);
  }

  private Runnable sendOn(List<Outgoing> records) {
    return () -> records.forEach(out -> out.forwardTo(context(), IntakeTopology.IDENTIFICATION));
  }
}
