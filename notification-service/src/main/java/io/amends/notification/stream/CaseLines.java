package io.amends.notification.stream;

import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.RepeatingJson;
import io.amends.kit.streams.DeadLetters;
import io.amends.notification.domain.morning.CaseLine;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Tells each hotel how its cases stand. A case that is forgotten was told as closed long before.
 */
final class CaseLines extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final RepeatingJson<CaseSnapshot, CasePolicy> CASES =
      new RepeatingJson<>(CaseSnapshot.class, CasePolicy.class);

  private final DeadLetters deadLetters = DeadLetters.of(GateTopology.CASE_LINES);
  private final HotelClock clock;

  CaseLines(HotelClock clock) {
    this.clock = clock;
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    deadLetters.process(context(), record, () -> take(record));
  }

  private Runnable take(Record<byte[], byte[]> record) {
    if (record.value() == null) {
      return () -> {};
    }
    CaseSnapshot snapshot = CASES.read(record.value());
    var line =
        MorningWire.of(
            snapshot.facts().place().propertyId(),
            CaseLine.of(snapshot),
            EventHeaders.read(record.headers()).asOrigin(),
            clock.ofAppend(record.timestamp()));
    return () -> context().forward(line, GateTopology.HOTEL_MORNINGS);
  }
}
