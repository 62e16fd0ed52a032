package io.amends.notification.stream;

import io.amends.kit.events.Keys;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps how to reach guests, by guest: read at the moment of sending, written nowhere else. */
final class ContactKeeper extends ContextualProcessor<byte[], byte[], Void, Void> {

  private KeyValueStore<String, byte[]> contacts;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    super.init(context);
    contacts = context.getStateStore(GateTopology.CONTACTS);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    contacts.put(Keys.text(record.key()), record.value());
  }
}
