package io.amends.desk.view;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Which record of each partition comes next, kept with what the records before it said. */
final class Positions {

  private final Connection connection;

  Positions(Connection connection) {
    this.connection = connection;
  }

  Map<TopicPartition, Long> all() throws SQLException {
    Map<TopicPartition, Long> positions = new HashMap<>();
    try (Statement statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT topic, part, next FROM position")) {
      while (rows.next()) {
        positions.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
    }
    return positions;
  }

  void put(ConsumerRecords<byte[], byte[]> records, Writing writing) throws SQLException {
    for (TopicPartition partition : records.partitions()) {
      long last = records.records(partition).getLast().offset();
      writing.run(
          "INSERT OR REPLACE INTO position VALUES (?, ?, ?)",
          partition.topic(),
          partition.partition(),
          last + 1);
    }
  }
}
