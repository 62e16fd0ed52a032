package io.amends.local.demo;

import io.amends.local.program.Ports;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The services' own counters, as Prometheus would read them. */
final class Metrics {

  private static final List<String> SERVICES =
      List.of(Ports.INTAKE, Ports.ORCHESTRATOR, Ports.SCORER, Ports.NOTIFICATION);
  private static final List<String> OURS =
      List.of("intake_", "recovery_", "retention_", "notification_", "deadlines_fire_");
  private static final String COUNTED = "_total";
  private static final int TOLD_OF_EACH = 3;

  private final Map<String, Map<String, Double>> counts;

  private Metrics(Map<String, Map<String, Double>> counts) {
    this.counts = counts;
  }

  static Metrics of(House house) {
    Map<String, Map<String, Double>> counts = new LinkedHashMap<>();
    for (String service : SERVICES) {
      counts.put(service, read(house.read(house.url(service) + "/actuator/prometheus")));
    }
    return new Metrics(counts);
  }

  /** The counters that stand higher now than they did then, a few of each service. */
  List<String> movedSince(Metrics then) {
    List<String> moved = new ArrayList<>();
    counts.forEach(
        (service, now) -> {
          Map<String, Double> before = then.counts.getOrDefault(service, Map.of());
          now.entrySet().stream()
              .filter(count -> count.getValue() > before.getOrDefault(count.getKey(), 0.0))
              .limit(TOLD_OF_EACH)
              .forEach(count -> moved.add(count.getKey() + " " + count.getValue().longValue()));
        });
    return moved;
  }

  private static Map<String, Double> read(String scrape) {
    Map<String, Double> counts = new TreeMap<>();
    for (String line : scrape.split("\n", -1)) {
      int gap = line.lastIndexOf(' ');
      if (OURS.stream().anyMatch(line::startsWith) && gap > 0 && name(line).endsWith(COUNTED)) {
        counts.put(line.substring(0, gap), Double.parseDouble(line.substring(gap + 1)));
      }
    }
    return counts;
  }

  private static String name(String line) {
    int end = line.indexOf('{');
    return end < 0 ? line.substring(0, line.indexOf(' ')) : line.substring(0, end);
  }
}
