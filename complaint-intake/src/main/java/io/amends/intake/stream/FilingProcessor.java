package io.amends.intake.stream;

import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.intake.domain.Signs;
import io.amends.intake.domain.UpdateDoor;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.kit.events.RepeatingJson;
import io.amends.kit.streams.DeadLetters;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Files a case under its complaint, and under what another tool calls it. */
final class FilingProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

  private static final RepeatingJson<CaseSnapshot, CasePolicy> CASES =
      new RepeatingJson<>(CaseSnapshot.class, CasePolicy.class);

  private final DeadLetters deadLetters = DeadLetters.of(IntakeTopology.FILING);

  @Override
  public void process(Record<byte[], byte[]> record) {
    Runnable writes;
    try {
      List<Outgoing> filed = record.value() == null ? over(record) : filed(record);
      writes = () -> filed.forEach(out -> out.forwardTo(context(), IntakeTopology.FILING));
    } catch (KafkaException failure) {
      throw failure; // the client failed, not the record
    } catch (RuntimeException failure) { // nothing was written yet
      writes = () -> deadLetters.forward(context(), record, failure);
    }
    writes.run();
  }

  private static List<Outgoing> filed(Record<byte[], byte[]> record) {
    CaseSnapshot snapshot = CASES.read(record.value());
    CaseView view = CaseView.of(snapshot);
    EventHeaders event = EventHeaders.read(record.headers());
    List<Outgoing> filed = new ArrayList<>();
    filed.add(under(view.caseId().value(), view, event));
    if (view.externalRef() != null) {
      filed.add(under(UpdateDoor.referenceKey(view.externalRef()), view, event));
    }
    String stay = snapshot.facts().stayId();
    if (stay != null && view.caseVersion() == 1) { // what a system sees of it is no other case
      filed.add(
          Outgoing.event(
              Sink.LOOKUPS,
              Signs.stayKey(stay),
              new CaseOfStay(stay, view.knownAt()),
              event.asOrigin(),
              view.caseId() + "/stay",
              view.knownAt()));
    }
    return filed;
  }

  private static Outgoing under(String key, CaseView view, EventHeaders event) {
    return Outgoing.event(
        Sink.TRACKING,
        key,
        view,
        event.asOrigin(),
        "%s/%d/%s".formatted(view.caseId(), view.caseVersion(), key),
        view.knownAt());
  }

  /** The case has left the house: its key is {@code guest/case}. */
  private static List<Outgoing> over(Record<byte[], byte[]> record) {
    String key = Keys.text(record.key());
    String caseId = key.substring(key.indexOf('/') + 1);
    return List.of(
        new Outgoing(
            Sink.TRACKING, new Record<>(Keys.bytes(caseId), null, 0, new RecordHeaders())));
  }
}
