package io.amends.bench.intake;

import io.amends.kit.events.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The process that makes the load: reads its order, carries it out, says what came of it. */
public final class Load {

  private Load() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
    Order order = Json.read(System.in.readAllBytes(), Order.class);
    System.out.println(Json.mapper().writeValueAsString(outcome(order)));
  }

  private static Outcome outcome(Order order) throws IOException, InterruptedException {
    if (order.way() == Order.Way.PRODUCER) {
      return new ProducerLoad(order, SilentIntake.TOLD).run();
    }
    HttpLoad load = new HttpLoad(order);
    Outcome outcome = load.run();
    if (order.acknowledged() != null) {
      Files.write(Path.of(order.acknowledged()), load.acknowledged());
    }
    return outcome;
  }
}
