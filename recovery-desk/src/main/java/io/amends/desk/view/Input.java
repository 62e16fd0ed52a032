package io.amends.desk.view;

import io.amends.contracts.topics.Topic;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** One topic, and how its records change the view. */
interface Input {

  Topic<?> topic();

  /**
   * Writes what the record says; the same record again changes nothing.
   *
   * @throws IllegalArgumentException if it is none that this topic may hold
   * @throws tools.jackson.core.JacksonException if its body can't be read
   */
  void apply(ConsumerRecord<byte[], byte[]> record, Writing view) throws SQLException;
}
