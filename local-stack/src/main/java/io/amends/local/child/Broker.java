package io.amends.local.child;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Apache Kafka's own broker; its storage is formatted by Kafka's own tool at the first start. */
public final class Broker {

  private Broker() {}

  /**
   * Formats what is not formatted yet, then is the broker until it is stopped.
   *
   * @param arguments the broker's settings file, and the folder of its log
   */
  public static void main(String[] arguments) {
    String settings = arguments[0];
    Path log = Path.of(arguments[1]);
    if (!Files.exists(log.resolve("meta.properties"))) {
      int exit = format(settings);
      if (exit != 0) {
        System.exit(exit);
      }
    }
    Kafka.main(new String[] {settings});
  }

  private static int format(String settings) {
    String[] format = {
      "format",
      "--cluster-id",
      Uuid.randomUuid().toString(),
      "--config",
      settings,
      "--ignore-formatted"
    };
    return StorageTool.execute(format, System.out);
  }
}
