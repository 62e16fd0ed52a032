package io.amends.intake.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.intake.domain.Directory;
import io.amends.intake.domain.Found;
import io.amends.intake.domain.Signs;
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
import org.jspecify.annotations.Nullable;

/**
 * The directory of who is who, and where: learns facts, answers questions, sends on what is
 * answered. It alone joins ids, each once.
 */
final class DirectoryProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  /** Ours: as long as anybody complains about a stay, and as long as case events are kept. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final String CONTACT_STATED = EventType.of(ContactStated.class);
  private static final String LINK_ASKED = EventType.of(LinkAsked.class);
  private static final String CASE_OF_STAY = EventType.of(CaseOfStay.class);

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.IDENTIFICATION);
  private final HotelClock clock;
  private ExpiringKeys directory;
  private Owners owners;
  private Links links;
  private SignsHeard signs;

  DirectoryProcessor(HotelClock clock) {
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    directory =
        new ExpiringKeys(
            context, IntakeTopology.DIRECTORY, KEPT, () -> clock.instant().toEpochMilli());
    owners = new Owners(context.getStateStore(IntakeTopology.CONTACT_OWNERS));
    links = new Links(directory, clock);
    signs = new SignsHeard(directory, clock, KEPT);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    EventHeaders event = EventHeaders.read(record.headers());
    String key = Keys.text(record.key());
    if (event.type().equals(CONTACT_STATED)) {
      Change change = owners.learn(key, Json.read(record.value(), ContactStated.class), event);
      return written(change);
    }
    if (event.type().equals(LINK_ASKED)) {
      return written(links.ask(Json.read(record.value(), LinkAsked.class), event));
    }
    if (event.type().equals(CASE_OF_STAY)) {
      return written(signs.learn(key, Json.read(record.value(), CaseOfStay.class)));
    }
    Lookup lookup = Json.read(record.value(), Lookup.class);
    Whereabouts fact = lookup.fact();
    return written(fact == null ? answer(key, lookup, event) : learn(key, fact, event));
  }

  /**
   * What follows from one record.
   *
   * @param write to a store; null: nothing
   */
  record Change(@Nullable Runnable write, List<Outgoing> records) {

    static Change of(List<Outgoing> records) {
      return new Change(null, records);
    }
  }

  private Runnable written(Change change) {
    return () -> {
      if (change.write() != null) {
        change.write().run();
      }
      change.records().forEach(out -> out.forwardTo(context(), IntakeTopology.IDENTIFICATION));
    };
  }

  /** A stay's fact may end or change where the guest was; the room is told under its own key. */
  private Change learn(String key, Whereabouts fact, EventHeaders event) {
    Directory known = known(key);
    boolean stay = WhoIsIt.isStay(key);
    byte[] row = DirectoryFormat.write(known.with(stay ? known.completed(fact) : fact));
    List<Outgoing> ofRooms =
        stay
            ? known.ofRooms(fact).entrySet().stream()
                .map(room -> ofRoom(room.getKey(), room.getValue(), event))
                .toList()
            : List.of();
    return new Change(
        () -> directory.put(Keys.bytes(key), clock.instant().toEpochMilli(), row), ofRooms);
  }

  private Directory known(String key) {
    return DirectoryFormat.read(directory.get(Keys.bytes(key)));
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
  private Change answer(String key, Lookup question, EventHeaders event) {
    Duration quiet = question.quietFor();
    ComplaintAccepted complaint = question.complaint();
    if (Signs.isKey(key) && quiet != null && complaint != null) {
      return signs.hear(key, question, complaint, quiet, event);
    }
    Found moving = question.found();
    if (moving != null) {
      return Change.of(afterTheMove(question, moving, event));
    }
    Optional<Found> found = find(key, question);
    if (found.isPresent()) {
      return Change.of(answered(question, found.get(), event));
    }
    if (!question.next().isEmpty()) {
      return Change.of(List.of(Outgoing.question(question, event.id(), event.asOrigin())));
    }
    return new Change(
        WhoIsIt.isContact(key) ? owners.claim(key, question) : null, out(question, event));
  }

  private Optional<Found> find(String key, Lookup question) {
    if (WhoIsIt.isContact(key)) {
      return owners.whose(key).map(Found::byContact);
    }
    Instant at = Objects.requireNonNullElse(question.at(), Instant.EPOCH);
    Directory known = known(key);
    return (WhoIsIt.isStay(key) ? known.nearest(at) : known.at(at))
        .filter(question::isAbout)
        .map(Found::at);
  }

  private static List<Outgoing> answered(Lookup question, Found found, EventHeaders event) {
    return found.mayHaveMoved()
        ? List.of(Outgoing.question(question.whetherMoved(found), event.id(), event.asOrigin()))
        : out(question.answered(found), event);
  }

  private List<Outgoing> afterTheMove(Lookup question, Found found, EventHeaders event) {
    GuestId to = links.movedTo(found.guestId());
    return to == null
        ? out(question.answered(found), event)
        : answered(question, found.movedTo(to), event);
  }

  /** The question carries the key of its arrival as its id, and the arrival's own cause. */
  private static List<Outgoing> out(Lookup identified, EventHeaders event) {
    Origin origin = event.asOrigin();
    return Publication.of(identified, event.id(), origin);
  }
}
