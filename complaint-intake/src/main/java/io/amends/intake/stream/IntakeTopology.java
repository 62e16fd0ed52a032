package io.amends.intake.stream;

import io.amends.contracts.topics.Topics;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.Sources;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.ExpiringKeys;
import io.amends.kit.streams.GlobalTables;
import io.amends.kit.streams.WithStores;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.jspecify.annotations.Nullable;

/**
 * What came in, at the door; then under its event, where repeats meet; then, if nobody named the
 * guest, under what a guest is found by; then out, under the guest. Beside it, what became of each
 * case, under its complaint, for the guest who asks and for tools that report of it; and, of what
 * is kept of contacts, by what hashes each guest is found.
 *
 * <p>Streams numbers the parts by the names of their sources in alphabetical order, and numbers are
 * for life: a new source has a name that comes after all others.
 */
public final class IntakeTopology {

  /** The store of what came, by event key: what it became. */
  public static final String SEEN = "seen";

  /** What waits at the door for its hotel to become known, by event key. */
  public static final String PARKED = "parked";

  /** What a guest may see of a case, by complaint id, and by what other tools call it. */
  public static final String TRACKED = "tracked";

  /** Every hotel of the chain, by its id. */
  public static final String PROPERTY_TABLE = "properties-table";

  /** The policy in force. */
  public static final String POLICY_TABLE = "policies-table";

  static final String RETRIES = "parked-retries";
  static final String UNADDRESSED = "unaddressed";
  static final String UNADDRESSED_RETRIES = "unaddressed-retries";

  /** Who was where, by stay and room, and which ids were joined. */
  public static final String DIRECTORY = "directory";

  /** Whose each address is, by its keyed hash. */
  public static final String CONTACT_OWNERS = "contact-owners";

  /** The hashes of each guest's addresses. */
  static final String STATED_CONTACTS = "stated-contacts";

  static final String DOOR = "door";
  static final String ADMISSION = "admission";
  static final String IDENTIFICATION = "identification";
  static final String FILING = "filing";
  static final String TRACKING = "tracking";
  static final String CONTACTS = "contacts";

  private static final Map<String, Set<Sink>> WRITERS =
      new TreeMap<>(
          Map.of(
              DOOR, Sink.OF_DOOR,
              ADMISSION, Sink.OF_ADMISSION,
              IDENTIFICATION, Sink.OF_IDENTIFICATION,
              FILING, Sink.OF_FILING,
              TRACKING, Sink.OF_TRACKING,
              CONTACTS, Sink.OF_CONTACTS));

  private IntakeTopology() {}

  /**
   * Puts it together.
   *
   * @param config so that its processors are wrapped; null: as they are
   */
  public static Topology build(
      String prefix,
      @Nullable TopologyConfig config,
      Sources sources,
      ContactKeys contactKeys,
      HotelClock clock,
      DeadlineService deadlines,
      MeterRegistry registry) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    IntakeMeters meters = new IntakeMeters(registry);
    InboundSchemas schemas = new InboundSchemas();
    ReferenceCheck references = new ReferenceCheck(sources, clock);
    Topology topology = config == null ? new Topology() : new Topology(config);
    topology
        .addSource("inbound", in, in, Topics.inbound(prefix))
        .addProcessor(
            DOOR,
            () -> new DoorProcessor(prefix, sources, schemas, references, clock, meters),
            "inbound")
        .addSource("arrivals", in, in, Topics.ARRIVALS.on(prefix))
        .addProcessor(
            ADMISSION,
            WithStores.of(
                    () -> new ArrivalsProcessor(sources, contactKeys, clock, deadlines, meters),
                    ExpiringKeys.store(SEEN),
                    WithStores.rows(PARKED))
                .and(DurableDeadlines.stores(RETRIES)),
            "arrivals")
        .addSource("lookups", in, in, Topics.LOOKUPS.on(prefix))
        .addProcessor(
            IDENTIFICATION,
            WithStores.of(
                () -> new DirectoryProcessor(clock),
                ExpiringKeys.store(DIRECTORY),
                WithStores.rows(CONTACT_OWNERS)),
            "lookups")
        .addSource("recovery-cases", in, in, Topics.CASES.on(prefix))
        .addProcessor(FILING, FilingProcessor::new, "recovery-cases")
        .addSource("tracking-in", in, in, Topics.TRACKING.on(prefix))
        .addProcessor(
            TRACKING,
            WithStores.of(
                    () -> new TrackingProcessor(clock, deadlines),
                    WithStores.rows(TRACKED),
                    WithStores.rows(UNADDRESSED))
                .and(DurableDeadlines.stores(UNADDRESSED_RETRIES)),
            "tracking-in")
        .addSource(
            "written-contacts", in, in, Topics.CONTACTS.on(prefix), Topics.GUEST_LINKS.on(prefix))
        .addProcessor(
            CONTACTS,
            WithStores.of(
                () -> new ContactsProcessor(contactKeys, clock), WithStores.rows(STATED_CONTACTS)),
            "written-contacts");
    WRITERS.forEach(
        (processor, sinks) -> {
          DeadLetters.addSink(topology, processor);
          sinks.forEach(sink -> sink.add(topology, prefix, processor));
        });
    GlobalTables.add(topology, PROPERTY_TABLE, Topics.PROPERTIES.on(prefix));
    return GlobalTables.add(topology, POLICY_TABLE, Topics.POLICIES.on(prefix));
  }
}
