package io.amends.bench.alarms;

import io.amends.bench.alarms.Asked.Verb;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.deadlines.Firing;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.Keys;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Deadlines as every service of the house has them; what rings leaves the state and is told. */
final class Alarms extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final Origin NOBODY = new Origin("", "", null);
  private static final byte[] NOTHING = {};

  private final DeadlineService service;
  private DurableDeadlines<Alarm> deadlines;

  Alarms(DeadlineService service) {
    this.service = service;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    deadlines = service.start(context, Kind.STORE, new Alarm.Format(), this::ring);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    Asked asked = Asked.read(record.value());
    if (asked.verb() == Verb.PASS) {
      tell(record.key(), Told.passed(asked, record.timestamp()).write(NOTHING));
      return;
    }
    Alarm alarm = new Alarm(Keys.text(record.key()), Instant.ofEpochMilli(asked.at()));
    if (asked.verb() == Verb.ARM) {
      deadlines.replace(Set.of(), Set.of(alarm), origin(record.value()));
    } else {
      deadlines.replace(Set.of(alarm), Set.of(), NOBODY);
    }
  }

  private Runnable ring(Alarm alarm, Firing firing) {
    byte[] told =
        Told.rung(alarm.dueAt().toEpochMilli(), firing.forced())
            .write(Keys.bytes(firing.origin().correlationId()));
    return () -> {
      deadlines.replace(Set.of(alarm), Set.of(), firing.origin());
      tell(Keys.bytes(alarm.name()), told);
    };
  }

  private void tell(byte[] key, byte[] told) {
    context().forward(new Record<>(key, told, context().currentSystemTimeMs()), Kind.TOLD);
  }

  private static Origin origin(byte[] asked) {
    String[] lines = Keys.text(Asked.origin(asked)).split("\n", 3);
    return new Origin(lines[0], lines[1], lines[2]);
  }
}
